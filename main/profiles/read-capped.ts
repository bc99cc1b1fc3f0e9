import { constants, open } from 'node:fs/promises';
import { EngineError } from '../../core/engine-error.ts';

/** Bytes of a mebibyte. */
export const MEBIBYTE = 1024 * 1024;

/**
 * Reads a file's bytes, at most `limit` and one more, whatever the file says of its own size. Rejects with EngineError
 * `fileTooLarge` when there is more, `fileUnreadable` when it is not a plain file or cannot be read.
 */
export async function readCapped(path: string, limit: number): Promise<Uint8Array> {
  try {
    // Without waiting: a pipe opens only when somebody writes into it.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      // A pipe or a device never ends, or never begins.
      if (!(await file.stat()).isFile()) throw new EngineError('fileUnreadable');
      const bytes = new Uint8Array(limit + 1);
      let length = 0;
      for (;;) {
        const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
        length += bytesRead;
        if (length > limit) throw new EngineError('fileTooLarge', { params: { megabytes: Math.floor(limit / MEBIBYTE) } });
        if (bytesRead === 0) return bytes.slice(0, length);
      }
    } finally {
      await file.close();
    }
  } catch (cause) {
    throw cause instanceof EngineError ? cause : new EngineError('fileUnreadable', { cause });
  }
}
