/** @typedef {import('./counts.mjs').Counts} Counts */
/**
 * How a step ended. `counts` only for those that run tests; `problem` when it was ended before its end.
 * @typedef {{ name: string, code: number, seconds: number, counts?: Counts, problem?: string }} StepResult
 */

/** A step holds when it ended by itself with 0, no test failed, and (if it runs tests) at least one ran. @param {StepResult} result */
export function holds({ code, counts, problem }) {
  return problem === undefined && code === 0 && (!counts || (counts.failed === 0 && counts.passed > 0));
}

/**
 * The closing lines: how long each step took, what failed and why, one line for each suite, and the total.
 * @param {StepResult[]} results
 */
export function closingLines(results) {
  const suites = results.flatMap(({ name, counts }) => (counts ? [{ name, counts }] : []));
  const sum = (/** @type {keyof Counts} */ key) => suites.reduce((total, { counts }) => total + counts[key], 0);
  const failures = results.filter((result) => !holds(result));
  return [
    `steps: ${results.map(({ name, seconds }) => `${name} ${seconds.toFixed(1)} s`).join(', ')}`,
    ...(failures.length > 0 ? [`failed: ${failures.map(({ name, ...result }) => `${name} (${why({ name, ...result })})`).join(', ')}`] : []),
    ...suites.map(({ name, counts }) => `${name}: ${summary(counts)}`),
    ...(suites.length > 0 ? [`total: ${summary({ passed: sum('passed'), failed: sum('failed'), skipped: sum('skipped') })}`] : []),
  ];
}

/** @param {Counts} counts */
const summary = ({ passed, failed, skipped }) => `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;

/** @param {StepResult} result */
function why({ code, counts, problem }) {
  if (problem !== undefined) return problem;
  if (counts && counts.failed > 0) return `${counts.failed} failed`;
  if (counts && counts.passed === 0) return 'no test ran';
  return `exit code ${code}`;
}
