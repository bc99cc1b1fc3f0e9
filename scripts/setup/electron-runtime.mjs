import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Failure } from './failure.mjs';
import { fallbackRuntime, fallbackSupported } from './fallback-runtime.mjs';
import { officialElectron, shippedElectronVersion } from './official-electron.mjs';

/**
 * The Electron to run with. `fallback`: it is not the version that is shipped, so nothing built with it may be released.
 * `distDir` is the bare distribution, for a packager.
 * @typedef {{ executable: string, distDir: string, version: string, fallback: boolean }} ElectronRuntime
 */

/**
 * Chooses the runtime: `CXPRESS_ELECTRON` (path of an executable) if set, else the official Electron, else the fallback.
 * Says so whenever it is not the official one.
 * @param {{ log: (line: string) => void, askAgain?: boolean, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime({ log, askAgain = false, env = process.env }) {
  const chosen = env['CXPRESS_ELECTRON'];
  if (chosen) return given(resolve(chosen));
  const official = await officialElectron({ log, askAgain });
  if ('executable' in official) return { ...official, fallback: false };
  const wanted = shippedElectronVersion();
  if (!fallbackSupported()) {
    throw new Failure(
      `Electron ${wanted} could not be downloaded (${official.reason}), and there is no fallback for ${process.platform}-${process.arch}; set CXPRESS_ELECTRON to an Electron executable.`,
    );
  }
  const fallback = await fallbackRuntime({ log });
  log(`Electron ${fallback.version} (fallback, not for releases: the official ${wanted} could not be downloaded here: ${official.reason}).`);
  return { ...fallback, fallback: true };
}

/** @param {string} executable @returns {ElectronRuntime} */
function given(executable) {
  if (!existsSync(executable)) throw new Failure(`CXPRESS_ELECTRON names ${executable}, which does not exist.`);
  const distDir = dirname(executable);
  const versionFile = join(distDir, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { executable, distDir, version, fallback: version !== shippedElectronVersion() };
}
