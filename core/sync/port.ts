import type { Entity } from '../../contract/entity.ts';
import type { AppError } from '../../contract/result.ts';
import type { Status } from '../../contract/status.ts';

/** What the engine knows of its own reading, for the status line. */
export interface SyncStatus {
  readonly phase: 'idle' | 'firstSync' | 'catchingUp' | 'live' | 'offline' | 'blocked' | 'stopped';
  readonly completeUpTo: number | null;
  readonly lastSyncAt: number | null;
  readonly progress: Status['progress'];
  readonly missingPermissions: readonly Entity[];
  readonly error: AppError | null;
  readonly firstSync: Status['firstSync'];
  readonly hintsReceived: number;
}

/** Rows that a pass stored; `all` after a first sync page or a wipe, when listing ids would not help. */
export interface ItemsStored {
  readonly entity: Entity;
  readonly ids: readonly string[];
  readonly all: boolean;
}

/** Keeps the local copy equal to the server by polling and hints. */
export interface SyncEngine {
  /** Begins (or resumes) reading; returns at once. */
  start(): void;
  /** Ends reading; resolves when nothing is in flight. */
  stop(): Promise<void>;
  /** A complete pass now; joins one that runs. */
  syncNow(): Promise<void>;
  /** Something changed, says an untrusted source. Leads to a coalesced re-fetch, nothing else. */
  hint(entity: Entity, id: string): void;
  /** The machine woke, or the network came back. */
  wake(): void;
  setInterval(seconds: number): void;
  status(): SyncStatus;
  onStatus(listener: (status: SyncStatus) => void): () => void;
  onStored(listener: (stored: ItemsStored) => void): () => void;
  dispose(): Promise<void>;
}
