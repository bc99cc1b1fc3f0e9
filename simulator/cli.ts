import { readFile } from 'node:fs/promises';
import { apiProfileSchema, type ApiProfile } from '../contract/profile/schema.ts';
import { HELP, parseArguments } from './arguments.ts';
import { createSimulator, type SimulatorOptions } from './simulator.ts';
import { countWorld } from './world/world.ts';

/** Ends the process with one sentence: 2 when the command line is wrong, 1 when the machine is. */
function stop(sentence: string, code: 1 | 2): never {
  console.error(sentence);
  process.exit(code);
}

async function readProfile(file: string): Promise<ApiProfile> {
  const text = await readFile(file, 'utf8').catch(() => stop(`--profile: ${file} cannot be read.`, 2));
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    stop(`--profile: ${file} is not JSON.`, 2);
  }
  const profile = apiProfileSchema.safeParse(document);
  if (profile.success) return profile.data;
  const issue = profile.error.issues[0];
  return stop(`--profile: ${file} is not an API profile: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}.`, 2);
}

function listenSentence(error: unknown): string {
  const { code, address, port } = error as NodeJS.ErrnoException & { address?: string; port?: number };
  if (code === 'EADDRINUSE') return `Port ${port} of ${address} is taken by another program; choose another with --port, or 0 for a free one.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return `This machine has no address ${address ?? 'of that name'} to listen on; see --host.`;
  return `The simulator cannot listen: ${error instanceof Error ? error.message : String(error)}.`;
}

async function run(options: SimulatorOptions): Promise<void> {
  const simulator = await createSimulator(options).catch((error: unknown) => stop(listenSentence(error), 1));
  const { baseUrl, apiToken, refreshToken, control, parts } = simulator;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close().then(() => process.exit(0)));
  console.log(JSON.stringify({ baseUrl, apiToken, refreshToken, control, seed: parts.world.seed, counts: countWorld(parts.world), profile: parts.profile.id, dialect: parts.dialect }));
}

const wish = parseArguments(process.argv.slice(2));
if (wish.kind === 'help') console.log(HELP);
else if (wish.kind === 'wrong') stop(`${wish.sentence} Try --help.`, 2);
else await run({ ...wish.options, ...(wish.profileFile === null ? {} : { profile: await readProfile(wish.profileFile) }) });
