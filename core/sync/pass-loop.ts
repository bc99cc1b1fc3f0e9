import type { Clock } from '../clock.ts';
import type { Cadence } from './cadence.ts';
import type { Completeness } from './completeness.ts';
import type { Condition } from './condition.ts';
import type { Health } from './health.ts';
import { createLoop } from './loop.ts';
import type { Loop } from './loop.ts';
import type { PassInfo } from './options.ts';
import { runPass } from './pass.ts';
import type { StreamTools } from './stream-tools.ts';
import type { Stretch } from './stretch.ts';
import type { Turns } from './turns.ts';

/** What the polling loop works with. */
export interface PassLoopOptions {
  readonly clock: Clock;
  readonly rng: () => number;
  readonly condition: Condition;
  readonly tools: StreamTools;
  readonly health: Health;
  readonly cadence: Cadence;
  readonly completeness: Completeness;
  readonly stretch: Stretch;
  readonly turn: Turns;
  /** Milliseconds between polls, read anew each time. */
  readonly interval: () => number;
  /** A pass was complete. */
  readonly onComplete: (info: Pick<PassInfo, 'awayMs' | 'returned'>) => void;
}

/**
 * The server's clock tells of an absence when it went on by this much more than the local one, in milliseconds. Less is
 * what clocks drift, are corrected by, or change over at a daylight saving time that somebody mistook for a time zone.
 */
const SERVER_AWAY_MS = 2 * 60 * 60_000;

/** The polling loop. */
export interface PassLoop extends Loop {
  /** The next pass reads every entity, due or not. */
  wantAll(): void;
}

/** Makes the loop that polls: one pass every interval, with some jitter, so that desktops drift apart. */
export function createPassLoop(options: PassLoopOptions): PassLoop {
  const { clock, rng, condition, tools, health, cadence, completeness, stretch, turn, interval, onComplete } = options;
  let all = false;
  const usualWait = (): number => interval() * stretch.factor();

  const pass = async (): Promise<number | null> => {
    const startedAt = clock.now();
    const expectedGap = usualWait();
    await completeness.refresh();
    const lastCompleteAt = completeness.lastCompleteAt() ?? startedAt;
    const knownTo = completeness.knownTo();
    const wanted = all;
    all = false;
    const { complete, fresh, error } = await turn(() => runPass({ tools, health, cadence, all: wanted, onRead: completeness.read }));
    if (error !== null) return condition.failed(error);
    await completeness.refresh();
    if (complete) {
      const localMs = Math.max(0, startedAt - lastCompleteAt - expectedGap);
      const serverMs = knownTo === null ? 0 : (completeness.knownTo() ?? knownTo) - knownTo - expectedGap;
      const returned = condition.catchUp();
      cadence.passed();
      stretch.audited(fresh);
      onComplete({ awayMs: serverMs - localMs >= SERVER_AWAY_MS ? serverMs : localMs, returned });
    }
    condition.publish({ progress: null });
    return Math.round(usualWait() * (0.9 + 0.2 * rng()));
  };

  const loop = createLoop(clock, async () => {
    if (condition.signal.aborted) return null;
    if (condition.blockedFor() > 0) return condition.blockedFor();
    try {
      return await pass();
    } catch (error) {
      return condition.failed(error);
    }
  });
  return { ...loop, wantAll: () => void (all = true) };
}
