import type { Clock } from '../../core/clock.ts';

/** A clock that stands still until a test moves it. Wall and monotonic time can be moved apart. */
export interface FakeClock extends Clock {
  /** Moves both clocks and runs the timers that come due, in order; lets promises settle in between. */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock alone (a lying or corrected clock). */
  jumpWall(ms: number): void;
  /** Timers that wait. */
  pending(): number;
}

/** Makes a {@link FakeClock} that starts at `start` (epoch ms). */
export function fakeClock(start = Date.UTC(2026, 0, 5, 12, 0, 0)): FakeClock {
  let wall = start;
  let mono = 0;
  let serial = 0;
  const timers = new Map<number, { at: number; run: () => void }>();
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
      await settle();
      for (;;) {
        const due = [...timers.entries()].filter(([, t]) => t.at <= end).sort((a, b) => a[1].at - b[1].at || a[0] - b[0])[0];
        if (!due) break;
        timers.delete(due[0]);
        const step = Math.max(0, due[1].at - mono);
        mono += step;
        wall += step;
        due[1].run();
        await settle();
      }
      wall += end - mono;
      mono = end;
      await settle();
    },
    jumpWall(ms) {
      wall += ms;
    },
    pending: () => timers.size,
  };
}
