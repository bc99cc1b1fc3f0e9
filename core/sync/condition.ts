import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Completeness } from './completeness.ts';
import type { Health } from './health.ts';
import type { SyncStatus } from './port.ts';
import type { StatusBoard } from './status-board.ts';
import { createTrouble } from './trouble.ts';

/** What a run's condition is made of. */
export interface ConditionOptions {
  readonly clock: Clock;
  readonly rng: () => number;
  readonly logger: Logger;
  readonly board: StatusBoard;
  readonly health: Health;
  readonly completeness: Completeness;
  /** Whether some entity still waits for its baseline. */
  readonly inFirstSync: () => boolean;
}

/** How a run is doing, shared by its loops: caught up or not, what stands in the way, ended or not. */
export interface Condition {
  /** Aborts when the run ends. */
  readonly signal: AbortSignal;
  /** It ended by itself, because no token can be had. */
  readonly dead: boolean;
  /** Everything up to now is stored, as far as known. */
  readonly caughtUp: boolean;
  /** Milliseconds until requests make sense again; 0 unless the address is blocked. */
  blockedFor(): number;
  /** A reading failed. Returns how long to wait; null: go on no more. */
  failed(error: unknown): number | null;
  /** Something came through: whatever stood in the way is over. True when something did. */
  cameThrough(): boolean;
  /** A pass was complete. True when it is the first since the start, a wake, a time offline or a block. */
  catchUp(): boolean;
  /** The machine slept or was cut off: what is stored may be old, and waiting begins small again. */
  fallBehind(): void;
  /** Tells the status, with these parts changed. */
  publish(patch?: Partial<SyncStatus>): void;
  end(): void;
}

/** Makes a {@link Condition}; it begins behind. */
export function createCondition(options: ConditionOptions): Condition {
  const { clock, rng, logger, board, health, completeness, inFirstSync } = options;
  const abort = new AbortController();
  const trouble = createTrouble(clock, rng);
  let dead = false;
  let caughtUp = false;
  let away = true;

  const phase = (): SyncStatus['phase'] => {
    if (abort.signal.aborted) return 'stopped';
    if (trouble.blockedFor() > 0) return 'blocked';
    if (trouble.kind === 'network') return 'offline';
    if (inFirstSync()) return 'firstSync';
    return caughtUp ? 'live' : 'catchingUp';
  };
  const publish = (patch: Partial<SyncStatus> = {}): void => {
    board.set({
      phase: phase(),
      completeUpTo: completeness.upTo(),
      lastSyncAt: completeness.lastCompleteAt(),
      missingPermissions: health.missing(),
      error: trouble.error ?? health.error(),
      ...patch,
    });
  };
  return {
    signal: abort.signal,
    get dead() {
      return dead;
    },
    get caughtUp() {
      return caughtUp;
    },
    blockedFor: () => trouble.blockedFor(),
    failed(error) {
      // What fails after the end fails because of it.
      if (abort.signal.aborted) return null;
      caughtUp = false;
      const wait = trouble.met(error);
      away ||= trouble.kind === 'network' || trouble.kind === 'blocked';
      logger.warn('sync.failed', { error: String(error), wait });
      if (wait === null) {
        dead = true;
        abort.abort();
      }
      publish({ progress: null });
      return wait;
    },
    cameThrough() {
      const stood = trouble.kind !== null;
      trouble.over();
      return stood;
    },
    catchUp() {
      const returned = away;
      caughtUp = true;
      away = false;
      return returned;
    },
    fallBehind() {
      trouble.easeOff();
      caughtUp = false;
      away = true;
      publish();
    },
    publish,
    end: () => abort.abort(),
  };
}
