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
  /** An item's toast was shown. */
  shown(toastId: string, events: readonly PendingEvent[]): void;
  /** Withdraws what is over. */
  review(): Promise<void>;
}

/** Makes {@link Standing}. How an item was when it was told is known in this run only; so are most systems' toasts. */
export function createStanding({ store, notifier, clock, viewer }: StandingNeeds): Standing {
  const told = new Map<string, TheItemThen>();
  return {
    shown(toastId, events) {
      const then = itemThen(events);
      if (!then) return;
      told.delete(toastId);
      told.set(toastId, then);
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
  };
}
