import type { TicketRecord } from '../../contract/models/records.ts';
import type { ToastContentLevel } from '../../contract/rules.ts';
import { silentLogger } from '../../core/log.ts';
import { createDispatcher } from '../../core/notify/dispatcher.ts';
import type { Delivered } from '../../core/notify/delivery.ts';
import type { Dispatcher, ToastTarget } from '../../core/notify/dispatcher.ts';
import type { Toast, ToastContent } from '../../core/notify/port.ts';
import type { WallTime } from '../../core/notify/quiet-hours.ts';
import type { NotifySettings } from '../../core/notify/settings.ts';
import type { RuleMark, Store, ToastClaim } from '../../core/store/store.ts';
import { fakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { notifySettings } from './notify-settings.ts';
import { recordingNotifier } from './recording-notifier.ts';
import type { RecordingNotifier } from './recording-notifier.ts';
import { T0, page, ticket } from './records.ts';
import { tempStore } from './temp-store.ts';

/** Where a process may die on the way of a toast. Each is passed once per toast or decision. */
export const POINTS = ['beforeClaim', 'claimed', 'shown', 'beforeSettle', 'settled', 'beforeDecide', 'decided'] as const;
/** One of {@link POINTS}. */
export type Point = (typeof POINTS)[number];

/** A dispatcher on a real store in memory, with everything it claimed, decided, showed and opened. */
export interface NotifyWorld {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly notifier: RecordingNotifier;
  settings: NotifySettings;
  /** What the desktop is like. */
  readonly desk: { locked: boolean | Promise<boolean>; doNotDisturb: boolean };
  signedIn: boolean;
  readonly claims: ToastClaim[];
  /** `how`: the decision, or the kind of the claim. */
  readonly decided: { readonly seq: number; readonly how: string; readonly rule: RuleMark | null }[];
  readonly delivered: Delivered[];
  /** What the store was told of each toast, in order. */
  readonly settled: { readonly id: string; readonly shown: boolean; readonly detail: string | null }[];
  /** Asked at every point; true: the process dies here, and `crash` has happened. */
  diesAt: ((point: Point, toastId: string | null) => boolean) | null;
  readonly opened: ToastTarget[];
  /** Ids of what became unread by a decision. */
  readonly counted: string[];
  dispatcher: Dispatcher;
  /** Stores changes of these tickets, each a new version. */
  change(...ids: string[]): Promise<void>;
  /** Stores a ticket with these fields as a new version. */
  put(id: string, fields?: Partial<TicketRecord>): Promise<void>;
  /** The same, told by a hint first and found by a poll as well. */
  changeHintedAndPolled(...ids: string[]): Promise<void>;
  /** The process dies: nothing of it reaches the store any more. A new one starts. */
  crash(): void;
  /** A new process after an orderly end. */
  restart(): Promise<void>;
  dispose(): Promise<void>;
}

/** A toast's text that a test can read: item toasts name seqs, summaries their counts. */
export function plainWords(content: ToastContent): { title: string; body: string } {
  return content.kind === 'item'
    ? { title: 'item', body: content.events.map(({ seq }) => seq).join() }
    : { title: content.reason, body: `${content.counts.ticket}+${content.counts.task}` };
}

/** What a world can be given. */
export interface WorldOptions {
  /** The clock on the wall; this computer's otherwise. */
  readonly wall?: WallTime;
  /** The title of a toast by its level of content. */
  readonly says?: (level: ToastContentLevel) => string;
}

/** Makes a {@link NotifyWorld}; whoever makes it disposes it. */
export async function notifyWorld({ wall, says }: WorldOptions = {}): Promise<NotifyWorld> {
  const clock = fakeClock(T0);
  const { store } = await tempStore();
  const notifier = recordingNotifier(clock);
  let version = T0;
  let serial = 0;
  let life = 0;
  const start = (): Dispatcher => {
    const mine = life;
    const dead = <R>(): Promise<R> => new Promise(() => undefined);
    const dies = (point: Point, toastId: string | null = null): boolean => {
      if (mine !== life || !bench.diesAt?.(point, toastId)) return false;
      bench.crash();
      return true;
    };
    const alive = <A extends unknown[], R>(call: (...args: A) => Promise<R>): ((...args: A) => Promise<R>) =>
      (...args) => (mine === life ? call(...args) : new Promise(() => undefined));
    return createDispatcher({
      store: {
        pendingEvents: alive((limit: number) => store.pendingEvents(limit)),
        toastTimes: alive((since: number) => store.toastTimes(since)),
        unsettledToasts: alive(() => store.unsettledToasts()),
        toastEvents: alive((id: string) => store.toastEvents(id)),
        toastTarget: alive((id: string) => store.toastTarget(id)),
        toastClicked: alive((id: string, at: number) => store.toastClicked(id, at)),
        settleToast: alive(async (id: string, answer: Parameters<Store['settleToast']>[1]) => {
          if (dies('beforeSettle', id)) return dead();
          await store.settleToast(id, answer);
          bench.settled.push({ id, shown: answer.shown, detail: answer.detail });
          return dies('settled', id) ? dead() : undefined;
        }),
        standingToasts: alive((since: number) => store.standingToasts(since)),
        toastWithdrawn: alive((id: string, at: number) => store.toastWithdrawn(id, at)),
        decide: alive(async (verdicts: Parameters<Store['decide']>[0]) => {
          if (dies('beforeDecide')) return dead();
          await store.decide(verdicts);
          bench.decided.push(...verdicts.flatMap(({ seqs, decision, rule }) => seqs.map((seq) => ({ seq, how: decision, rule }))));
          return dies('decided') ? dead() : undefined;
        }),
        claimToast: alive(async (...[wanted, because]: Parameters<Store['claimToast']>) => {
          if (dies('beforeClaim')) return dead();
          const claim = await store.claimToast(wanted, because);
          if (claim) {
            bench.claims.push(claim);
            bench.decided.push(...claim.seqs.map((seq) => ({ seq, how: claim.kind, rule: because.rules.get(seq) ?? null })));
          }
          return claim && dies('claimed', claim.id) ? dead() : claim;
        }),
      },
      notifier: {
        ...notifier,
        show: alive(async (toast: Toast) => {
          const answer = notifier.show(toast);
          return dies('shown', toast.id) ? dead() : answer;
        }),
      },
      clock, words: (content, level) => ({ ...plainWords(content), ...(says ? { title: says(level) } : {}) }), logger: silentLogger, settings: () => bench.settings,
      desk: { isLocked: () => bench.desk.locked, isDoNotDisturb: async () => bench.desk.doNotDisturb },
      mayTell: () => bench.signedIn,
      ...(wall ? { wall } : {}),
      onDelivered: (delivered) => bench.delivered.push(delivered),
      onOpen: (target) => bench.opened.push(target),
      onCounted: (items) => bench.counted.push(...items.map(({ id }) => id)),
      newId: () => `toast-${++serial}`,
    });
  };
  const commit = async (ids: readonly string[], sources: readonly ('hint' | 'poll')[]): Promise<void> => {
    version += 1;
    const state = version;
    const rows = ids.map((id) => ticket(id, { version: state, status: `state ${state}` }));
    for (const source of sources) await store.commitPage(page('ticket', rows, { now: clock.now(), source }));
  };
  const bench: NotifyWorld = {
    clock, store, notifier,
    settings: notifySettings(),
    desk: { locked: false, doNotDisturb: false },
    signedIn: true,
    claims: [], decided: [], delivered: [], opened: [], counted: [], settled: [], diesAt: null,
    dispatcher: undefined as unknown as Dispatcher,
    change: (...ids) => commit(ids, ['poll']),
    async put(id, fields = {}) {
      version += 1;
      await store.commitPage(page('ticket', [ticket(id, { version, ...fields })], { now: clock.now() }));
    },
    changeHintedAndPolled: (...ids) => commit(ids, ['hint', 'poll']),
    crash() {
      life += 1;
      bench.dispatcher = start();
    },
    async restart() {
      await bench.dispatcher.dispose();
      bench.crash();
    },
    async dispose() {
      await bench.dispatcher.dispose();
      await store.close();
    },
  };
  bench.dispatcher = start();
  return bench;
}
