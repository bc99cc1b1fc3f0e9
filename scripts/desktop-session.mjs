/**
 * Runs a command in a desktop session of its own, in a terminal, and leaves nothing behind:
 * `node scripts/desktop-session.mjs [--no-keyring] [--screen 1280x800x24] -- command …`
 */
import { constants } from 'node:os';
import { startDesktopSession } from './desktop/session.mjs';
import { follow } from './setup/child.mjs';
import { runCommand } from './setup/command.mjs';
import { Failure } from './setup/failure.mjs';
import { parseOptions } from './setup/options.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a command in a new desktop session and tears everything down, also on failure, Ctrl+C, SIGTERM and SIGHUP.
 * The command gets the signal and `graceMs` to end by itself.
 * @param {object} options
 * @param {string} options.command
 * @param {string[]} [options.args]
 * @param {NodeJS.ProcessEnv} [options.env] more variables for the command
 * @param {string} [options.cwd]
 * @param {boolean} [options.keyring] default true
 * @param {string} [options.screen] width x height x depth
 * @param {number} [options.graceMs]
 * @returns {Promise<number>} the command's exit code
 */
export async function inDesktopSession({ command, args = [], env = {}, cwd, keyring = true, screen, graceMs = 10_000 }) {
  /** @type {NodeJS.Signals | undefined} */
  let stopped;
  /** @type {() => void} */
  let whenStopped = () => undefined;
  const stop = (/** @type {NodeJS.Signals} */ signal) => {
    stopped ??= signal;
    whenStopped();
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const session = await startDesktopSession({ keyring, ...(screen ? { screen } : {}) });
    /** @type {NodeJS.Timeout | undefined} */
    let grace;
    try {
      if (stopped) return interrupted(stopped);
      whenStopped = () => (grace ??= setTimeout(() => void session.endPrograms(), graceMs));
      const [program = '', ...words] = [...session.prefix, command, ...args];
      return await follow(program, words, { env: { ...session.env, ...env }, ...(cwd ? { cwd } : {}) });
    } finally {
      clearTimeout(grace);
      await session.dispose();
    }
  } finally {
    for (const signal of SIGNALS) process.off(signal, stop);
  }
}

/** @param {NodeJS.Signals} signal */
const interrupted = (signal) => 128 + constants.signals[signal];

const USAGE = 'Usage: node scripts/desktop-session.mjs [--no-keyring] [--screen 1280x800x24] -- command …';

/** @param {string[]} argv */
function commandLine(argv) {
  const end = argv.indexOf('--');
  const [command, ...args] = end < 0 ? [] : argv.slice(end + 1);
  if (!command) throw new Failure(USAGE);
  const { values } = parseOptions({ args: argv.slice(0, end), options: { 'no-keyring': { type: 'boolean' }, screen: { type: 'string' } } }, USAGE);
  return { command, args, keyring: !values['no-keyring'], ...(values.screen ? { screen: values.screen } : {}) };
}

if (import.meta.main ?? process.argv[1] === import.meta.filename) {
  await runCommand(() => inDesktopSession(commandLine(process.argv.slice(2))));
}
