import { Failure } from './failure.mjs';
import { endWithNpm } from './parent.mjs';

/**
 * Runs the body of a command of `package.json` and turns its outcome into the exit code; a `Failure` is told by its sentence.
 * @param {() => Promise<number | void>} body returns the exit code (nothing: 0)
 */
export async function runCommand(body) {
  endWithNpm();
  try {
    process.exitCode = (await body()) ?? 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
