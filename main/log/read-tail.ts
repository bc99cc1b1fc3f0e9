import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { LOG_FILES } from './log-file.ts';

/** The last so many lines of the log, oldest first. What cannot be read is left out. */
export async function readTail(directory: string, lines: number, maxBytes = 256 * 1024): Promise<string[]> {
  const found: string[] = [];
  for (const name of LOG_FILES) {
    if (found.length >= lines) break;
    found.unshift(...(await tailOf(join(directory, name), maxBytes)));
  }
  return found.slice(-lines);
}

async function tailOf(path: string, maxBytes: number): Promise<string[]> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      const from = Math.max(0, size - maxBytes);
      const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, maxBytes)), 0, Math.min(size, maxBytes), from);
      const lines = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
      // The first may have lost its beginning.
      return lines.slice(from > 0 ? 1 : 0).filter((line) => line !== '');
    } finally {
      await file.close();
    }
  } catch {
    return [];
  }
}
