import type { Stats } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { EngineError } from '../../engine-error.ts';

/** What SQLite keeps of one database: the file, its write-ahead log and its index, an old-style journal. */
export function databaseFiles(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** Bytes of the smallest page there is. */
const SMALLEST = 512;

/**
 * What is at a database's path. `unusable`: something that cannot be a database of ours: a folder or a link in the place
 * of a file, or a file with less in it than any database has: SQLite takes one of a single byte for empty, without a word.
 */
export async function whatIsAt(path: string): Promise<'nothing' | 'file' | 'unusable'> {
  const [main, ...side] = await Promise.all(databaseFiles(path).map(statsOf));
  if ([main, ...side].some((stats) => stats?.isFile() === false)) return 'unusable';
  if (!main) return 'nothing';
  return main.size >= SMALLEST ? 'file' : 'unusable';
}

async function statsOf(file: string): Promise<Stats | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}
