import { randomUUID } from 'node:crypto';
import { endTree } from './end-tree.mjs';
import { RUNNING_FILE, wasRunning } from './running.mjs';

/**
 * How a suite's program is started: with these variables, telling its process id.
 * @typedef {{ env: NodeJS.ProcessEnv, onStart: (pid: number | undefined) => void }} Start
 */

/**
 * Runs a suite's program to its end, or to its deadline. Then it is ended with everything it started: a test in an
 * endless loop hears no time limit of its runner, and would keep the machine for as long as anybody waits.
 * @param {{ suite: string, minutes: number, runningFile: string, setTimer?: (run: () => void, ms: number) => NodeJS.Timeout | undefined }} limit `runningFile`: where the program notes what it runs, see running.mjs
 * @param {(start: Start) => Promise<number>} run returns the exit code
 * @returns {Promise<{ code: number, problem?: string }>} `problem`: it was ended, in a sentence
 */
export async function toDeadline({ suite, minutes, runningFile, setTimer = setTimeout }, run) {
  const mark = `CXPRESS_SUITE_${randomUUID().replaceAll('-', '')}`;
  /** @type {number | undefined} */
  let pid;
  /** @type {string | undefined} */
  let problem;
  /** @type {Promise<void> | undefined} */
  let ending;
  const timer = setTimer(() => {
    problem = `${suite} did not end within ${minutes} minutes and was ended while it ran ${wasRunning(runningFile)}`;
    console.error(`\n${problem}.`);
    ending = endTree({ mark, pid });
  }, minutes * 60_000);
  try {
    const code = await run({ env: { [mark]: '1', [RUNNING_FILE]: runningFile }, onStart: (started) => (pid = started) });
    await ending;
    return problem === undefined ? { code } : { code: code || 1, problem };
  } finally {
    clearTimeout(timer);
  }
}
