import { readFileSync, writeFileSync } from 'node:fs';

/** The environment variable that names the file in which a test runner notes what it runs. */
export const RUNNING_FILE = 'CXPRESS_RUNNING_FILE';

/**
 * Test files that are running, and the test of each that was heard of last.
 * @param {string | undefined} [file] where to note them; without it nobody asked
 */
export function runningNote(file = process.env[RUNNING_FILE]) {
  /** @type {Map<string, string>} */
  const running = new Map();
  // Written at once: whoever reads it does so because this process is about to be killed.
  const write = () => file && writeFileSync(file, JSON.stringify([...running]));
  return {
    /** @param {string} testFile @param {string} [test] */
    begins(testFile, test = '') {
      running.set(testFile, test);
      write();
    },
    /** @param {string} testFile */
    ends(testFile) {
      running.delete(testFile);
      write();
    },
  };
}

/**
 * What a runner noted last, in words.
 * @param {string} file
 */
export function wasRunning(file) {
  try {
    const running = /** @type {[string, string][]} */ (JSON.parse(readFileSync(file, 'utf8')));
    return running.map(([testFile, test]) => (test ? `${testFile} (last heard of: ${test})` : testFile)).join(', ') || 'no test file';
  } catch {
    return 'unknown';
  }
}
