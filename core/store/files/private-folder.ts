import { randomBytes } from 'node:crypto';
import { chmod, mkdir, open, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../../engine-error.ts';

/** Rights of the folder and of each file in it: the person alone. Windows has its own rights and ignores these. */
const FOLDER_MODE = 0o700;
const FILE_MODE = 0o600;

/** Makes a folder that only this person can enter, and proves that it can be written. Rejects with `storageUnavailable`. */
export async function preparePrivateFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: FOLDER_MODE });
    await chmod(folder, FOLDER_MODE);
    const probe = join(folder, `.probe-${randomBytes(8).toString('hex')}`);
    await (await open(probe, 'wx', FILE_MODE)).close();
    await unlink(probe);
  } catch (error) {
    throw new EngineError('storageUnavailable', { retry: true, cause: error });
  }
}

/** Makes a database's files readable by this person alone. SQLite gives files it adds later the rights of the first. */
export async function makePrivate(files: readonly string[]): Promise<void> {
  for (const file of files) {
    await chmod(file, FILE_MODE).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new EngineError('storageUnavailable', { cause: error });
    });
  }
}
