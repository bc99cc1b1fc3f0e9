import { join } from 'node:path';
import { inDesktopSession } from '../desktop-session.mjs';
import { runtimeEnvironment } from '../runtime-environment.mjs';
import { buildApp } from '../setup/build.mjs';
import { capture, follow } from '../setup/child.mjs';
import { Failure } from '../setup/failure.mjs';
import { ROOT } from '../setup/places.mjs';
import { added, faultsCounts, playwrightCounts, readCounts, vitestCounts } from './counts.mjs';
import { toDeadline } from './deadline.mjs';

/** @typedef {import('./report.mjs').StepResult} StepResult */
/** @typedef {{ runtime: import('../setup/electron-runtime.mjs').ElectronRuntime, reports: string }} Surroundings */
/** @typedef {(surroundings: Surroundings) => Promise<Pick<StepResult, 'code' | 'counts' | 'problem'>>} Run */

/** Minutes after which a step is ended: several times what it takes on two cores, so that only one that hangs meets it. */
const DEADLINES = /** @type {const} */ ({ checks: 10, unit: 10, property: 12, integration: 12, faults: 16, e2e: 25 });
/** Tells which test file was running; vitest and Playwright take it. */
const RUNNING_REPORTER = join(import.meta.dirname, 'running-reporter.mjs');

/**
 * What `npm test` runs, in this order. Steps that share a `lane` run side by side; all others have the machine alone.
 * @type {readonly { name: string, lane?: string, run: Run }[]}
 */
export const STEPS = [
  { name: 'types', lane: 'checks', run: () => check('types', 'typescript/bin/tsc', ['-b']) },
  { name: 'lint', lane: 'checks', run: () => check('lint', 'eslint/bin/eslint.js', ['.', '--max-warnings', '0']) },
  { name: 'integration', lane: 'checks', run: vitest('integration') },
  { name: 'unit', run: vitest('unit') },
  { name: 'property', run: vitest('property') },
  { name: 'faults', run: faults },
  { name: 'build', run: build },
  { name: 'e2e', run: endToEnd },
];

/** @param {string} script within node_modules */
const tool = (script) => join(ROOT, 'node_modules', script);

/**
 * A check that says nothing when all is well; what it says otherwise stays in one piece.
 * @param {string} name @param {string} script @param {string[]} args
 */
async function check(name, script, args) {
  const { code, stdout, stderr } = await capture(process.execPath, [tool(script), ...args], { cwd: ROOT, timeoutMs: DEADLINES.checks * 60_000 });
  const said = `${stdout}${stderr}`.trim();
  if (said) console.log(`${name}:\n${said}`);
  return { code };
}

/** @param {'unit' | 'property' | 'integration'} project @returns {Run} */
function vitest(project) {
  return async ({ reports }) => {
    const report = join(reports, `${project}.json`);
    const args = ['run', '--config', 'test/vitest.config.ts', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, `--reporter=${RUNNING_REPORTER}`];
    const ended = await underDeadline(project, reports, [tool('vitest/vitest.mjs'), ...args]);
    return { ...ended, counts: await readCounts(report, vitestCounts) };
  };
}

/** @type {Run} */
async function faults({ reports }) {
  const report = join(reports, 'faults.json');
  const ended = await underDeadline('faults', reports, [join(ROOT, 'test', 'faults', 'run.ts'), '--quick', '--report', report]);
  return { ...ended, counts: await readCounts(report, faultsCounts) };
}

/** @param {keyof typeof DEADLINES} suite @param {string} reports @param {string[]} args of Node */
function underDeadline(suite, reports, args) {
  return toDeadline(limit(suite, reports), ({ env, onStart }) => follow(process.execPath, args, { cwd: ROOT, env: { ...process.env, ...env }, onStart }));
}

/** @param {keyof typeof DEADLINES} suite @param {string} reports */
function limit(suite, reports) {
  return { suite, minutes: DEADLINES[suite], runningFile: join(reports, `${suite}-running.json`) };
}

async function build() {
  try {
    await buildApp({ log: console.log });
    return { code: 0 };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    return { code: 1 };
  }
}

/** Tests that go through every screen take as long as half of the others, so they have a desktop of their own. */
const LONG = 'axe finds nothing';
/**
 * What each desktop runs of the end-to-end tests, side by side. A test waits for windows and toasts for more than half of
 * its time, and what it waits for belongs to its own desktop.
 */
const DESKTOPS = [['--grep', LONG], ['--grep-invert', LONG, '--shard=1/2'], ['--grep-invert', LONG, '--shard=2/2']];

/** @type {Run} */
async function endToEnd({ runtime, reports }) {
  const env = await runtimeEnvironment(runtime, { keyring: true });
  const parts = await Promise.all(DESKTOPS.map((choice, index) => onDesktop(index + 1, choice, env, reports)));
  const problem = parts.flatMap((part) => part.problem ?? []).join('; ');
  return { code: Math.max(...parts.map(({ code }) => code)), counts: added(parts.map(({ counts }) => counts)), ...(problem ? { problem } : {}) };
}

/** @param {number} number of this desktop, from 1 @param {string[]} choice of tests @param {NodeJS.ProcessEnv} env @param {string} reports */
async function onDesktop(number, choice, env, reports) {
  const report = join(reports, `e2e-${number}.json`);
  const args = [tool('@playwright/test/cli.js'), 'test', '-c', 'test/playwright.config.ts', `--reporter=list,json,${RUNNING_REPORTER}`, ...choice, `--output=${join(ROOT, 'test-results', String(number))}`];
  const limits = { ...limit('e2e', reports), runningFile: join(reports, `e2e-${number}-running.json`) };
  const ended = await toDeadline(limits, (start) => inDesktopSession({ command: process.execPath, args, env: { ...env, ...start.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, cwd: ROOT }));
  return { ...ended, counts: await readCounts(report, playwrightCounts) };
}
