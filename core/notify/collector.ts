import type { Clock } from '../clock.ts';
import { FLOOD_WINDOW_MS } from './policy.ts';

/** How long the first summary of a flood waits for more, in milliseconds. */
const GATHER_MS = 3000;

/** When the summary of a flood may go out: once a minute, for all that came since. Holds no events; they wait undecided in the store. */
export interface Collector {
  /** A summary is being gathered. */
  collecting(): boolean;
  /** It may go out now. */
  due(): boolean;
  /** There is something to gather: `release` runs when it is due. */
  hold(): void;
  /** The summary went out. */
  released(): void;
  /** Nothing is left to gather. */
  reset(): void;
  dispose(): void;
}

/** Makes a {@link Collector}. */
export function createCollector(clock: Clock, release: () => void): Collector {
  let dueAt: number | null = null;
  let releasedAt = Number.NEGATIVE_INFINITY;
  let cancel: () => void = () => undefined;
  const reset = (): void => {
    cancel();
    dueAt = null;
  };
  return {
    collecting: () => dueAt !== null,
    due: () => dueAt !== null && clock.mono() >= dueAt,
    hold() {
      if (dueAt !== null) return;
      dueAt = Math.max(releasedAt + FLOOD_WINDOW_MS, clock.mono() + GATHER_MS);
      cancel = clock.after(dueAt - clock.mono(), release);
    },
    released() {
      releasedAt = clock.mono();
      reset();
    },
    reset,
    dispose: reset,
  };
}
