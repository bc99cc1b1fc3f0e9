/** `npm test [-- --only unit,e2e]`: prepares everything and runs every check and every test; goes on after a failure. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare } from './setup/all.mjs';
import { runCommand } from './setup/command.mjs';
import { Failure } from './setup/failure.mjs';
import { parseOptions } from './setup/options.mjs';
import { closingLines, holds } from './suites/report.mjs';
import { STEPS } from './suites/steps.mjs';

/** @typedef {typeof STEPS[number]} Step */
/** @typedef {import('./suites/steps.mjs').Surroundings} Surroundings */

await runCommand(async () => {
  const steps = chosenSteps(process.argv.slice(2));
  const runtime = await prepare({ desktop: 'headless', electron: true });
  const reports = await mkdtemp(join(tmpdir(), 'cxpress-test-'));
  try {
    const results = [];
    const stop = stopSign();
    for (const lane of lanes(steps)) {
      results.push(...(await Promise.all(lane.map((step) => timed(step, { runtime, reports })))));
      if (stop.signal) throw new Failure(`Stopped by ${stop.signal}.`);
    }
    console.log(`\n${closingLines(results).join('\n')}`);
    return results.every(holds) ? 0 : 1;
  } finally {
    await rm(reports, { recursive: true, force: true });
  }
});

/** @param {string[]} args */
function chosenSteps(args) {
  const names = STEPS.map(({ name }) => name);
  const { values } = parseOptions({ args, options: { only: { type: 'string' } } }, 'Usage: npm test [-- --only unit,e2e]');
  const only = values.only?.split(',') ?? names;
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new Failure(`There is no step ${unknown.join(', ')}; the steps are ${names.join(', ')}.`);
  return STEPS.filter(({ name }) => only.includes(name));
}

/** Notes a signal to end. Each step ends by it on its own; this keeps the next one from starting. */
function stopSign() {
  /** @type {{ signal?: NodeJS.Signals }} */
  const stop = {};
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => (stop.signal = signal));
  return stop;
}

/** @param {readonly Step[]} steps @returns {Step[][]} groups to run one after the other, each side by side */
function lanes(steps) {
  return steps.reduce((groups, step) => {
    const last = groups.at(-1);
    if (last && step.lane && last[0]?.lane === step.lane) last.push(step);
    else groups.push([step]);
    return groups;
  }, /** @type {Step[][]} */ ([]));
}

/** @param {Step} step @param {Surroundings} surroundings */
async function timed({ name, run }, surroundings) {
  console.log(`\n— ${name}`);
  const start = performance.now();
  const outcome = await run(surroundings);
  const seconds = (performance.now() - start) / 1000;
  console.log(`— ${name}: ${holds({ name, seconds, ...outcome }) ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  return { name, seconds, ...outcome };
}
