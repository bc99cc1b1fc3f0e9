import type { Clock } from '../clock.ts';

/** A purse that refills with time. */
export interface Allowance {
  /** Takes one; false when it is empty. */
  take(this: void): boolean;
}

/** Makes an {@link Allowance} that holds at most `size` and gains one every `refillMs`. */
export function createAllowance(clock: Clock, size: number, refillMs: number): Allowance {
  let left = size;
  let countedAt = clock.mono();
  return {
    take() {
      const gained = Math.floor((clock.mono() - countedAt) / refillMs);
      left = Math.min(size, left + gained);
      countedAt += gained * refillMs;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
