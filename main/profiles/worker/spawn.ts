import { Worker } from 'node:worker_threads';
import type { ProposerPort } from './proposer.ts';

/** A collection of 8 MB needs a tenth of this; a file made to need more ends its own thread, and not the app. */
const MEMORY_MB = 512;

/** Starts the thread from its program file (`entry.ts`, or what it was bundled to). */
export function spawnProposer(program: URL): ProposerPort {
  return new Worker(program, { name: 'profile-import', resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
}
