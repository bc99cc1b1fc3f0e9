import { randomUUID } from 'node:crypto';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import { sleep } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { PendingEvent, Store } from '../store/store.ts';
import { createCollector } from './collector.ts';
import { createDelivery } from './delivery.ts';
import type { Delivered } from './delivery.ts';
import { FLOOD_WINDOW_MS, decide, isPaused } from './policy.ts';
import type { Plan } from './policy.ts';
import type { Notifier, ToastWords } from './port.ts';
import { recoverToasts } from './recovery.ts';

/** What a click on a toast leads to; a summary leads to the queue. */
export type ToastTarget = { readonly kind: 'item'; readonly entity: QueueEntity; readonly id: string } | { readonly kind: 'summary' };

/** The part of the store that telling uses. */
export type LedgerStore = Pick<Store, 'pendingEvents' | 'toastTimes' | 'decide' | 'claimToast' | 'settleToast' | 'unsettledToasts' | 'toastEvents' | 'toastTarget' | 'toastClicked'>;

/** What the dispatcher needs. */
export interface DispatcherOptions {
  readonly store: LedgerStore;
  readonly notifier: Notifier;
  readonly words: ToastWords;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Read anew at each decision. `pausedUntil` as in contract/settings.ts. */
  readonly settings: () => { readonly pausedUntil: number };
  /** A toast was claimed, shown and answered. */
  readonly onDelivered: (delivered: Delivered) => void;
  /** A toast was clicked. */
  readonly onOpen: (target: ToastTarget) => void;
  /** Makes ids of toasts; random by default. */
  readonly newId?: () => string;
}

/** Turns stored events into toasts, each event once, across restarts. */
export interface Dispatcher {
  /** Reading is complete for now: decide what waits. `awayMs` and `returned` (false where missing) as in core/sync. Resolves when it is told; never rejects. */
  passComplete(info: { readonly awayMs: number; readonly returned?: boolean }): Promise<void>;
  /** Ends what an earlier run left open. Call once, before the first pass. */
  recover(): Promise<void>;
  /** Resolves when nothing is under way, or the system has kept a toast waiting for {@link FAREWELL_MS}. */
  dispose(): Promise<void>;
}

/** How long leaving may wait for the system's answer, in milliseconds; an unsettled toast is recovered at the next start. */
const FAREWELL_MS = 2000;
/** Events decided at once; more wait for the next round. */
const BATCH = 20_000;

const seqsOf = (events: readonly PendingEvent[]): number[] => events.map(({ seq }) => seq);

/** Makes a {@link Dispatcher}. Its work is done one after the other, never two rounds at once. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, notifier, clock, logger, settings } = options;
  const delivery = createDelivery({ ...options, newId: options.newId ?? randomUUID });
  const collector = createCollector(clock, () => void enqueue(() => flush(0, false)));
  /** Toasts of an earlier run shown again by this one; their claims are too old to be counted by the store. */
  const shownAgain: number[] = [];
  const folded = new Set<string>();
  let disposed = false;
  let tail: Promise<void> = Promise.resolve();

  function enqueue(job: () => Promise<void>): Promise<void> {
    tail = tail.then(async () => {
      if (!disposed) await job();
    }).catch((error: unknown) => logger.error('notify.failed', { error: String(error) }));
    return tail;
  }

  async function carryOut(plan: Plan): Promise<void> {
    if (plan.quiet.length > 0) await store.decide(seqsOf(plan.quiet), 'quiet');
    if (plan.paused.length > 0) await store.decide(seqsOf(plan.paused), 'paused');
    for (const events of plan.toasts) {
      if (!disposed) await delivery.item(events);
    }
    if (disposed) return;
    if (!plan.summary) return collector.reset();
    if (plan.summary.reason === 'flood' && !collector.due()) return collector.hold();
    await delivery.summary(plan.summary.events, plan.summary.reason);
    collector.released();
  }

  async function flush(awayMs: number, returned: boolean): Promise<void> {
    const events = await store.pendingEvents(BATCH);
    if (events.length === 0) return collector.reset();
    const now = clock.now();
    const toastTimes = [...(await store.toastTimes(now - FLOOD_WINDOW_MS)), ...shownAgain];
    await carryOut(decide(events, { now, pausedUntil: settings().pausedUntil, awayMs, returned, toastTimes, collecting: collector.collecting() }));
  }

  async function recover(): Promise<void> {
    const now = clock.now();
    const { items, foldedInto } = await recoverToasts({ store, delivery, now, paused: isPaused(settings().pausedUntil, now) });
    for (let i = 0; i < items; i++) shownAgain.push(now);
    if (foldedInto !== null) folded.add(foldedInto);
  }

  async function clicked(toastId: string): Promise<void> {
    const target = await store.toastTarget(toastId);
    await store.toastClicked(toastId, clock.now());
    options.onOpen(target === null || folded.has(toastId) ? { kind: 'summary' } : target);
  }

  const stopClicks = notifier.onClick((toastId) => {
    clicked(toastId).catch((error: unknown) => logger.error('notify.clickFailed', { error: String(error) }));
  });

  return {
    passComplete: ({ awayMs, returned = false }) => enqueue(() => flush(awayMs, returned)),
    recover: () => enqueue(recover),
    async dispose() {
      disposed = true;
      stopClicks();
      collector.dispose();
      const over = new AbortController();
      await Promise.race([tail, sleep(clock, FAREWELL_MS, over.signal)]);
      over.abort();
    },
  };
}
