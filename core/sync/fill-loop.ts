import type { Clock } from '../clock.ts';
import type { Completeness } from './completeness.ts';
import type { Condition } from './condition.ts';
import type { FirstSync } from './first-sync.ts';
import type { Health } from './health.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';

/** What the loop that gives baselines works with. */
export interface FillLoopOptions {
  readonly clock: Clock;
  readonly condition: Condition;
  readonly firstSync: FirstSync;
  readonly completeness: Completeness;
  readonly health: Health;
  /** The first sync is over; what changed meanwhile waits to be read. */
  readonly onFilled: () => void;
}

/** An entity that was set aside gets its baseline tried again no sooner than this, in milliseconds. */
const LEAST_RETRY_MS = 60_000;

/** Makes the loop that reads baselines until none is missing, and comes back for entities that were set aside. */
export function createFillLoop({ clock, condition, firstSync, completeness, health, onFilled }: FillLoopOptions): Loop {
  let told = false;
  return createLoop(clock, async () => {
    if (condition.signal.aborted) return null;
    if (condition.blockedFor() > 0) return condition.blockedFor();
    try {
      const error = await firstSync.run();
      if (error !== null) return condition.failed(error);
      await completeness.refresh();
      const figures = firstSync.figures();
      if (figures && !told) onFilled();
      told = figures !== null;
      condition.publish(figures ? { firstSync: figures } : {});
      const nextTry = health.nextTry();
      return nextTry === null ? null : Math.max(LEAST_RETRY_MS, nextTry);
    } catch (error) {
      return condition.failed(error);
    }
  });
}
