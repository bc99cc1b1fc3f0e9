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
 * It also deletes a log whose database is gone, with whatever was in that log alone, so such a log is `unusable` too.
 * `sibling` is the path of the other database: an empty file is what a death at the very first start leaves, as long as
 * nothing is there either.
 */
export async function whatIsAt(path: string, sibling: string): Promise<'nothing' | 'file' | 'unusable'> {
  const [main, wal, shm, journal] = await Promise.all(databaseFiles(path).map(statsOf));
  if ([main, wal, shm, journal].some((stats) => stats?.isFile() === false)) return 'unusable';
  if (main && main.size >= SMALLEST) return 'file';
  if (holds(wal) || holds(journal)) return 'unusable';
  if (!main) return 'nothing';
  return main.size === 0 && !holds(await statsOf(sibling)) ? 'nothing' : 'unusable';
}

function holds(stats: Stats | null | undefined): boolean {
  return stats !== null && stats !== undefined && (stats.size > 0 || !stats.isFile());
}

async function statsOf(file: string): Promise<Stats | null> {
  try {
    return await lstat(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}
