import { REQUESTS_PER_WINDOW } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';
import { createEmitter } from '../emitter.ts';
import { EngineError } from '../engine-error.ts';
import { silentLogger, type Logger } from '../log.ts';
import type { StateStore } from '../store/store.ts';
import { createBlock } from './block.ts';
import { createDurableMark, type DurableMark } from './durable-mark.ts';
import { createHeldSlots } from './held-slots.ts';
import { laneCeiling } from './lane-ceiling.ts';
import type { Governor, GovernorStatus, Slot } from './port.ts';
import { readGovernorState } from './stored-state.ts';
import { createWaitingLanes } from './waiting-lanes.ts';

/** What a governor needs. There must be one per process, because each believes itself alone with its budget. */
export interface GovernorOptions {
  readonly clock: Clock;
  readonly state: StateStore;
  /** Slots this desktop may hold at once; see budget.ts. */
  readonly budget: number;
  /** The state file was lost and made anew: an empty one then says nothing about what was sent. */
  readonly stateLost?: boolean;
  readonly logger?: Logger;
}

/** How often the block's end is written anew while it lasts, so that a corrected wall clock is followed. */
const BLOCK_REWRITE_MS = 30_000;
/** How often the slow start after a block lets more through. */
const RAMP_STEP_MS = 5_000;

/**
 * Makes the {@link Governor}. Rule: a request holds its slot from sending until the end of its answer + 60 s, and never
 * are more slots held than the budget; docs/ARCHITECTURE.md says why nothing weaker is enough.
 */
export function createGovernor({ clock, state, budget: firstBudget, stateLost = false, logger = silentLogger }: GovernorOptions): Governor {
  const held = createHeldSlots(clock);
  const block = createBlock(clock);
  const waiting = createWaitingLanes(() => pump());
  const changes = createEmitter<GovernorStatus>();
  let budget = wholeBudget(firstBudget);
  let mark: DurableMark | null = null;
  let blockOnDisk = false;
  let blockDue = false;
  let disposed = false;
  let cancelTimer: () => void = () => undefined;
  let announced = '';

  const paced = (): number => Math.max(1, Math.floor(budget * block.pace()));
  const step = (): number => Math.ceil(budget / 12);

  async function begin(): Promise<void> {
    const stored = stateLost ? 'unreadable' : await readGovernorState(state);
    if (disposed) return;
    if (stored === 'unreadable') {
      // Nobody knows what was sent before: as much as the server allows, and possibly into a block.
      held.carry(REQUESTS_PER_WINDOW);
      block.resume({ until: clock.now(), length: 0 });
      blockDue = true;
      logger.warn('governor.stateUnreadable');
    } else if (stored) {
      held.carry(stored.mark);
      if (stored.block) block.resume(stored.block);
      blockOnDisk = stored.block !== null;
    }
    mark = createDurableMark(state, stored && stored !== 'unreadable' ? stored.mark : 0);
    pump();
  }

  /** Gives out slots, writes what must be written, and waits for the next moment at which anything changes. */
  function pump(): void {
    if (disposed || !mark) return;
    if (block.left() > 0) waiting.rejectAll(blockedError());
    else serve(mark);
    keep(mark);
    schedule();
    announce();
  }

  function serve(durable: DurableMark): void {
    while (roomForNext() && held.count() < durable.certain()) {
      const lane = waiting.firstLane();
      const waiter = lane && waiting.shift(lane);
      if (!waiter) return;
      held.open();
      waiter.resolve(createSlot());
    }
  }

  function roomForNext(): boolean {
    const lane = waiting.firstLane();
    return lane !== null && held.count() < laneCeiling(lane, paced());
  }

  function wantedMark(current: number): number {
    const count = held.count();
    // Only after an unreadable state: what is taken for held must be on disk too, or a crash would forget it.
    if (count > current) return count;
    if (block.left() === 0 && roomForNext() && count >= current) return Math.min(budget, count + step());
    // After a crash the mark counts as held, so one far above the truth would make the next start slow for nothing.
    return current > count + 2 * step() ? count + step() : current;
  }

  function keep(durable: DurableMark): void {
    if (durable.busy()) return;
    const before = durable.certain();
    const wanted = wantedMark(before);
    const stored = block.stored();
    if (wanted === before && !blockDue && (stored !== null) === blockOnDisk) return;
    blockDue = false;
    void durable.write(wanted, stored).then((written) => {
      if (written) blockOnDisk = stored !== null;
      else refused(wanted > before);
      pump();
    });
  }

  function refused(raising: boolean): void {
    logger.error('governor.stateNotWritten');
    // The block is written again at the next tick; trying at once would spin on a full disk.
    blockOnDisk = block.stored() !== null;
    if (raising) waiting.rejectAll(new EngineError('storageUnavailable', { retry: true }));
  }

  function schedule(): void {
    cancelTimer();
    const waits: number[] = [];
    const free = held.nextFreeIn();
    if (free !== null) waits.push(free);
    if (block.left() > 0) waits.push(Math.min(block.left(), BLOCK_REWRITE_MS));
    else if (block.stored()) waits.push(RAMP_STEP_MS);
    if (waits.length === 0) return;
    cancelTimer = clock.after(Math.max(1, Math.ceil(Math.min(...waits))), () => {
      blockDue ||= block.left() > 0;
      pump();
    });
  }

  function createSlot(): Slot {
    let ended = false;
    const end = (how: 'known' | 'unknown'): boolean => {
      if (ended) return false;
      ended = true;
      held.end(how);
      return true;
    };
    return {
      done() {
        if (end('known')) pump();
      },
      unknown() {
        if (end('unknown')) pump();
      },
      blocked(retryAfterMs) {
        if (!end('known')) return;
        block.begin(retryAfterMs);
        blockDue = true;
        logger.warn('governor.blocked', { until: blockedUntil() });
        pump();
      },
    };
  }

  function blockedUntil(): number | null {
    const left = block.left();
    return left > 0 ? Math.round(clock.now() + left) : null;
  }

  function blockedError(): EngineError {
    return new EngineError('blocked', { params: { until: blockedUntil() ?? clock.now() }, retry: true });
  }

  function status(): GovernorStatus {
    return { used: held.count(), budget, blockedUntil: blockedUntil(), waiting: waiting.count() };
  }

  function announce(): void {
    const now = status();
    // To the second: the two clocks drift by fractions of a millisecond, which is no news.
    const print = [now.used, now.budget, now.waiting, now.blockedUntil === null ? 0 : Math.round(now.blockedUntil / 1000)].join();
    if (print === announced) return;
    announced = print;
    changes.emit(now);
  }

  void begin();

  return {
    acquire(lane, signal) {
      if (disposed) return Promise.reject(new EngineError('internal'));
      if (signal?.aborted) return Promise.reject(signal.reason as Error);
      if (block.left() > 0) return Promise.reject(blockedError());
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
