/**
 * Run by `official-electron.mjs` as a process of its own, so that it can be given up: downloads the official Electron
 * zip into the cache of @electron/get and unpacks it with Electron's own installer. Ends with 1 and one line on failure.
 * A slow network is given all its time; one that gives nothing for `STALL_MS` is given up.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const STALL_MS = 15_000;

const require = createRequire(import.meta.url);
const electron = require.resolve('electron/package.json');
const { version } = require(electron);
const { download } = await import(pathToFileURL(createRequire(electron).resolve('@electron/get')).href);

const given = new AbortController();
const stalled = () => given.abort(new Error(`nothing came for ${STALL_MS / 1000} s`));
let timer = setTimeout(stalled, STALL_MS);

try {
  await download(version, {
    // The cache where Electron's installer will look for the zip.
    cacheRoot: process.env['electron_config_cache'],
    checksums: require('electron/checksums.json'),
    downloadOptions: {
      quiet: true,
      signal: given.signal,
      getProgressCallback: async () => {
        clearTimeout(timer);
        timer = setTimeout(stalled, STALL_MS);
      },
    },
  });
} catch (error) {
  console.error(reason(error));
  process.exit(1);
}
clearTimeout(timer);
const unpacked = spawnSync(process.execPath, [join(dirname(electron), 'install.js')], { stdio: ['ignore', 'ignore', 'inherit'] });
process.exit(unpacked.status ?? 1);

/** @param {unknown} error */
function reason(error) {
  const { message, cause } = /** @type {Error & { cause?: { code?: string, message?: string } }} */ (error);
  return cause?.code ?? cause?.message ?? message;
}
