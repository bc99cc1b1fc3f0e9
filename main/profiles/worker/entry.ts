/** Program of the thread that reads files to import: bundled as a file of its own, run by `spawnProposer`. */
import { parentPort } from 'node:worker_threads';
import { servePropose } from './serve.ts';

if (parentPort !== null) servePropose(parentPort);
