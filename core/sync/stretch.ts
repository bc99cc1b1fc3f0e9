import type { Clock } from '../clock.ts';

/** Hints count as flowing for this long after one that brought something, in milliseconds. */
const FLOWING_MS = 10 * 60_000;
/** Polls become rarer by at most this factor. */
const MOST = 4;

/**
 * How much rarer polls may be while hints do the work. Polls audit the hints: as long as they find nothing that no
 * hint had told, they back away; the first change that was missed brings the plain interval back. A hint counts only
 * when its fetch brought something, so that forged hints cannot slow the polls.
 */
export interface Stretch {
  /** A hint's fetch brought something new. */
  hintHelped(): void;
  /** A poll is complete and found this many queue changes that no hint had told. */
  audited(missed: number): void;
  /** 1 to 4. */
  factor(): number;
}

/** Makes a {@link Stretch}. */
export function createStretch(clock: Clock): Stretch {
  let helpedAt = Number.NEGATIVE_INFINITY;
  let factor = 1;
  const flowing = (): boolean => clock.mono() - helpedAt < FLOWING_MS;
  return {
    hintHelped: () => void (helpedAt = clock.mono()),
    audited: (missed) => void (factor = missed > 0 || !flowing() ? 1 : Math.min(MOST, factor * 2)),
    factor: () => (flowing() ? factor : 1),
  };
}
