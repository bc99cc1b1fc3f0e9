import { statfs } from 'node:fs/promises';
import { MEBIBYTE } from '../../profiles/read-capped.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** Free bytes of the disk that a folder is on. Rejects when the system does not say. */
export type FreeBytes = (folder: string) => Promise<number>;

/** Below these the copy cannot grow much, or at all, in megabytes. */
const LOW = 500;
const FULL = 50;

/** As the system tells it for ordinary people: what is set aside for the administrator is not free. */
export const freeBytes: FreeBytes = async (folder) => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Whether the copy has room to grow. */
export function diskSpaceCheck(folder: string, free: FreeBytes = freeBytes): Check {
  return async () => {
    const megabytes = Math.floor((await free(folder)) / MEBIBYTE);
    return verdict('diskSpace', megabytes < FULL ? 'full' : megabytes < LOW ? 'low' : 'enough', { megabytes });
  };
}
