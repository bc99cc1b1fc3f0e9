import { RATE_WINDOW_MS } from '../../contract/limits.ts';
import { GRACE_MS } from './held-slots.ts';
import type { Stamp, TimeAway, Uptime } from './time-away.ts';

/** No request is given a slot while the stamp on disk is older than this, ms. Seldom enough that a poll costs no write of its own. */
const STALE_MS = 5 * 60_000;
/** No request takes longer than this from sending to its end, ms; the client's own limit is far below. */
const LONGEST_REQUEST_MS = 2 * 60_000;
/** So long after the last stamp nothing that was sent counts any more. */
const QUIET_MS = STALE_MS + LONGEST_REQUEST_MS + GRACE_MS + RATE_WINDOW_MS;

/**
 * How old the stamp on disk is. A start may forget the requests of an earlier run only when it knows that the last of
 * them was long ago, and the stamp tells when the last write was, not the last request. So the two are kept together.
 */
export interface FreshStamp {
  /** The disk holds this stamp for sure. */
  found(stamp: Stamp | null): void;
  /** It must be written anew before anything is sent. Never, where no uptime tells: then no start trusts it. */
  stale(): boolean;
}

/** Makes a {@link FreshStamp}. */
export function createFreshStamp(uptime: Uptime): FreshStamp {
  let writtenAt: number | null = null;
  return {
    found(stamp) {
      writtenAt = stamp?.uptime ?? null;
    },
    stale() {
      const up = uptime();
      // A lower uptime is another start of the machine.
      return up !== null && writtenAt !== null && (up < writtenAt || up - writtenAt > STALE_MS);
    },
  };
}

/** Whether a start so long after the last stamp need not care for what was sent before it. */
export function longQuiet({ ms, sure }: TimeAway): boolean {
  return sure && ms > QUIET_MS;
}
