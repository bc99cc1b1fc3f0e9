import type { Clock } from '../clock.ts';
import type { Condition } from './condition.ts';
import type { HintDesk } from './hint-desk.ts';
import type { HintReader } from './hint-reader.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { Stretch } from './stretch.ts';
import type { Turns } from './turns.ts';

/** What the loop that follows hints works with. */
export interface HintLoopOptions {
  readonly clock: Clock;
  readonly condition: Condition;
  readonly desk: HintDesk;
  readonly reader: HintReader;
  readonly stretch: Stretch;
  readonly turn: Turns;
  /** Hints brought something new, all of it is stored. */
  readonly onComplete: () => void;
  /** Reading failed: a whole pass is due after so many milliseconds. */
  readonly onFailed: (wait: number) => void;
}

/**
 * Makes the loop that fetches what hints named. While the copy has not caught up, hints wait: the pass that catches
 * up may bring what they name, and what fails for it would fail for them.
 */
export function createHintLoop({ clock, condition, desk, reader, stretch, turn, onComplete, onFailed }: HintLoopOptions): Loop {
  const follow = async (): Promise<number | null> => {
    if (condition.signal.aborted || !condition.caughtUp || condition.blockedFor() > 0) return null;
    const tasks = desk.take();
    let helped = false;
    for (const [index, task] of tasks.entries()) {
      try {
        const fresh = await reader.read(task);
        if (fresh.length === 0) desk.again(task);
        helped ||= fresh.length > 0;
      } catch (error) {
        desk.putBack(tasks.slice(index));
        const wait = condition.failed(error);
        if (wait !== null) onFailed(wait);
        return null;
      }
    }
    if (helped) {
      stretch.hintHelped();
      onComplete();
    }
    condition.publish({ progress: null });
    return desk.nextDue();
  };
  return createLoop(clock, () => turn(follow));
}
