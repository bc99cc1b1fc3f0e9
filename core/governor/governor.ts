import { REQUESTS_PER_WINDOW } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';
import { createEmitter } from '../emitter.ts';
import { EngineError } from '../engine-error.ts';
import { silentLogger, type Logger } from '../log.ts';
import type { StateStore } from '../store/store.ts';
import { createDurableMark, type DurableMark } from './durable-mark.ts';
import { createFreshStamp, longQuiet } from './fresh-stamp.ts';
import { createHeldSlots } from './held-slots.ts';
import { laneCeiling } from './lane-ceiling.ts';
import type { Governor, GovernorStatus, Slot } from './port.ts';
import { createRestraint, gistOf, type Answer } from './restraint.ts';
import { readGovernorState } from './stored-state.ts';
import { timeAway, type Uptime } from './time-away.ts';
import { createWaitingLanes } from './waiting-lanes.ts';

/** What a governor needs. There must be one per process, because each believes itself alone with its budget. */
export interface GovernorOptions {
  readonly clock: Clock;
  readonly state: StateStore;
  /** Slots this desktop may hold at once; see budget.ts. */
  readonly budget: number;
  /** The state was lost and made anew, or is not kept: an empty one then says nothing about what was sent. */
  readonly stateLost?: boolean;
  /** The machine's uptime, time asleep included. Without it, a block does not end while the machine sleeps, and its rest over a restart is the wall clock's word. */
  readonly uptime?: Uptime;
  /** Milliseconds between two polls, which is how late others behind the address hear of a block; see block.ts. */
  readonly pollMs?: () => number;
  readonly logger?: Logger;
}

/**
 * Makes the {@link Governor}. Rule: a request holds its slot from sending until the end of its answer + 60 s, and never
 * are more slots held than the budget; docs/ARCHITECTURE.md says why nothing weaker is enough.
 */
export function createGovernor({ clock, state, budget: firstBudget, stateLost = false, uptime = () => null, pollMs = () => 0, logger = silentLogger }: GovernorOptions): Governor {
  const held = createHeldSlots(clock);
  const restraint = createRestraint({ clock, uptime, pollMs, flying: () => held.flying() });
  const stamp = createFreshStamp(uptime);
  const waiting = createWaitingLanes(() => pump());
  const changes = createEmitter<GovernorStatus>();
  let budget = wholeBudget(firstBudget);
  let mark: DurableMark | null = null;
  let gistOnDisk = gistOf(restraint.stored(false));
  let rewriteDue = false;
  let lastRefused = false;
  /** The one request that asks whether a block is over is under way. */
  let probeOut = false;
  let disposed = false;
  let cancelTimer: () => void = () => undefined;
  let announced = '';

  const paced = (): number => Math.max(1, Math.floor(budget * restraint.share()));
  const step = (): number => Math.ceil(budget / 12);

  async function begin(): Promise<void> {
    const stored = stateLost ? 'unreadable' : await readGovernorState(state);
    if (disposed) return;
    if (stored === 'unreadable') {
      // Nobody knows what was sent before: as much as the server allows, and possibly into a block.
      held.carry(REQUESTS_PER_WINDOW);
      restraint.resumeUnknown();
      rewriteDue = true;
      logger.warn('governor.stateUnreadable');
    } else if (stored) {
      if (!stored.stamp || !longQuiet(timeAway(stored.stamp, clock, uptime))) held.carry(stored.mark);
      stamp.found(stored.stamp);
      restraint.resume(stored);
      gistOnDisk = gistOf(stored);
      // Stamped anew: a next start counts from here, by an uptime that may be the first of its kind.
      rewriteDue = stored.block !== null;
    }
    mark = createDurableMark(state, stored && stored !== 'unreadable' ? stored.mark : 0);
    pump();
  }

  /** Gives out slots, writes what must be written, and waits for the next moment at which anything changes. */
  function pump(): void {
    if (disposed || !mark) return;
    if (restraint.blockedFor() > 0) waiting.rejectAll(blockedError());
    else serve(mark);
    keep(mark);
    schedule();
    announce();
  }

  function serve(durable: DurableMark): void {
    while (roomForNext() && held.count() < durable.certain() && !stamp.stale()) {
      const lane = waiting.firstLane();
      const waiter = lane && waiting.shift(lane);
      if (!waiter) return;
      held.open();
      const isProbe = restraint.probing();
      probeOut = isProbe;
      waiter.resolve(createSlot(isProbe));
    }
  }

  function roomForNext(): boolean {
    const lane = waiting.firstLane();
    if (lane === null || restraint.pauses(lane) || (probeOut && restraint.probing())) return false;
    return held.count() < laneCeiling(lane, paced());
  }

  function wantedMark(current: number): number {
    const count = held.count();
    // Only after an unreadable state: what is taken for held must be on disk too, or a crash would forget it.
    if (count > current) return count;
    if (restraint.blockedFor() === 0 && roomForNext() && count >= current) return Math.min(budget, count + step());
    // After a crash the mark counts as held, so one far above the truth would make the next start slow for nothing.
    return current > count + 2 * step() ? count + step() : current;
  }

  function keep(durable: DurableMark): void {
    if (durable.busy()) return;
    const before = durable.certain();
    const wanted = wantedMark(before);
    const stored = restraint.stored(held.flying() > 0);
    const gist = gistOf(stored);
    const stampDue = restraint.blockedFor() === 0 && roomForNext() && stamp.stale();
    // A mark that only catches up with what is held has no waiter to turn away when the disk refuses it.
    const markDue = wanted !== before && !(lastRefused && held.count() > before);
    if (!markDue && !rewriteDue && !stampDue && gist === gistOnDisk) return;
    rewriteDue = false;
    void durable.write(wanted, stored).then((written) => {
      // What the disk refused is tried again at the next tick; at once would spin on a full disk.
      gistOnDisk = gist;
      lastRefused = !written;
      if (written) stamp.found(stored.stamp);
      else refused((markDue && wanted > before) || stampDue);
      pump();
    });
  }

  function refused(raising: boolean): void {
    logger.error('governor.stateNotWritten');
    if (raising) waiting.rejectAll(new EngineError('storageUnavailable', { retry: true }));
  }

  function schedule(): void {
    cancelTimer();
    const waits = [held.nextFreeIn(), restraint.nextChangeIn()].filter((ms) => ms !== null);
    if (waits.length === 0) return;
    cancelTimer = clock.after(Math.max(1, Math.ceil(Math.min(...waits))), () => {
      rewriteDue ||= lastRefused || restraint.blockedFor() > 0;
      pump();
    });
  }

  function createSlot(isProbe: boolean): Slot {
    let ended = false;
    const end = (answer: Answer): void => {
      if (ended) return;
      ended = true;
      if (isProbe) probeOut = false;
      // While it still counts as under way: it may have reached the server until now.
      restraint.answered(answer, isProbe);
      held.end(answer === 'unknown' ? 'unknown' : 'known');
      pump();
    };
    return {
      done: () => end('fine'),
      unknown: () => end('unknown'),
      unsent() {
        if (ended) return;
        ended = true;
        if (isProbe) probeOut = false;
        held.end('unsent');
        pump();
      },
      blocked(retryAfterMs) {
        if (ended) return;
        rewriteDue = true;
        end({ kind: 'blocked', retryAfterMs });
        logger.warn('governor.blocked', { until: blockedUntil() });
      },
      pressed(retryAfterMs) {
        if (ended) return;
        end({ kind: 'pressed', retryAfterMs });
        logger.warn('governor.pressed', { pace: status().pace });
      },
    };
  }

  function blockedUntil(): number | null {
    const left = restraint.blockedFor();
    return left > 0 ? Math.round(clock.now() + left) : null;
  }

  function blockedError(): EngineError {
    return new EngineError('blocked', { params: { until: blockedUntil() ?? clock.now() }, retry: true });
  }

  function status(): GovernorStatus {
    return { used: held.count(), budget, blockedUntil: blockedUntil(), blockedAgain: restraint.blockedAgain(), waiting: waiting.count(), pace: Math.round((100 * paced()) / budget) };
  }

  function announce(): void {
    const now = status();
    // To the second: the two clocks drift by fractions of a millisecond, which is no news.
    const print = [now.used, now.budget, now.waiting, now.pace, now.blockedUntil === null ? 0 : Math.round(now.blockedUntil / 1000)].join();
    if (print === announced) return;
    announced = print;
    changes.emit(now);
  }

  void begin();

  return {
    acquire(lane, signal) {
      if (disposed) return Promise.reject(new EngineError('internal'));
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (restraint.blockedFor() > 0) return Promise.reject(blockedError());
      return new Promise((resolve, reject) => {
        waiting.add(lane, { resolve, reject }, signal);
        pump();
      });
    },
    status,
    setBudget(next) {
      budget = wholeBudget(next);
      pump();
    },
    onChange: (listener) => changes.on(listener),
    dispose() {
      disposed = true;
      cancelTimer();
      waiting.rejectAll(new EngineError('internal'));
    },
  };
}

function wholeBudget(value: number): number {
  return Number.isFinite(value) ? Math.min(Math.max(1, Math.floor(value)), REQUESTS_PER_WINDOW) : 1;
}
