/**
 * The promises of the engine, each attacked with its faults; started by `npm run faults`.
 *
 *   npm run faults [-- --quick] [--only rate,kill] [--seed N] [--jobs N] [--report FILE]
 *
 * Exit code 0 when every promise held and was tried often enough to count.
 */
import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { held, outcomeLines, type CampaignOutcome, type FaultsReport } from './report.ts';

const HELP = 'Usage: npm run faults [-- --quick] [--only rate,kill] [--seed N] [--jobs N] [--report FILE]';

interface Wish {
  readonly quick: boolean;
  readonly names: readonly string[];
  readonly seed: number;
  readonly jobs: number;
  readonly report: string | null;
}

/** A mistake on the command line; the message is the whole sentence. */
class WrongArgument extends Error {}

function whole(name: string, text: string | undefined, fallback: number): number {
  if (text === undefined) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new WrongArgument(`--${name} must be a whole number, not "${text}".`);
  return Number(text);
}

function readArguments(all: readonly string[]): Wish {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: { quick: { type: 'boolean' }, only: { type: 'string' }, seed: { type: 'string' }, jobs: { type: 'string' }, report: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? all;
  const unknown = names.filter((name) => !all.includes(name));
  if (unknown.length > 0) throw new WrongArgument(`There is no campaign ${unknown.join(', ')}; there are ${all.join(', ')}.`);
  return {
    quick: values.quick ?? false,
    names,
    seed: whole('seed', values.seed, Math.floor(Math.random() * 1e9)),
    jobs: Math.max(1, whole('jobs', values.jobs, 2)),
    report: values.report === undefined ? null : resolve(values.report),
  };
}

/** Minutes after which a campaign of the short version is ended: one that hangs hears nothing else. */
const QUICK_DEADLINE_MINUTES = 14;
/** How long an asked campaign may take to end by itself, ms. */
const ASKED_MS = 5_000;

/** Campaigns whose children are under way, to be told when a person interrupts. */
const running = new Map<ReturnType<typeof fork>, string>();
let interrupted = false;

/** Notes what is under way for whoever ends this program at its deadline (scripts/suites/running.mjs). */
function note(): void {
  const file = process.env['CXPRESS_RUNNING_FILE'];
  if (file) writeFileSync(file, JSON.stringify([...running.values()].map((name) => [name, ''])));
}

async function runOne(name: string, { seed, quick }: Wish): Promise<CampaignOutcome> {
  const start = performance.now();
  const child = fork(join(import.meta.dirname, 'run-one.ts'), [name, String(seed), quick ? 'quick' : 'heavy'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  running.set(child, name);
  note();
  let outcome: CampaignOutcome | null = null;
  let late = '';
  const end = (): void => {
    late = `; it was ended after ${QUICK_DEADLINE_MINUTES} minutes`;
    child.kill('SIGTERM');
    setTimeout(() => child.kill('SIGKILL'), ASKED_MS).unref();
  };
  const deadline = quick ? setTimeout(end, QUICK_DEADLINE_MINUTES * 60_000) : undefined;
  child.on('message', (message) => (outcome = message as CampaignOutcome));
  const code = await new Promise<string>((done) => {
    child.once('error', (error) => done(error.message));
    child.once('exit', (exit, signal) => done(signal ?? String(exit)));
  });
  clearTimeout(deadline);
  running.delete(child);
  note();
  const seconds = (performance.now() - start) / 1000;
  const ended = outcome ?? { name, promise: '', seed, seconds, counts: {}, notes: [], breaches: [], problem: `it ended without a result (${code}${late})` };
  console.log(outcomeLines(ended).join('\n'));
  return ended;
}

async function runAll(wish: Wish): Promise<CampaignOutcome[]> {
  const waiting = [...wish.names];
  const outcomes: CampaignOutcome[] = [];
  const worker = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined && !interrupted; name = waiting.shift()) outcomes.push(await runOne(name, wish));
  };
  await Promise.all(Array.from({ length: wish.jobs }, worker));
  return outcomes.sort((a, b) => wish.names.indexOf(a.name) - wish.names.indexOf(b.name));
}

/** Longest first, so that two jobs end at about the same time. */
const ORDER = ['convergence', 'corrupt', 'kill', 'rate', 'session', 'notifications', 'disk'];

async function campaignNames(): Promise<string[]> {
  const files = await readdir(join(import.meta.dirname, 'campaigns'));
  const place = (name: string): number => (ORDER.indexOf(name) + ORDER.length) % ORDER.length;
  return files.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -3)).sort((a, b) => place(a) - place(b));
}

async function main(): Promise<number> {
  const wish = readArguments(await campaignNames());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interrupted = true;
      for (const child of running.keys()) child.kill(signal);
    });
  }
  const mode = wish.quick ? 'quick' : 'heavy';
  console.log(`faults (${mode}), seed ${wish.seed}: ${wish.names.join(', ')}`);
  const start = performance.now();
  const startedAt = new Date().toISOString();
  const campaigns = await runAll(wish);
  const allHeld = !interrupted && campaigns.length === wish.names.length && campaigns.every(held);
  const seconds = (performance.now() - start) / 1000;
  const report: FaultsReport = { mode, startedAt, node: process.version, platform: `${process.platform}-${process.arch}`, seconds, held: allHeld, campaigns };
  if (wish.report !== null) await writeFile(wish.report, `${JSON.stringify(report, null, 2)}\n`);
  console.log(`\nfaults: ${campaigns.filter(held).length} promises held, ${campaigns.filter((one) => !held(one)).length} broken, ${seconds.toFixed(0)} s`);
  return allHeld ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof WrongArgument ? error.message : `${(error as Error).message.split('. ')[0] ?? ''}. ${HELP}`);
  process.exitCode = 2;
}
