import type { Clock } from '../clock.ts';
import type { PendingEvent, Store, Viewer } from '../store/store.ts';
import type { Notifier } from './port.ts';
import { isOver, itemThen } from './withdraw.ts';
import type { TheItemThen } from './withdraw.ts';

/** A toast older than this has been dealt with or has left the screen, in milliseconds. */
const STANDS_MS = 24 * 60 * 60_000;
/** Toasts whose item is remembered as it was; the oldest gives way. */
const REMEMBERED = 200;

/** What taking toasts back needs. */
export interface StandingNeeds {
  readonly store: Pick<Store, 'standingToasts' | 'toastWithdrawn'>;
  readonly notifier: Pick<Notifier, 'withdraw'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly viewer: () => Viewer;
}

/** Toasts on the screen, and their end when what they say is over. */
export interface Standing {
  /** A toast was shown; `events` are those of an item's toast. */
  shown(toastId: string, events: readonly PendingEvent[]): void;
  /** Withdraws what is over. */
  review(): Promise<void>;
  /** Withdraws everything: nobody is left whom it may be shown to. */
  withdrawAll(): Promise<void>;
}

/** Makes {@link Standing}. How an item was when it was told is known in this run only; so are most systems' toasts. */
export function createStanding({ store, notifier, clock, viewer }: StandingNeeds): Standing {
  const told = new Map<string, TheItemThen | null>();
  return {
    shown(toastId, events) {
      told.delete(toastId);
      told.set(toastId, itemThen(events));
      const [oldest] = told.keys();
      if (told.size > REMEMBERED && oldest !== undefined) told.delete(oldest);
    },
    async review() {
      for (const toast of await store.standingToasts(clock.now() - STANDS_MS)) {
        if (!isOver(toast, told.get(toast.id) ?? null, viewer())) continue;
        notifier.withdraw(toast.id);
        told.delete(toast.id);
        await store.toastWithdrawn(toast.id, clock.now());
      }
    },
    async withdrawAll() {
      // This run's first, for which the store need not be asked: it may be about to be wiped.
      const ofThisRun = new Set(told.keys());
      told.clear();
      for (const toastId of ofThisRun) notifier.withdraw(toastId);
      for (const { id } of await store.standingToasts(clock.now() - STANDS_MS)) {
        if (!ofThisRun.has(id)) notifier.withdraw(id);
        await store.toastWithdrawn(id, clock.now());
      }
    },
  };
}
