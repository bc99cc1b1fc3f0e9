import { randomUUID } from 'node:crypto';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Scope } from '../../contract/models/filter.ts';
import type { Clock } from '../clock.ts';
import { sleep } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { PendingEvent, Store } from '../store/store.ts';
import { createCollector } from './collector.ts';
import { createDelivery } from './delivery.ts';
import type { Delivered } from './delivery.ts';
import { createDigest } from './digest.ts';
import { FLOOD_WINDOW_MS, decide } from './policy.ts';
import type { Plan } from './policy.ts';
import type { DeskState, Notifier, ToastWords } from './port.ts';
import type { WallTime } from './quiet-hours.ts';
import { recoverToasts } from './recovery.ts';
import { judge } from './rules/decide-event.ts';
import { hushAt } from './settings.ts';
import type { NotifySettings } from './settings.ts';
import { createStanding } from './standing.ts';
import { summaryScope } from './summary-scope.ts';

/** What a click on a toast leads to; a summary leads to the unread part of a list. */
export type ToastTarget =
  | { readonly kind: 'item'; readonly entity: QueueEntity; readonly id: string }
  | { readonly kind: 'summary'; readonly entity: QueueEntity; readonly scope: Scope };

/** The part of the store that telling uses. */
export type LedgerStore = Pick<
  Store,
  'pendingEvents' | 'toastTimes' | 'decide' | 'claimToast' | 'settleToast' | 'unsettledToasts' | 'toastEvents' | 'toastTarget' | 'toastClicked' | 'standingToasts' | 'toastWithdrawn'
>;

/** What the dispatcher needs. */
export interface DispatcherOptions {
  readonly store: LedgerStore;
  readonly notifier: Notifier;
  readonly words: ToastWords;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly desk: DeskState;
  /** Read anew at each decision. */
  readonly settings: () => NotifySettings;
  /** Somebody may be told: false while nobody is signed in, and then everything waits as it is. Always true by default. */
  readonly mayTell?: () => boolean;
  /** A toast was claimed, shown and answered. */
  readonly onDelivered: (delivered: Delivered) => void;
  /** A toast was clicked. */
  readonly onOpen: (target: ToastTarget) => void;
  /** These waited for an assignee and are unread from now on, though nothing came from the server. */
  readonly onCounted?: (items: readonly Pick<PendingEvent, 'entity' | 'id'>[]) => void;
  /** Makes ids of toasts; random by default. */
  readonly newId?: () => string;
  /** The clock on the wall; this computer's by default. */
  readonly wall?: WallTime;
}

/** Turns stored events into toasts, each event once, across restarts. */
export interface Dispatcher {
  /** Reading is complete for now: decide what waits. `awayMs` and `returned` (false where missing) as in core/sync. Resolves when it is told; never rejects. */
  passComplete(info: { readonly awayMs: number; readonly returned?: boolean }): Promise<void>;
  /** Events of this desktop's own clock may wait; those of a reading under way are left to its end. Never rejects. */
  clockRang(): Promise<void>;
  /** Rows changed: what toasts say may be over. Never rejects. */
  itemsChanged(): Promise<void>;
  /** Nobody is signed in any more: takes back what is on the screen. Never rejects. */
  signedOut(): Promise<void>;
  /** Ends what an earlier run left open. Call once, before the first pass. */
  recover(): Promise<void>;
  /** Resolves when nothing is under way, or the system has kept a toast waiting for {@link FAREWELL_MS}. */
  dispose(): Promise<void>;
}

/** How long leaving may wait for the system's answer, in milliseconds; an unsettled toast is recovered at the next start. */
const FAREWELL_MS = 2000;
/** Events decided at once; more wait for the next round. */
const BATCH = 20_000;

/** Makes a {@link Dispatcher}. Its work is done one after the other, never two rounds at once. */
export function createDispatcher(options: DispatcherOptions): Dispatcher {
  const { store, notifier, clock, logger, settings, mayTell = () => true, wall } = options;
  const standing = createStanding({ store, notifier, clock, viewer: () => settings().viewer });
  const delivery = createDelivery({ ...options, newId: options.newId ?? randomUUID, onShown: (toastId, events) => standing.shown(toastId, events) });
  const nextRound = (): void => void enqueue(() => flush(null));
  const collector = createCollector(clock, nextRound);
  const digest = createDigest(clock, nextRound);
  /** Toasts of an earlier run shown again by this one; their claims are too old to be counted by the store. */
  const shownAgain: number[] = [];
  const folded = new Set<string>();
  /** Events up to this number belong to complete passes. */
  let complete = 0;
  let reviewing = false;
  let disposed = false;
  let tail: Promise<void> = Promise.resolve();

  /** Also in the middle of a round: who signs out is told no more. What is left waits undecided. */
  const isSilenced = (): boolean => disposed || !mayTell();

  function enqueue(job: () => Promise<void>): Promise<void> {
    tail = tail.then(async () => {
      if (!disposed) await job();
    }).catch((error: unknown) => logger.error('notify.failed', { error: String(error) }));
    return tail;
  }

  /** What waits for an assignee becomes unread when it is decided. */
  function counted(events: readonly PendingEvent[]): void {
    const waiting = events.filter(({ kind }) => kind === 'waiting');
    if (waiting.length > 0) options.onCounted?.(waiting.map(({ entity, id }) => ({ entity, id })));
  }

  async function summarise({ summary, digest: later }: Plan): Promise<void> {
    if (!summary) collector.reset();
    else if (summary.reason === 'flood' && !collector.due()) collector.hold();
    else {
      await delivery.summary(summary, summary.reason);
      collector.released();
      counted(summary.events);
    }
    if (!later) digest.reset();
    else if (digest.due(later.events) && !isSilenced()) {
      await delivery.summary(later, 'digest');
      digest.reset();
      counted(later.events);
    }
  }

  async function carryOut(plan: Plan, events: readonly PendingEvent[]): Promise<void> {
    if (plan.verdicts.length > 0) {
      await store.decide(plan.verdicts);
      const decided = new Set(plan.verdicts.flatMap(({ seqs }) => seqs));
      counted(events.filter(({ seq }) => decided.has(seq)));
    }
    for (const telling of plan.toasts) {
      if (isSilenced()) break;
      await delivery.item(telling);
      counted(telling.events);
    }
    if (!isSilenced()) await summarise(plan);
  }

  /** Decides what may be decided: after a complete pass everything, else what does not depend on reading to the end. */
  async function flush(pass: { readonly awayMs: number; readonly returned: boolean } | null): Promise<void> {
    if (!mayTell()) return;
    const pending = await store.pendingEvents(BATCH);
    const { rules, viewer, ...others } = settings();
    if (pass) complete = Math.max(complete, pending.at(-1)?.seq ?? 0);
    const isRipe = (event: PendingEvent): boolean => event.seq <= complete || event.source === 'clock' || judge(event, { rules, viewer }).action === 'summary';
    const events = pending.filter(isRipe);
    const now = clock.now();
    const toastTimes = [...(await store.toastTimes(now - FLOOD_WINDOW_MS)), ...shownAgain];
    const { awayMs, returned } = pass ?? { awayMs: 0, returned: false };
    await carryOut(decide(events, { now, rules, viewer, hush: hushAt(others, now, wall), awayMs, returned, toastTimes, collecting: collector.collecting() }), events);
  }

  async function recover(): Promise<void> {
    if (!mayTell()) return;
    const now = clock.now();
    const current = settings();
    const hush = (events: readonly PendingEvent[]) => (events.some((event) => judge(event, current).breaksQuiet) ? null : hushAt(current, now, wall));
    const { items, foldedInto } = await recoverToasts({ store, delivery, now, hush });
    for (let i = 0; i < items; i++) shownAgain.push(now);
    if (foldedInto !== null) folded.add(foldedInto);
    await flush(null);
  }

  async function targetOf(toastId: string): Promise<ToastTarget> {
    const target = folded.has(toastId) ? null : await store.toastTarget(toastId);
    if (target?.kind === 'item') return target;
    return { kind: 'summary', ...summaryScope(target ? await store.toastEvents(toastId) : [], settings().viewer) };
  }

  async function clicked(toastId: string): Promise<void> {
    const target = await targetOf(toastId);
    await store.toastClicked(toastId, clock.now());
    options.onOpen(target);
  }

  const stopClicks = notifier.onClick((toastId) => {
    clicked(toastId).catch((error: unknown) => logger.error('notify.clickFailed', { error: String(error) }));
  });

  return {
    passComplete: ({ awayMs, returned = false }) => enqueue(async () => {
      await flush({ awayMs, returned });
      await standing.review();
    }),
    clockRang: () => enqueue(() => flush(null)),
    itemsChanged() {
      if (reviewing) return tail;
      reviewing = true;
      return enqueue(() => {
        reviewing = false;
        return standing.review();
      });
    },
    signedOut: () => enqueue(() => standing.withdrawAll()),
    recover: () => enqueue(recover),
    async dispose() {
      disposed = true;
      stopClicks();
      collector.dispose();
      digest.dispose();
      const over = new AbortController();
      await Promise.race([tail, sleep(clock, FAREWELL_MS, over.signal)]);
      over.abort();
    },
  };
}
