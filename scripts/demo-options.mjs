import { resolve } from 'node:path';
import { Failure } from './setup/failure.mjs';
import { parseOptions } from './setup/options.mjs';

/** @typedef {{ headless: boolean, seconds: number, report: string | undefined, out: string, help: boolean }} DemoOptions */

export const DEMO_USAGE = `npm run demo -- [options]

Shows the app at work against the built-in simulator. With a display it stays until you quit it;
without one it works for a while in a desktop session of its own and then ends.

  --headless      work without a display even if there is one
  --seconds N     how long the live part lasts without a display (default 30)
  --report FILE   write what was measured to FILE, as JSON
  --out DIR       where screenshots go (default demo-output)
  --help          show this`;

const OPTIONS = /** @type {const} */ ({
  headless: { type: 'boolean', default: false },
  seconds: { type: 'string', default: '30' },
  report: { type: 'string' },
  out: { type: 'string', default: 'demo-output' },
  help: { type: 'boolean', default: false },
});

/**
 * @param {string[]} argv
 * @param {{ screen: boolean, cwd: string }} place whether there is a display; relative paths are from `cwd`
 * @returns {DemoOptions}
 */
export function demoOptions(argv, { screen, cwd }) {
  const { values } = parseOptions({ args: argv, options: OPTIONS }, 'See: npm run demo -- --help');
  const seconds = Number(values.seconds);
  if (!Number.isFinite(seconds) || seconds <= 0) throw new Failure(`--seconds needs a positive number, not “${values.seconds}”.`);
  return {
    headless: values.headless || !screen,
    seconds,
    report: values.report === undefined ? undefined : resolve(cwd, values.report),
    out: resolve(cwd, values.out),
    help: values.help,
  };
}
