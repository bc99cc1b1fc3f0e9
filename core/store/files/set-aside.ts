import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '../../engine-error.ts';
import { databaseFiles } from './database-files.ts';

const PREFIX = 'corrupt-';
/** How many such folders stay of each database; each may hold a whole copy. */
const KEPT = 3;

/**
 * Moves a database that cannot be used, with its side files, into a new folder `corrupt-<time>` beside it. Returns the
 * folder. Rejects with `storageUnavailable` when the file cannot be moved.
 */
export async function setDatabaseAside(directory: string, path: string, now: number): Promise<string> {
  try {
    const folder = await newFolder(directory, now);
    for (const file of databaseFiles(path)) await moveIfThere(file, join(folder, basename(file)));
    return folder;
  } catch (error) {
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}

/** Undoes {@link setDatabaseAside} where no new database could be begun; the next start finds it as this one did. */
export async function putDatabaseBack(folder: string, path: string): Promise<void> {
  for (const file of databaseFiles(path)) {
    await rm(file, { recursive: true, force: true });
    await moveIfThere(join(folder, basename(file)), file);
  }
  await rm(folder, { recursive: true, force: true });
}

async function moveIfThere(from: string, to: string): Promise<void> {
  await rename(from, to).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
}

/** Names of the folders that {@link setDatabaseAside} made in a folder, oldest first. */
export async function setAsideFolders(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory() && entry.name.startsWith(PREFIX)).map(({ name }) => name).sort();
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

/** Drops the oldest folders that hold this database; those of the other one count by themselves. */
export async function dropOldest(directory: string, path: string, newest: string): Promise<void> {
  const others: string[] = [];
  for (const name of await setAsideFolders(directory)) {
    const folder = join(directory, name);
    if (folder !== newest && (await readdir(folder)).some((file) => file.startsWith(basename(path)))) others.push(folder);
  }
  for (const folder of others.slice(0, Math.max(0, others.length - (KEPT - 1)))) await rm(folder, { recursive: true, force: true });
}
