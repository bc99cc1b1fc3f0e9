import { DIGEST_MINUTES } from '../../contract/rules.ts';
import type { Clock } from '../clock.ts';
import type { PendingEvent } from '../store/store.ts';

const DIGEST_MS = DIGEST_MINUTES * 60_000;

/** When events of the action `summary` are told. Holds no events: they wait undecided in the store, so a restart changes nothing. */
export interface Digest {
  /** These wait; true when they are due, else `release` runs when they are. */
  due(events: readonly Pick<PendingEvent, 'seenAt'>[]): boolean;
  /** Nothing waits, or what waited was told. */
  reset(): void;
  dispose(): void;
}

/**
 * Makes a {@link Digest}: due {@link DIGEST_MINUTES} after the oldest event was seen, and never later than that from when it
 * was first heard of here, whatever a corrected clock says.
 */
export function createDigest(clock: Clock, release: () => void): Digest {
  let dueAt: number | null = null;
  let cancel: () => void = () => undefined;
  const reset = (): void => {
    cancel();
    dueAt = null;
  };
  return {
    due(events) {
      const oldest = events.reduce((least, { seenAt }) => Math.min(least, seenAt), Number.POSITIVE_INFINITY);
      const waitMs = Math.min(DIGEST_MS, Math.max(0, oldest + DIGEST_MS - clock.now()));
      const at = Math.min(dueAt ?? Number.POSITIVE_INFINITY, clock.mono() + waitMs);
      if (at !== dueAt) {
        cancel();
        dueAt = at;
        cancel = clock.after(at - clock.mono(), release);
      }
      return clock.mono() >= at;
    },
    reset,
    dispose: reset,
  };
}
