import type { Clock } from '../clock.ts';

/** Percent of the budget that is always left. */
const LEAST = 10;
/** Percent that come back at a time. */
const STEP = 10;
/** How long it must be quiet for one {@link STEP}. */
const STEP_MS = 5 * 60_000;
/** Signs closer together than this say the same thing: it is the server's window, in which they have one cause. */
const SAME_SIGN_MS = 60_000;
/** The most that time without the app counts for, so that a wall clock set forward wins little. */
const AWAY_MOST_MS = 15 * 60_000;
/** Part of what was in use at a block that is thought safe. */
const SAFE = 0.75;
/** How long that is remembered. */
const CEILING_MS = 24 * 60 * 60_000;

/** An adapted part as it is kept on disk. */
export interface StoredAdaptation {
  readonly percent: number;
  /** Milliseconds for which it has been quiet at the writing; negative while it is not to grow yet. */
  readonly quietFor: number;
  /** Percent beyond which it does not grow, and for how long, ms. */
  readonly ceiling: { readonly percent: number; readonly left: number } | null;
}

/**
 * The part of the budget in use, which follows what the server says of the whole address: others send from it too.
 * A sign of pressure halves it, quiet time gives it back a tenth of the budget every five minutes. After a block it
 * stops for a day at three quarters of what was in use when the block came: without that, an office that asks for too
 * much would grow into the next block every half an hour.
 */
export interface Adaptation {
  /** The server asked to slow down (`pressed`) or has `blocked` the address. */
  sign(kind: 'pressed' | 'blocked'): void;
  /** The next `ms` do not count as quiet. */
  restFor(ms: number): void;
  /** Takes up what an earlier run left `awayMs` ago. */
  resume(stored: StoredAdaptation, awayMs: number): void;
  /** Percent of the budget in use, 10 to 100. */
  percent(): number;
  /** Milliseconds until it may change by itself; null when it will not. */
  nextChangeIn(): number | null;
  /** What must be on disk; null when there is nothing to remember. */
  stored(): StoredAdaptation | null;
}

/** Makes an {@link Adaptation} at 100 percent. */
export function createAdaptation(clock: Clock): Adaptation {
  let percent = 100;
  let quietSince = clock.mono();
  let halvedAt = Number.NEGATIVE_INFINITY;
  let beforeHalving = 100;
  let ceiling: { percent: number; until: number } | null = null;

  const top = (): number => ceiling?.percent ?? 100;

  function grow(): void {
    const now = clock.mono();
    if (ceiling && now >= ceiling.until) ceiling = null;
    while (percent < top() && now - quietSince >= STEP_MS) {
      percent = Math.min(top(), percent + STEP);
      quietSince += STEP_MS;
    }
    if (percent >= top()) quietSince = Math.max(quietSince, now);
  }

  return {
    sign(kind) {
      grow();
      const now = clock.mono();
      if (now - halvedAt >= SAME_SIGN_MS) {
        beforeHalving = percent;
        percent = Math.max(LEAST, Math.floor(percent / 2));
        halvedAt = now;
      }
      quietSince = Math.max(quietSince, now);
      if (kind === 'blocked') ceiling = { percent: Math.max(LEAST, percent, Math.floor(beforeHalving * SAFE)), until: now + CEILING_MS };
    },
    restFor(ms) {
      grow();
      quietSince = Math.max(quietSince, clock.mono() + ms);
    },
    resume(stored, awayMs) {
      const now = clock.mono();
      const left = stored.ceiling ? Math.min(stored.ceiling.left, CEILING_MS) - awayMs : 0;
      ceiling = stored.ceiling && left > 0 ? { percent: bounded(stored.ceiling.percent), until: now + left } : null;
      percent = Math.min(bounded(stored.percent), top());
      quietSince = now - Math.min(stored.quietFor, STEP_MS) - Math.min(awayMs, AWAY_MOST_MS);
      grow();
    },
    percent() {
      grow();
      return percent;
    },
    nextChangeIn() {
      grow();
      const now = clock.mono();
      if (percent < top()) return quietSince + STEP_MS - now;
      return ceiling ? ceiling.until - now : null;
    },
    stored() {
      grow();
      if (percent === 100 && !ceiling) return null;
      const now = clock.mono();
      return { percent, quietFor: now - quietSince, ceiling: ceiling && { percent: ceiling.percent, left: ceiling.until - now } };
    },
  };
}

function bounded(percent: number): number {
  return Math.min(Math.max(Math.floor(percent), LEAST), 100);
}
