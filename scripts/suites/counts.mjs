import { readFile } from 'node:fs/promises';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of a vitest JSON report.
 * @param {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number }} report
 * @returns {Counts}
 */
export const vitestCounts = ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
  passed: numPassedTests,
  failed: numFailedTests,
  skipped: numPendingTests + numTodoTests,
});

/**
 * Counts of a Playwright JSON report. Second tries exist in unattended runs only, where Playwright lists what needed one.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number } }} report
 * @returns {Counts}
 */
export const playwrightCounts = ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped });

/**
 * Counts of the faults report: one for each promise. A promise that was not tried to the full did not hold.
 * @param {{ campaigns: { breaches: unknown[], problem: string | null }[] }} report
 * @returns {Counts}
 */
export const faultsCounts = ({ campaigns }) => {
  const passed = campaigns.filter(({ breaches, problem }) => breaches.length === 0 && problem === null).length;
  return { passed, failed: campaigns.length - passed, skipped: 0 };
};

/**
 * The counts of several parts of one suite together. A part in which nothing ran at all was not run: it counts as failed.
 * @param {Counts[]} parts
 * @returns {Counts}
 */
export const added = (parts) => ({
  passed: parts.reduce((sum, { passed }) => sum + passed, 0),
  failed: parts.reduce((sum, { passed, failed, skipped }) => sum + (passed + failed + skipped === 0 ? 1 : failed), 0),
  skipped: parts.reduce((sum, { skipped }) => sum + skipped, 0),
});

/**
 * Reads a report that a test runner wrote; one that ended too early to write it counted nothing.
 * @template R
 * @param {string} file
 * @param {(report: R) => Counts} count
 * @returns {Promise<Counts>}
 */
export async function readCounts(file, count) {
  try {
    return count(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return { passed: 0, failed: 0, skipped: 0 };
  }
}
