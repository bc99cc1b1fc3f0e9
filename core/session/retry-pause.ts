import type { Clock } from '../clock.ts';

const FIRST_MS = 5_000;
const LONGEST_MS = 60_000;

/** The pause after a failed refresh, in which nobody starts another one: 5 s at first, doubling up to a minute, spread. */
export interface RetryPause {
  failed(error: Error): void;
  over(): void;
  /** Milliseconds left; 0 when a refresh may start. */
  left(): number;
  /** Why the last refresh failed. */
  error(): Error;
}

/** Makes a {@link RetryPause}. */
export function createRetryPause(clock: Clock, random: () => number): RetryPause {
  let failures = 0;
  let until = -Infinity;
  let last = new Error('no refresh has failed');
  return {
    failed(error) {
      const length = Math.min(FIRST_MS * 2 ** failures, LONGEST_MS);
      failures += 1;
      until = clock.mono() + length * (0.5 + random() / 2);
      last = error;
    },
    over() {
      failures = 0;
      until = -Infinity;
    },
    left: () => Math.max(0, until - clock.mono()),
    error: () => last,
  };
}
