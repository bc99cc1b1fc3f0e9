import * as fs from 'node:fs/promises';
import type { DurableDisk, WritableFile } from '../../../main/vault/durable-file.ts';

/** What goes wrong, and when. */
export interface DiskFault {
  /** Bytes one `write` takes at most: a short write that reports success. */
  readonly shortWrite?: number;
  /** `write` takes nothing any more after this many bytes in all. */
  readonly fullAfter?: number;
  /** The operation that throws. */
  readonly fails?: 'open' | 'sync' | 'rename' | 'syncFolder';
  /** What is read back differs. */
  readonly tornRead?: boolean;
}

/** The real disk with one fault. `steps` tells what was done, in order. */
export function failingDisk(fault: DiskFault): DurableDisk & { readonly steps: string[] } {
  const steps: string[] = [];
  const boom = (step: string): void => {
    steps.push(step);
    if (fault.fails === step) throw new Error(`${step} failed`);
  };
  const wrap = (file: fs.FileHandle, isFolder: boolean): WritableFile => {
    let written = 0;
    return {
      async write(bytes, offset, length, position) {
        const room = Math.max(0, (fault.fullAfter ?? Infinity) - written);
        const take = Math.min(length, fault.shortWrite ?? length, room);
        steps.push('write');
        if (take === 0) return { bytesWritten: 0 };
        written += take;
        return file.write(bytes, offset, take, position);
      },
      async sync() {
        boom(isFolder ? 'syncFolder' : 'sync');
        await file.sync();
      },
      close: () => file.close(),
    };
  };
  return {
    steps,
    async open(path, flags, mode) {
      if (flags === 'r') return wrap(await fs.open(path, flags), true);
      boom('open');
      return wrap(await fs.open(path, flags, mode), false);
    },
    async rename(from, to) {
      boom('rename');
      await fs.rename(from, to);
    },
    async readFile(path) {
      const bytes = await fs.readFile(path);
      return fault.tornRead ? bytes.subarray(1) : bytes;
    },
    rm: (path, options) => fs.rm(path, options),
  };
}
