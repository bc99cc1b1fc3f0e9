/** Program of the store's worker thread: bundled as a file of its own, run by `spawnStoreWorker`. */
import { parentPort } from 'node:worker_threads';
import { serveStore } from './serve.ts';

if (parentPort !== null) serveStore(parentPort);
