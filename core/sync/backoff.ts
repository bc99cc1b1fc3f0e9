/** Shortest and longest wait after failures, in milliseconds. */
export const BACKOFF = { least: 1000, most: 5 * 60_000 } as const;

/**
 * How long to wait after `failures` failures in a row (1 or more), in milliseconds: full jitter under a doubling cap, so
 * that the desktops of one office do not come back in step. `rng` gives numbers from 0 up to 1.
 */
export function backoffDelay(failures: number, rng: () => number): number {
  const cap = Math.min(BACKOFF.most, BACKOFF.least * 2 ** failures);
  return Math.max(BACKOFF.least, Math.round(rng() * cap));
}
