import type { Clock } from '../../core/clock.ts';
import { endlessTimers } from './livelock.ts';

/** A clock for worlds of many parts: time moves only when nothing happens any more. */
export interface QuietClock extends Clock {
  /** Moves both clocks and runs the timers that come due; before each step, everything that is under way comes to rest. */
  advance(ms: number): Promise<void>;
  /** Moves the wall clock alone. */
  jumpWall(ms: number): void;
}

/** Turns of the event loop without a sign of activity that count as rest. */
const REST = 3;
/** Turns after which nobody believes in rest any more. */
const MOST_TURNS = 1_000_000;

/** Makes a {@link QuietClock} that starts at `start` (epoch ms). `activity` is a number that changes whenever something happens. */
export function quietClock(start: number, activity: () => number): QuietClock {
  let wall = start;
  let mono = 0;
  let serial = 0;
  const timers = new Map<number, { readonly at: number; readonly run: () => void }>();
  const rest = async (): Promise<void> => {
    for (let still = 0, turns = 0, last = activity(); still < REST; turns++) {
      if (turns > MOST_TURNS) throw new Error(`The world did not come to rest in ${MOST_TURNS} turns of the event loop, at ${mono} ms.`);
      await new Promise((resolve) => setImmediate(resolve));
      const now = activity();
      still = now === last ? still + 1 : 0;
      last = now;
    }
  };
  const nextDue = (end: number): number | null => {
    let due: { readonly id: number; readonly at: number } | null = null;
    for (const [id, { at }] of timers) if (at <= end && (due === null || at < due.at)) due = { id, at };
    return due?.id ?? null;
  };
  const pass = (ms: number): void => {
    mono += ms;
    wall += ms;
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
      await rest();
      for (let id = nextDue(end); id !== null; id = nextDue(end)) {
        const timer = timers.get(id);
        timers.delete(id);
        pass(Math.max(0, (timer?.at ?? mono) - mono));
        if (timer) watch(mono, timer.run);
        timer?.run();
        await rest();
      }
      pass(end - mono);
    },
    jumpWall: (ms) => void (wall += ms),
  };
}
