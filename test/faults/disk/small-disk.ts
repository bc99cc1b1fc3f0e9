import { execFile } from 'node:child_process';
import { mkdtemp, rm, rmdir, statfs, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A real file system of a few hundred kilobytes. */
export interface SmallDisk {
  readonly path: string;
  /** Takes the free space away but for so many bytes. */
  fill(leave: number): Promise<void>;
  /** Gives it back. */
  free(): Promise<void>;
  /** Makes it read-only or writable. False where something on it is open for writing and the system refuses. */
  readOnly(on: boolean): Promise<boolean>;
  dispose(): Promise<void>;
}

const BALLAST = '.ballast';
const mounted = new Set<string>();

async function unmount(path: string): Promise<void> {
  if (!mounted.delete(path)) return;
  await run('umount', ['-l', path]).catch(() => undefined);
  await rmdir(path).catch(() => undefined);
}

/** Unmounts whatever is still mounted; for the end of a process that was interrupted. */
export async function unmountAll(): Promise<void> {
  await Promise.all([...mounted].map(unmount));
}

/** Mounts a tmpfs; null when this process may not. */
export async function mountSmallDisk(kilobytes: number): Promise<SmallDisk | null> {
  const path = await mkdtemp(join(tmpdir(), 'cxt-disk-'));
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k,mode=0700`, 'tmpfs', path]);
  } catch {
    await rm(path, { recursive: true });
    return null;
  }
  mounted.add(path);
  const ballast = join(path, BALLAST);
  const freeBytes = async (): Promise<number> => {
    const { bavail, bsize } = await statfs(path);
    return bavail * bsize;
  };
  return {
    path,
    async fill(leave) {
      await unlink(ballast).catch(() => undefined);
      // More than fits would be refused as a whole or written in part: what remains is what was asked for.
      await writeFile(ballast, Buffer.alloc(Math.max(0, (await freeBytes()) - leave)));
    },
    free: () => unlink(ballast).catch(() => undefined),
    readOnly: (on) => run('mount', ['-o', `remount,${on ? 'ro' : 'rw'}`, path]).then(() => true, () => false),
    dispose: () => unmount(path),
  };
}
