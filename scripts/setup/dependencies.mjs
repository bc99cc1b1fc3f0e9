import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from './failure.mjs';
import { npm, npmComplaint } from './npm.mjs';
import { ROOT } from './places.mjs';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked */
/** @typedef {{ packages?: Record<string, Locked> }} Lockfile */

/**
 * Installs the dependencies by the lockfile when they are missing or not the ones it names.
 * @param {{ log: (line: string) => void, root?: string }} options
 */
export async function installDependencies({ log, root = ROOT }) {
  const wanted = await readLock(join(root, 'package-lock.json'));
  if (!wanted) throw new Failure('package-lock.json is missing or unreadable; restore it from the repository.');
  const installed = await readLock(join(root, 'node_modules', '.package-lock.json'));
  if (installed && sameDependencies(wanted, installed)) return;
  log(`Installing ${Object.keys(wanted.packages ?? {}).length - 1} npm packages by package-lock.json (npm ci).`);
  const result = await npm(['ci', '--no-audit', '--no-fund']);
  if (result.code !== 0) throw new Failure(`The dependencies could not be installed: ${npmComplaint(result.stderr)}.`);
}

/**
 * Compares the lockfile with the record that npm keeps of what it installed (`node_modules/.package-lock.json`, written last).
 * Optional packages may be absent: they belong to other systems.
 * @param {Lockfile} wanted
 * @param {Lockfile} installed
 */
export function sameDependencies(wanted, installed) {
  const found = installed.packages ?? {};
  return Object.entries(wanted.packages ?? {}).every(([path, entry]) => {
    if (path === '') return true;
    const there = found[path];
    if (!there) return entry.optional === true || entry.devOptional === true;
    return there.version === entry.version && there.integrity === entry.integrity;
  });
}

/** @param {string} path @returns {Promise<Lockfile | undefined>} */
async function readLock(path) {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}
