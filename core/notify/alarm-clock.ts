import type { Rule } from '../../contract/rules.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Rung, Store } from '../store/store.ts';
import { waitingMinutesOf } from './rules/waiting-minutes.ts';
import type { WaitingSince } from './waiting-since.ts';

/** What the alarm clock needs. */
export interface AlarmClockOptions {
  readonly store: Pick<Store, 'ring'>;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Read anew at each ring. */
  readonly rules: () => readonly Rule[];
  readonly since: WaitingSince;
  /** It rang: these woke, and events of its own may wait in the store. */
  readonly onRung: (woken: Rung['woken']) => void;
}

/** Rings when a snooze ends and when something has waited long for an assignee. */
export interface AlarmClock {
  /** Something was snoozed, rules or rows changed: rings soon, once for many pokes. */
  poke(): void;
  /** Resolves when no ring is under way. */
  dispose(): Promise<void>;
}

/** Milliseconds between rings at most, while something waits: rows come and go in between. */
const MINUTE_MS = 60_000;
/** Milliseconds between a poke and its ring. */
const SOON_MS = 1_000;

/**
 * Makes an {@link AlarmClock} that rings at once. A timer that comes late, as after sleep, finds everything that came due
 * meanwhile. While nothing is set, it is silent until it is poked.
 */
export function createAlarmClock({ store, clock, logger, rules, since, onRung }: AlarmClockOptions): AlarmClock {
  let cancel: () => void = () => undefined;
  /** When the timer runs, by the monotonic clock. */
  let at = Number.POSITIVE_INFINITY;
  let poked = false;
  let disposed = false;
  let ringing: Promise<void> | null = null;

  async function ringOnce(): Promise<number | null> {
    const now = clock.now();
    const minutes = waitingMinutesOf(rules());
    const came = await since.of(minutes, now);
    // The longest first: what waited so long is not told once more for a shorter time. Each with its own beginning.
    const wishes = minutes.length === 0 ? [{ now, waitingMinutes: [], since: now }] : [...minutes].reverse().map((one) => ({ now, waitingMinutes: [one], since: came.get(one) ?? now }));
    const rungs: Rung[] = [];
    for (const wish of wishes) rungs.push(await store.ring(wish));
    if (!disposed) onRung(rungs.flatMap(({ woken }) => woken));
    const due = rungs.flatMap(({ nextAt }) => (nextAt === null ? [] : [nextAt]));
    if (due.length === 0) return minutes.length === 0 ? null : MINUTE_MS;
    const left = Math.min(...due) - clock.now();
    return left > 0 ? Math.min(left, MINUTE_MS) : SOON_MS;
  }

  function set(ms: number): void {
    cancel();
    at = clock.mono() + ms;
    cancel = clock.after(ms, () => {
      at = Number.POSITIVE_INFINITY;
      ringing ??= ring().finally(() => (ringing = null));
    });
  }

  async function ring(): Promise<void> {
    poked = false;
    const waitMs = await ringOnce().catch((error: unknown) => {
      logger.error('alarm.failed', { error: String(error) });
      return MINUTE_MS;
    });
    if (disposed) return;
    if (poked) set(SOON_MS);
    else if (waitMs !== null) set(waitMs);
  }

  set(0);
  return {
    poke() {
      if (disposed) return;
      poked = true;
      if (!ringing && at > clock.mono() + SOON_MS) set(SOON_MS);
    },
    async dispose() {
      disposed = true;
      cancel();
      await ringing;
    },
  };
}
