import { parseArgs } from 'node:util';
import { DIALECT_NAMES, type DialectName } from './dialects/dialect.ts';
import type { SimulatorOptions } from './options.ts';

/** What the command line asks for. `profile` is a file to read. */
export type Arguments =
  | { readonly kind: 'run'; readonly options: SimulatorOptions; readonly profileFile: string | null }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly sentence: string };

/** The text of `--help`. */
export const HELP = `A Cxpress to develop, demonstrate, test and measure against.

  npm run simulator -- [options]

  --port N             port of the API; 0 takes a free one (0)
  --host ADDRESS       address the API listens on (127.0.0.1)
  --control-port N     port of the control API, always on 127.0.0.1 (0)
  --tickets N          size of the world; tasks and consumers follow (500)
  --seed N             same seed, same world (1)
  --activity N/min     changes that happen by themselves, or "off" (off)
  --clock-speed X      server time runs X times as fast; rate limits do not (1)
  --rotate             each refresh replaces the refresh token
  --dialect NAME       ${DIALECT_NAMES.join(', ')} (standard)
  --profile FILE       API profile (JSON) to speak instead of a dialect
  --help               this text

It prints one JSON line (baseUrl, apiToken, refreshToken, control, counts) and runs until SIGINT or SIGTERM.
Operations of the control API: simulator/README.md.`;

/** A value that cannot be used; the message is the whole sentence. */
class WrongArgument extends Error {}

function whole(name: string, text: string | undefined, maximum: number): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text) || Number(text) > maximum) throw new WrongArgument(`--${name} must be a whole number from 0 to ${maximum}, not "${text}".`);
  return Number(text);
}

function perMinute(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === 'off') return 0;
  const hit = /^(\d+(?:\.\d+)?)(?:\/min)?$/.exec(text);
  if (!hit || Number(hit[1]) > 6000) throw new WrongArgument(`--activity must be like "20/min" (at most 6000/min) or "off", not "${text}".`);
  return Number(hit[1]);
}

function clockSpeed(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const speed = Number(text);
  if (text.trim() === '' || !Number.isFinite(speed) || speed < 0 || speed > 100_000) throw new WrongArgument(`--clock-speed must be a number from 0 to 100000, not "${text}".`);
  return speed;
}

function dialect(text: string | undefined, profileFile: string | undefined): DialectName | undefined {
  if (text === undefined) return undefined;
  if (profileFile !== undefined) throw new WrongArgument('--dialect and --profile cannot go together: a dialect brings its own profile.');
  const name = DIALECT_NAMES.find((known) => known === text);
  if (name === undefined) throw new WrongArgument(`--dialect must be one of ${DIALECT_NAMES.join(', ')}, not "${text}".`);
  return name;
}

/** Leaves out what was not given, so that the simulator's own defaults hold. */
function given<T extends object>(options: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

const OPTIONS = {
  port: { type: 'string' }, host: { type: 'string' }, 'control-port': { type: 'string' }, tickets: { type: 'string' }, seed: { type: 'string' },
  activity: { type: 'string' }, 'clock-speed': { type: 'string' }, rotate: { type: 'boolean' }, dialect: { type: 'string' }, profile: { type: 'string' }, help: { type: 'boolean' },
} as const;

function read(argv: readonly string[]): Arguments {
  const { values } = parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false });
  if (values.help === true) return { kind: 'help' };
  const options = given({
    port: whole('port', values.port, 65_535),
    host: values.host,
    controlPort: whole('control-port', values['control-port'], 65_535),
    tickets: whole('tickets', values.tickets, 500_000),
    seed: whole('seed', values.seed, 2 ** 32 - 1),
    activityPerMinute: perMinute(values.activity),
    clockSpeed: clockSpeed(values['clock-speed']),
    dialect: dialect(values.dialect, values.profile),
    tokenRules: values.rotate === true ? { rotate: true } : undefined,
  });
  return { kind: 'run', options, profileFile: values.profile ?? null };
}

/** Node's own complaint, which goes on with advice for programmers, as one sentence. */
function plainSentence(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lacking = /^Option '(?:-\w, )?(--[\w-]+).*(?:ambiguous|missing)/s.exec(message);
  if (lacking) return `${lacking[1]} needs a value.`;
  return `${message.split(/\.\s|\n/)[0]?.replace(/\.$/, '') ?? message}.`;
}

/** Reads the arguments after the script name; never throws. */
export function parseArguments(argv: readonly string[]): Arguments {
  try {
    return read(argv);
  } catch (error) {
    return { kind: 'wrong', sentence: error instanceof WrongArgument ? error.message : plainSentence(error) };
  }
}
