import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '../../engine-error.ts';
import { databaseFiles } from './database-files.ts';

const PREFIX = 'corrupt-';
/** How many such folders stay; each may hold a whole copy. */
const KEPT = 3;

/**
 * Moves a database that cannot be used, with its side files, into a new folder `corrupt-<time>` beside it, and drops the
 * oldest such folders. Returns the folder. Rejects with `storageUnavailable` when the file cannot be moved.
 */
export async function setDatabaseAside(directory: string, path: string, now: number): Promise<string> {
  try {
    const folder = await newFolder(directory, now);
    for (const file of databaseFiles(path)) {
      await rename(file, join(folder, basename(file))).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      });
    }
    await dropOldest(directory, folder);
    return folder;
  } catch (error) {
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}

async function newFolder(directory: string, now: number): Promise<string> {
  const name = `${PREFIX}${new Date(now).toISOString().replace(/[-:.]/g, '')}`;
  for (let n = 1; ; n++) {
    const folder = join(directory, n === 1 ? name : `${name}-${n}`);
    try {
      await mkdir(folder, { mode: 0o700 });
      return folder;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function dropOldest(directory: string, newest: string): Promise<void> {
  const others = (await readdir(directory)).filter((name) => name.startsWith(PREFIX) && join(directory, name) !== newest).sort();
  for (const name of others.slice(0, Math.max(0, others.length - (KEPT - 1)))) await rm(join(directory, name), { recursive: true, force: true });
}
