import { BLOCK_MS } from '../../contract/limits.ts';
import type { AppError } from '../../contract/result.ts';
import type { Clock } from '../clock.ts';
import { backoffDelay } from './backoff.ts';
import { appErrorOf, failureKind } from './failure.ts';
import type { FailureKind } from './failure.ts';

/** What stands in the way of reading, and how long to wait for it. */
export interface Trouble {
  /** A reading failed. Returns the wait in milliseconds; null: do not go on at all. */
  met(error: unknown): number | null;
  /** A reading succeeded. */
  over(): void;
  /** The network may be back: the next wait begins small again. A block stays. */
  easeOff(): void;
  /** Milliseconds until the block's deadline; 0 when there is none. */
  blockedFor(): number;
  readonly kind: FailureKind | null;
  readonly error: AppError | null;
}

/** Added to a block's deadline, up to so many milliseconds: the desktops behind one address must not return at once. */
const RETURN_SPREAD_MS = 5000;

/** The deadline that the governor put into the error, epoch ms; the documented length of a block when it is not there. */
function deadlineOf(error: AppError, now: number): number {
  const until = error.params?.['until'];
  return typeof until === 'number' ? until : now + BLOCK_MS;
}

/** Makes {@link Trouble}. */
export function createTrouble(clock: Clock, rng: () => number): Trouble {
  let failures = 0;
  let blockedUntil = { wall: 0, mono: 0 };
  let kind: FailureKind | null = null;
  let error: AppError | null = null;
  // Whichever clock gets there first: one may stand still in sleep, the other be set back. Too early costs nothing,
  // because the governor refuses before anything is sent.
  const blockedFor = (): number => Math.max(0, Math.min(blockedUntil.wall - clock.now(), blockedUntil.mono - clock.mono()));
  return {
    met(cause) {
      kind = failureKind(cause);
      error = appErrorOf(cause);
      if (kind === 'session') return null;
      if (kind === 'blocked') {
        const wait = deadlineOf(error, clock.now()) - clock.now() + Math.round(rng() * RETURN_SPREAD_MS);
        blockedUntil = { wall: clock.now() + wait, mono: clock.mono() + wait };
        return blockedFor();
      }
      failures += 1;
      return backoffDelay(failures, rng);
    },
    over() {
      failures = 0;
      blockedUntil = { wall: 0, mono: 0 };
      kind = null;
      error = null;
    },
    easeOff() {
      failures = 0;
    },
    blockedFor,
    get kind() {
      return kind;
    },
    get error() {
      return error;
    },
  };
}
