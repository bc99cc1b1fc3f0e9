import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { EngineError } from '../../engine-error.ts';

/** What SQLite keeps of one database: the file, its write-ahead log and its index, an old-style journal. */
export function databaseFiles(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/**
 * What is at a database's path. `unusable`: something that cannot be a database of ours: a folder or a link in the place
 * of a file, or a file with nothing in it.
 */
export async function whatIsAt(path: string): Promise<'nothing' | 'file' | 'unusable'> {
  const [main, ...side] = await Promise.all(databaseFiles(path).map(statsOf));
  if ([main, ...side].some((stats) => stats?.isFile() === false)) return 'unusable';
  if (!main) return 'nothing';
  return main.size > 0 ? 'file' : 'unusable';
}

async function statsOf(file: string): Promise<Stats | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}
