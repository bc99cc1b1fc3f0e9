import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createControlClient, type ControlClient } from '../../../simulator/control/client.ts';
import type { DialectName } from '../../../simulator/dialects/dialects.ts';

/** Command line of the simulator, as an object. */
export interface SimulatorOptions {
  readonly tickets?: number;
  readonly seed?: number;
  /** Changes a minute that happen by themselves. */
  readonly activityPerMinute?: number;
  readonly dialect?: DialectName;
}

/** A Cxpress in a process of its own. */
export interface SimulatorProcess {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
  readonly control: ControlClient;
  stop(): Promise<void>;
}

const CLI = join(import.meta.dirname, '../../../simulator/cli.ts');

/** Starts `simulator/cli.ts` and waits for its line. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<SimulatorProcess> {
  const args = ['--port', '0', '--tickets', String(options.tickets ?? 60), '--seed', String(options.seed ?? 7), '--activity', `${options.activityPerMinute ?? 0}/min`, '--dialect', options.dialect ?? 'standard'];
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const line = await firstLine(child);
  const facts = JSON.parse(line) as { baseUrl: string; apiToken: string; refreshToken: string; control: string };
  return {
    ...facts,
    control: createControlClient(facts.control),
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 3000))]);
      child.kill('SIGKILL');
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('The simulator has no output.');
    createInterface({ input: child.stdout }).once('line', resolve);
    child.once('exit', (code) => reject(new Error(`The simulator ended before it was ready (exit ${code}).`)));
    child.once('error', reject);
  });
}
