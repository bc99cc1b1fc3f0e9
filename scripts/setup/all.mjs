import { buildApp } from './build.mjs';
import { installDesktop } from './debian-packages.mjs';
import { installDependencies } from './dependencies.mjs';
import { electronRuntime } from './electron-runtime.mjs';
import { continueUnderNewNode } from './node.mjs';

/** @typedef {import('./electron-runtime.mjs').ElectronRuntime} ElectronRuntime */

/**
 * What a command needs beyond the npm dependencies and a new enough Node, which every command gets.
 * @typedef {object} Needs
 * @property {'headless' | 'screen'} [desktop] system packages: for a session without a screen, or only what Electron loads
 * @property {boolean} [electron] an Electron to run with
 * @property {boolean} [officialAgain] try to download the official Electron even if that failed today
 * @property {boolean} [build] an up-to-date `out/`
 * @property {(line: string) => void} [log] where plain lines go (default: standard output)
 */

/**
 * Brings a machine, from a bare clone on, to where a command can do its work. Does nothing that is already done and
 * says what it does. May not return: see `continueUnderNewNode`.
 * @template {Needs} N
 * @param {N} needs
 * @returns {Promise<N extends { electron: true } ? ElectronRuntime : undefined>}
 */
export async function prepare({ desktop, electron, officialAgain, build, log = console.log }) {
  await installDependencies({ log });
  await continueUnderNewNode();
  if (desktop) await installDesktop({ headless: desktop === 'headless', log });
  const runtime = electron ? await electronRuntime({ log, askAgain: officialAgain ?? false }) : undefined;
  if (build) await buildApp({ log });
  return /** @type {any} */ (runtime);
}
