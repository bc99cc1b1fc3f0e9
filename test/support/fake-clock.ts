import type { Clock } from '../../core/clock.ts';
import { endlessTimers } from './livelock.ts';

/** A clock that stands still until a test moves it. Wall and monotonic time can be moved apart. */
export interface FakeClock extends Clock {
  /** Moves both clocks and runs the timers that come due, in order; lets promises settle in between. Rejects when there is no end to them. */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock alone (a lying or corrected clock). */
  jumpWall(ms: number): void;
  /** The machine sleeps: time passes and no timer runs, those that come due run late, at the next `advance`. The monotonic clock goes on only where `monoRuns`. */
  sleep(ms: number, monoRuns: boolean): void;
  /** Timers that wait. */
  pending(): number;
}

/** Makes a {@link FakeClock} that starts at `start` (epoch ms). */
export function fakeClock(start = Date.UTC(2026, 0, 5, 12, 0, 0)): FakeClock {
  let wall = start;
  let mono = 0;
  let serial = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
  /** The earliest timer; of several at one time the oldest. */
  const first = (): { id: number; at: number; run: () => void } | null => {
    let found: { id: number; at: number; run: () => void } | null = null;
    for (const [id, timer] of timers) if (!found || timer.at < found.at) found = { id, ...timer };
    return found;
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 20; i++) await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return {
    now: () => wall,
    mono: () => mono,
    after(ms, run) {
      const id = ++serial;
      timers.set(id, { at: mono + Math.max(0, ms), run });
      return () => timers.delete(id);
    },
    async advance(ms) {
      const end = mono + ms;
      const watch = endlessTimers();
      await settle();
      for (;;) {
        const due = first();
        if (!due || due.at > end) break;
        timers.delete(due.id);
        const step = Math.max(0, due.at - mono);
        mono += step;
        wall += step;
        watch(mono, due.run);
        due.run();
        await settle();
      }
      wall += end - mono;
      mono = end;
      await settle();
    },
    jumpWall(ms) {
      wall += ms;
    },
    sleep(ms, monoRuns) {
      wall += ms;
      if (monoRuns) mono += ms;
    },
    pending: () => timers.size,
  };
}
