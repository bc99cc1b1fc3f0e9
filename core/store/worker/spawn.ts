import { Worker } from 'node:worker_threads';
import type { StorePort } from './remote.ts';

/** Starts the store's worker thread from its program file (`entry.ts`, or what it was bundled to). */
export function spawnStoreWorker(program: URL): StorePort {
  return new Worker(program, { name: 'store' });
}
