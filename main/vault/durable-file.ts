import { randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { dirname } from 'node:path';

/** The part of a file handle that a durable write needs. */
export interface WritableFile {
  write(bytes: Uint8Array, offset: number, length: number, position: number): Promise<{ bytesWritten: number }>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The part of the file system that a durable write needs; tests give a disk that fails. */
export interface DurableDisk {
  open(path: string, flags: string, mode?: number): Promise<WritableFile>;
  rename(from: string, to: string): Promise<void>;
  readFile(path: string): Promise<Uint8Array>;
  rm(path: string, options: { force: boolean }): Promise<void>;
}

/** `write` may write less than it was asked to and call it success, so the rest is written until it is all there. */
async function writeAll(file: WritableFile, bytes: Uint8Array): Promise<void> {
  let offset = 0;
  while (offset < bytes.length) {
    const { bytesWritten } = await file.write(bytes, offset, bytes.length - offset, offset);
    if (bytesWritten <= 0) throw new Error('The disk took no more bytes.');
    offset += bytesWritten;
  }
}

async function syncDirectory(disk: DurableDisk, path: string): Promise<void> {
  if (process.platform === 'win32') return; // Windows has no handle of a directory to flush.
  const directory = await disk.open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Renames a file within its folder so that a crash leaves it under one of the two names. */
export async function renameDurably(from: string, to: string, disk: DurableDisk = fs): Promise<void> {
  await disk.rename(from, to);
  await syncDirectory(disk, dirname(to));
}

async function writeTemporary(disk: DurableDisk, path: string, bytes: Uint8Array): Promise<void> {
  // 'wx': a file or link that somebody planted under this name is not followed.
  const file = await disk.open(path, 'wx', 0o600);
  try {
    await writeAll(file, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Replaces a file so that after a crash or on a full disk either the old or the new content is there, whole: temporary
 * file (0600) → fsync → rename → fsync of the directory → read back. Rejects when any of it fails; up to the rename the
 * old file is untouched.
 */
export async function writeDurably(path: string, bytes: Uint8Array, disk: DurableDisk = fs): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    await writeTemporary(disk, temporary, bytes);
    await disk.rename(temporary, path);
  } catch (error) {
    await disk.rm(temporary, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncDirectory(disk, dirname(path));
  const back = await disk.readFile(path);
  if (Buffer.compare(back, bytes) !== 0) throw new Error('The file read back differs from what was written.');
}
