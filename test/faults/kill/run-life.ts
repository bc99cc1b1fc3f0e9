import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** One life: where, with the store in a worker thread or not, and when it ends. */
export interface Life {
  readonly directory: string;
  readonly how: 'worker' | 'direct';
  /** Acknowledgements to wait for before the end; null counts from the birth of the process instead. */
  readonly after: number | null;
  /** Further milliseconds until the end. */
  readonly delayMs: number;
  /** Where {@link readyProgram} keeps the program. */
  readonly program: string;
}

const LIFE = join(import.meta.dirname, 'life.ts');
/** Node's variable for a folder of compiled programs: without it every life spends most of its time reading TypeScript. */
const COMPILED = 'NODE_COMPILE_CACHE';

/** Compiles the program of a {@link Life} into a folder, by one run that has nothing to do and ends by itself: what is killed keeps nothing. */
export async function readyProgram(folder: string): Promise<void> {
  await once(spawn(process.execPath, [LIFE], { stdio: 'ignore', env: { ...process.env, [COMPILED]: folder } }), 'close');
}

/** What a killed process had acknowledged, line by line. `error`: it ended by itself. */
export interface Obituary {
  readonly lines: readonly string[];
  readonly error: string | null;
}

/** Runs {@link Life} and ends it by SIGKILL. */
export function runLife({ directory, how, after, delayMs, program }: Life): Promise<Obituary> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [LIFE, directory, how], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, [COMPILED]: program } });
    let text = '';
    let complaint = '';
    let armed = false;
    const arm = (): void => {
      if (armed) return;
      armed = true;
      setTimeout(() => child.kill('SIGKILL'), delayMs);
    };
    if (after === null) arm();
    child.stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (after !== null && text.split('\n').length > after) arm();
    });
    child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()));
    child.once('error', reject);
    child.once('close', (_code, signal) => {
      const lines = text.split('\n').slice(0, -1);
      resolve({ lines, error: signal === 'SIGKILL' ? null : `the process ended by itself: ${complaint.slice(0, 400)}` });
    });
  });
}
