import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../engine-error.ts';
import { databaseFiles } from './database-files.ts';
import { setAsideFolders } from './set-aside.ts';

/**
 * Removes every copy of our databases that is not in use, for a wipe: the same key opens them all. `folders` are those
 * that hold databases, `unused` the databases in them that are not open. Nothing else in there is touched. Rejects with
 * `storageUnavailable` when something stays.
 */
export async function removeSetAside(folders: readonly string[], unused: readonly string[]): Promise<void> {
  try {
    for (const folder of folders) {
      for (const name of await setAsideFolders(folder)) await rm(join(folder, name), { recursive: true, force: true });
    }
    for (const path of unused) {
      for (const file of databaseFiles(path)) await rm(file, { recursive: true, force: true });
    }
  } catch (error) {
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}
