import type { Clock } from '../clock.ts';

const BEAT_MS = 15_000;
/** A beat that comes this much too late means that the machine slept, in milliseconds. */
const GAP_MS = 90_000;

/**
 * Notices sleep without being told: some systems resume without saying so. Compares wall time, because the monotonic
 * clock of some systems stands still during sleep. Returns what ends it.
 */
export function watchForSleep(clock: Clock, onWake: () => void): () => void {
  let cancel: () => void = () => undefined;
  const beat = (): void => {
    const sleptAt = clock.now();
    cancel = clock.after(BEAT_MS, () => {
      const late = clock.now() - sleptAt - BEAT_MS;
      beat();
      if (late > GAP_MS) onWake();
    });
  };
  beat();
  return () => cancel();
}
