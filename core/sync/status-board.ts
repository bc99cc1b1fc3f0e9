import { createEmitter } from '../emitter.ts';
import type { SyncStatus } from './port.ts';

/** Holds the status and tells when it changed. */
export interface StatusBoard {
  get(): SyncStatus;
  /** Changes parts of it; listeners hear of it only when something is different. */
  set(patch: Partial<SyncStatus>): void;
  /** Counts a hint. Told with the next change, not by itself: hints can come in floods. */
  countHint(): void;
  on(listener: (status: SyncStatus) => void): () => void;
}

const BLANK: SyncStatus = { phase: 'idle', completeUpTo: null, lastSyncAt: null, progress: null, missingPermissions: [], error: null, firstSync: null, hintsReceived: 0 };

/** Makes a {@link StatusBoard} that begins idle. */
export function createStatusBoard(): StatusBoard {
  const emitter = createEmitter<SyncStatus>();
  let status = BLANK;
  let told = JSON.stringify(BLANK);
  return {
    get: () => status,
    set(patch) {
      status = { ...status, ...patch };
      const now = JSON.stringify(status);
      if (now === told) return;
      told = now;
      emitter.emit(status);
    },
    countHint() {
      status = { ...status, hintsReceived: status.hintsReceived + 1 };
    },
    on: (listener) => emitter.on(listener),
  };
}
