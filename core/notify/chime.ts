import type { Clock } from '../clock.ts';

/** Milliseconds between two sounds: a burst of toasts sounds once. */
const BETWEEN_MS = 60_000;

/** Allows a sound now and notes that it was made; false within a minute of the last. */
export type Chime = () => boolean;

/** Makes a {@link Chime}. */
export function createChime(clock: Pick<Clock, 'mono'>): Chime {
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    if (clock.mono() - last < BETWEEN_MS) return false;
    last = clock.mono();
    return true;
  };
}
