import { lstat } from 'node:fs/promises';
import { EngineError } from '../../engine-error.ts';

/** What SQLite keeps of one database: the file, its write-ahead log and its index, an old-style journal. */
export function databaseFiles(path: string): string[] {
  return [path, `${path}-wal`, `${path}-shm`, `${path}-journal`];
}

/** What is at a database's path. `unusable`: something that cannot be a database of ours (a folder, a link, nothing in it). */
export async function whatIsAt(path: string): Promise<'nothing' | 'file' | 'unusable'> {
  try {
    const stats = await lstat(path);
    return stats.isFile() && stats.size > 0 ? 'file' : 'unusable';
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 'nothing';
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}
