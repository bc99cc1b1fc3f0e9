import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createControlClient, type ControlClient } from '../../../simulator/control/client.ts';

const CLI = join(import.meta.dirname, '../../../simulator/cli.ts');

/** The line that the simulator prints. */
export interface SignOfLife {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
  readonly control: string;
  readonly seed: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly profile: string;
  readonly dialect: string | null;
}

/** A simulator in its own process. */
export interface SimulatorProcess extends SignOfLife {
  readonly controls: ControlClient;
  readonly lines: readonly string[];
  /** Asks it to end and resolves with its exit code. */
  stop(): Promise<number | null>;
}

function spawnCli(args: readonly string[]): ChildProcess {
  return spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Starts `cli.ts` as a second process; resolves with its sign of life. */
export async function startSimulator(...args: string[]): Promise<SimulatorProcess> {
  const child = spawnCli(args);
  const lines: string[] = [];
  const first = new Promise<string>((resolve, reject) => {
    const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    reader.on('line', (line) => {
      lines.push(line);
      resolve(line);
    });
    child.once('exit', (code) => reject(new Error(`the simulator ended with ${code}`)));
  });
  child.stderr?.resume();
  const sign = JSON.parse(await first) as SignOfLife;
  return {
    ...sign, lines, controls: createControlClient(sign.control),
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      return ((await ended) as [number | null])[0];
    },
  };
}

/** Runs `cli.ts` to its end. */
export async function runCli(...args: string[]): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawnCli(args);
  const output = { stdout: '', stderr: '' };
  child.stdout?.on('data', (chunk) => (output.stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => (output.stderr += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, ...output };
}
