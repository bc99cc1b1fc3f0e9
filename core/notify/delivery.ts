import type { Clock } from '../clock.ts';
import type { PendingEvent, Store, ToastClaim } from '../store/store.ts';
import { createChime } from './chime.ts';
import { countItems } from './policy.ts';
import type { Telling } from './policy.ts';
import type { DeskState, Notifier, SummaryReason, Toast, ToastAnswer, ToastContent, ToastWords } from './port.ts';
import type { NotifySettings } from './settings.ts';

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
  readonly desk: DeskState;
  readonly settings: () => Pick<NotifySettings, 'toastContent' | 'hideContentWhenLocked' | 'sound'>;
  readonly onDelivered: (delivered: Delivered) => void;
  /** A toast came on the screen; an item's with its events, a summary with none. */
  readonly onShown: (toastId: string, events: readonly PendingEvent[]) => void;
  /** Makes ids of toasts. */
  readonly newId: () => string;
}

/** The way of a toast: claimed durably, shown, settled. */
export interface Delivery {
  item(telling: Telling): Promise<void>;
  summary(telling: Telling, reason: SummaryReason): Promise<void>;
  /** Shows a claim of an earlier run under its own id, without a sound. */
  again(claim: ToastClaim, content: ToastContent): Promise<void>;
  /** Ends a claim of an earlier run without showing it. */
  drop(claim: ToastClaim, detail: string): Promise<void>;
}

/** How long the system may take to answer, in milliseconds; a notification service that hangs must not hold up the rest. */
const PATIENCE_MS = 15_000;
/** How long asking whether the screen is locked may take, in milliseconds; without an answer it counts as locked. */
const ASKING_MS = 3_000;

function within<T>(clock: Clock, ms: number, answer: Promise<T>, otherwise: T): Promise<T> {
  return new Promise((resolve) => {
    const cancel = clock.after(ms, () => resolve(otherwise));
    const settle = (value: T): void => {
      cancel();
      resolve(value);
    };
    answer.then(settle, () => settle(otherwise));
  });
}

/** How a toast comes: how much it says, and how loud. */
type Manner = { readonly level: NotifySettings['toastContent'] } & Required<Pick<Toast, 'silent' | 'urgency'>>;

/** Makes a {@link Delivery}. Events that were decided meanwhile are left out; a claim without any is not shown. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { store, notifier, words, clock, desk, settings, newId } = options;
  const chime = createChime(clock);

  async function mannerOf(sound: boolean, urgency: Manner['urgency']): Promise<Manner> {
    const { toastContent, hideContentWhenLocked, sound: allowed } = settings();
    const asksLock = hideContentWhenLocked && toastContent !== 'hidden';
    const hides = asksLock && (await within(clock, ASKING_MS, Promise.resolve(desk.isLocked()), true));
    const sounds = sound && allowed && !(await within(clock, ASKING_MS, Promise.resolve(desk.isDoNotDisturb()), false)) && chime();
    return { level: hides ? 'hidden' : toastContent, silent: !sounds, urgency };
  }
  const settle = async (claim: ToastClaim, answer: ToastAnswer): Promise<void> => {
    const at = clock.now();
    await store.settleToast(claim.id, { ...answer, at });
    options.onDelivered({ toastId: claim.id, seqs: claim.seqs, at, answer });
  };
  const show = async (claim: ToastClaim, content: ToastContent, { level, silent, urgency }: Manner): Promise<void> => {
    const answer = await within(clock, PATIENCE_MS, notifier.show({ id: claim.id, ...words(content, level), silent, urgency }), { shown: false, via: 'none', detail: 'no answer' });
    options.onShown(claim.id, content.kind === 'item' ? content.events : []);
    await settle(claim, answer);
  };
  const deliver = async (kind: ToastClaim['kind'], telling: Telling, reason: SummaryReason | null, content: (claimed: PendingEvent[]) => ToastContent): Promise<void> => {
    // Asked before the claim: what dies between claim and show has to be shown again.
    const manner = await mannerOf(telling.sound, telling.urgent ? 'critical' : reason === 'digest' ? 'low' : 'normal');
    const wanted: ToastClaim = { id: newId(), kind, claimedAt: clock.now(), seqs: telling.events.map(({ seq }) => seq) };
    const claim = await store.claimToast(wanted, { rules: telling.rules, summary: reason });
    if (!claim) return;
    const claimed = new Set(claim.seqs);
    await show(claim, content(telling.events.filter(({ seq }) => claimed.has(seq))), manner);
  };

  return {
    item: (telling) => deliver('item', telling, null, (events) => ({ kind: 'item', events })),
    summary: (telling, reason) => deliver('summary', telling, reason, (events) => ({ kind: 'summary', counts: countItems(events), reason })),
    again: async (claim, content) => show(claim, content, await mannerOf(false, 'normal')),
    drop: (claim, detail) => settle(claim, { shown: false, via: 'none', detail }),
  };
}
