import type { Clock } from '../clock.ts';
import type { PendingEvent, Store, ToastClaim } from '../store/store.ts';
import { countItems } from './policy.ts';
import type { Notifier, ToastAnswer, ToastContent, ToastWords } from './port.ts';

/** What became of a toast, for whoever watches. `at` is epoch ms. */
export interface Delivered {
  readonly toastId: string;
  readonly seqs: readonly number[];
  readonly at: number;
  readonly answer: ToastAnswer;
}

/** What delivering needs. */
export interface DeliveryOptions {
  readonly store: Pick<Store, 'claimToast' | 'settleToast'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly words: ToastWords;
  readonly clock: Clock;
  readonly onDelivered: (delivered: Delivered) => void;
  /** Makes ids of toasts. */
  readonly newId: () => string;
}

/** The way of a toast: claimed durably, shown, settled. */
export interface Delivery {
  item(events: readonly PendingEvent[]): Promise<void>;
  summary(events: readonly PendingEvent[], reason: 'flood' | 'away'): Promise<void>;
  /** Shows a claim of an earlier run under its own id. */
  again(claim: ToastClaim, content: ToastContent): Promise<void>;
  /** Ends a claim of an earlier run without showing it. */
  drop(claim: ToastClaim, detail: string): Promise<void>;
}

/** How long the system may take to answer, in milliseconds; a notification service that hangs must not hold up the rest. */
const PATIENCE_MS = 15_000;

function answerOf(clock: Clock, shown: Promise<ToastAnswer>): Promise<ToastAnswer> {
  return new Promise((resolve) => {
    const cancel = clock.after(PATIENCE_MS, () => resolve({ shown: false, via: 'none', detail: 'no answer' }));
    void shown.then((answer) => {
      cancel();
      resolve(answer);
    });
  });
}

/** Makes a {@link Delivery}. Events that were decided meanwhile are left out; a claim without any is not shown. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, notifier, words, clock, onDelivered, newId } = options;

  const settle = async (claim: ToastClaim, answer: ToastAnswer): Promise<void> => {
    const at = clock.now();
    await store.settleToast(claim.id, { ...answer, at });
    onDelivered({ toastId: claim.id, seqs: claim.seqs, at, answer });
  };
  const show = async (claim: ToastClaim, content: ToastContent): Promise<void> => {
    await settle(claim, await answerOf(clock, notifier.show({ id: claim.id, ...words(content) })));
  };
  const deliver = async (kind: ToastClaim['kind'], events: readonly PendingEvent[], content: (claimed: PendingEvent[]) => ToastContent): Promise<void> => {
    const claim = await store.claimToast({ id: newId(), kind, claimedAt: clock.now(), seqs: events.map(({ seq }) => seq) });
    if (!claim) return;
    const claimed = new Set(claim.seqs);
    await show(claim, content(events.filter(({ seq }) => claimed.has(seq))));
  };

  return {
    item: (events) => deliver('item', events, (claimed) => ({ kind: 'item', events: claimed })),
    summary: (events, reason) => deliver('summary', events, (claimed) => ({ kind: 'summary', counts: countItems(claimed), reason })),
    again: show,
    drop: (claim, detail) => settle(claim, { shown: false, via: 'none', detail }),
  };
}
