import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { capture } from './child.mjs';
import { cacheDirectory } from './places.mjs';

/** @typedef {{ executable: string, distDir: string, version: string }} OfficialElectron */

const require = createRequire(import.meta.url);
const DAY_MS = 24 * 60 * 60 * 1000;

/** The Electron version that `package.json` asks for and that is shipped. */
export const shippedElectronVersion = () => /** @type {string} */ (require('electron/package.json').version);

/**
 * The official Electron, downloaded when it is not here yet. After a failure the answer "not to be had" is kept for a
 * day, so that every later command does not wait for a closed network.
 * @param {{ log: (line: string) => void, cache?: string, askAgain?: boolean, now?: () => number }} options
 *   `askAgain`: do not believe an earlier failure
 * @returns {Promise<OfficialElectron | { reason: string }>}
 */
export async function officialElectron({ log, cache = cacheDirectory(), askAgain = false, now = Date.now }) {
  const version = shippedElectronVersion();
  const present = installed(version);
  if (present) return present;
  const note = join(cache, `electron-${version}-unavailable.json`);
  const earlier = askAgain ? undefined : await recentFailure(note, now());
  if (earlier) return { reason: earlier };

  log(`Downloading Electron ${version}.`);
  const result = await capture(process.execPath, [join(import.meta.dirname, 'download-electron.mjs')], { env: { ...process.env, NODE_USE_ENV_PROXY: '1' } });
  const downloaded = installed(version);
  if (downloaded) {
    await rm(note, { force: true });
    return downloaded;
  }
  const reason = result.stderr.trim().split('\n').at(-1) || `the download ended with ${result.code}`;
  await mkdir(cache, { recursive: true });
  await writeFile(note, JSON.stringify({ at: now(), reason }));
  return { reason };
}

/** @param {string} version @returns {OfficialElectron | undefined} */
function installed(version) {
  const folder = dirname(require.resolve('electron/package.json'));
  try {
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'));
    const found = readFileSync(join(folder, 'dist', 'version'), 'utf8').trim().replace(/^v/, '');
    return found === version && existsSync(executable) ? { executable, distDir: join(folder, 'dist'), version } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {string} note @param {number} now @returns {Promise<string | undefined>} its reason */
async function recentFailure(note, now) {
  try {
    const { at, reason } = JSON.parse(await readFile(note, 'utf8'));
    return now - at < DAY_MS && now >= at ? reason : undefined;
  } catch {
    return undefined;
  }
}
