import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { capture } from './child.mjs';
import { Failure } from './failure.mjs';
import { ROOT } from './places.mjs';

/** Everything that goes into `out/`. */
const SOURCES = ['contract', 'core', 'main', 'preload', 'renderer', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const OUTPUT = ['out'];
/** Beside `out/`, because all of that is packaged. */
const STAMP = join('node_modules', '.cache', 'cxpress-tray', 'built-from.json');

/**
 * Builds the app into `out/` unless it holds what the last build made of the same sources; hot reload leaves something
 * else there.
 * @param {{ log: (line: string) => void, root?: string }} options
 */
export async function buildApp({ log, root = ROOT }) {
  const stamp = join(root, STAMP);
  const sources = await digest(root, SOURCES);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === stampText(sources, await digest(root, OUTPUT))) return;
  log('Building the app (electron-vite build).');
  const script = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const result = await capture(process.execPath, [script, 'build'], { cwd: root });
  if (result.code !== 0) throw new Failure(`The app could not be built: ${withoutStack(result.stderr || result.stdout)}`);
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, stampText(sources, await digest(root, OUTPUT)));
}

/** A digest over what the app is built from. @param {string} root */
export const sourceDigest = (root) => digest(root, SOURCES);

/** @param {string} sources @param {string} output */
const stampText = (sources, output) => JSON.stringify({ sources, output });

/** @param {string} text */
const withoutStack = (text) => text.split('\n').filter((line) => !/^\s+at /.test(line)).join('\n').trim();

/**
 * A digest over the names and contents of all files in these places; it does not depend on times, which a checkout changes.
 * @param {string} root
 * @param {string[]} places
 */
async function digest(root, places) {
  const hash = createHash('sha256');
  for (const path of await filesIn(root, places)) {
    const content = await readFile(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** @param {string} root @param {string[]} places */
async function filesIn(root, places) {
  const lists = await Promise.all(
    places.filter((place) => existsSync(join(root, place))).map(async (place) => {
      const entries = await readdir(join(root, place), { recursive: true, withFileTypes: true }).catch(() => undefined);
      if (!entries) return [place];
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
    }),
  );
  return lists.flat().sort();
}
