import type { PendingEvent, Store, ToastClaim } from '../store/store.ts';
import type { Delivery } from './delivery.ts';
import { countItems } from './policy.ts';
import type { ToastContent } from './port.ts';
import type { Hush } from './settings.ts';

/** A claim older than this is no news any more, in milliseconds. */
const STALE_MS = 10 * 60_000;

/** What recovering needs, and what it tells. */
export interface RecoveryOptions {
  readonly store: Pick<Store, 'unsettledToasts' | 'toastEvents'>;
  readonly delivery: Delivery;
  /** Epoch ms. */
  readonly now: number;
  /** What keeps these events back now. */
  readonly hush: (events: readonly PendingEvent[]) => Hush;
}

/** What {@link recoverToasts} showed. */
export interface Recovered {
  /** Item toasts shown again. */
  readonly items: number;
  /** A claim of one toast that now stands for several. */
  readonly foldedInto: string | null;
}

function contentOf(claim: ToastClaim, events: readonly PendingEvent[]): ToastContent {
  return claim.kind === 'item' ? { kind: 'item', events } : { kind: 'summary', counts: countItems(events), reason: 'away' };
}

/**
 * Ends what a crash left between claim and answer. Whether such a toast was seen cannot be known: a recent one is
 * shown once more under the same id, so that a system that can replaces it; older ones are told as one count.
 */
export async function recoverToasts({ store, delivery, now, hush }: RecoveryOptions): Promise<Recovered> {
  const stale: { claim: ToastClaim; events: PendingEvent[] }[] = [];
  let items = 0;
  for (const claim of await store.unsettledToasts()) {
    const events = await store.toastEvents(claim.id);
    const keptBack = events.length === 0 ? 'its items are gone' : hush(events);
    if (keptBack !== null) {
      await delivery.drop(claim, keptBack);
    } else if (Math.abs(now - claim.claimedAt) >= STALE_MS) {
      stale.push({ claim, events });
    } else {
      await delivery.again(claim, contentOf(claim, events));
      if (claim.kind === 'item') items += 1;
    }
  }
  const carrier = stale.pop();
  if (!carrier) return { items, foldedInto: null };
  for (const { claim } of stale) await delivery.drop(claim, `counted in ${carrier.claim.id}`);
  const events = [...stale.flatMap((one) => one.events), ...carrier.events];
  await delivery.again(carrier.claim, { kind: 'summary', counts: countItems(events), reason: 'away' });
  return { items, foldedInto: carrier.claim.id };
}
