import type { Clock } from '../clock.ts';

/** Runs one job again and again, never twice at once. */
export interface Loop {
  /** Makes sure that a run begins within `ms` (sooner plans stay); during a run: after it. */
  poke(this: void, ms?: number): void;
  /** Resolves when the run that is under way, or else one that begins now, is over. */
  now(): Promise<void>;
  /** Runs no more; resolves when the last run is over. */
  stop(): Promise<void>;
}

/**
 * Makes a {@link Loop}. `job` resolves with the milliseconds until it wants to run again, or null to wait for a poke;
 * it must not reject. The first run needs a poke.
 */
export function createLoop(clock: Clock, job: () => Promise<number | null>): Loop {
  let running: Promise<void> | null = null;
  let plannedAt: number | null = null;
  let cancel: () => void = () => undefined;
  let stopped = false;

  const plan = (ms: number): void => {
    const now = clock.mono();
    const at = now + ms;
    // A plan whose time is past and that has not begun has a timer that sleep held back: it is set anew.
    if (stopped || (plannedAt !== null && plannedAt <= at && plannedAt > now)) return;
    cancel();
    plannedAt = Math.min(plannedAt ?? at, at);
    // During a run the plan is only kept; the run's end sets the timer.
    if (!running) cancel = clock.after(Math.max(0, plannedAt - now), () => void run());
  };
  const run = (): Promise<void> => {
    cancel();
    plannedAt = null;
    running = job().then((next) => {
      running = null;
      const kept = plannedAt;
      plannedAt = null;
      if (kept !== null) plan(Math.max(0, kept - clock.mono()));
      if (next !== null) plan(next);
    });
    return running;
  };
  return {
    poke: (ms = 0) => plan(ms),
    now: () => running ?? (stopped ? Promise.resolve() : run()),
    async stop() {
      stopped = true;
      cancel();
      await running;
    },
  };
}
