import { onTestFinished } from 'vitest';
import { silentLogger } from '../../core/log.ts';
import { createDispatcher } from '../../core/notify/dispatcher.ts';
import type { Delivered } from '../../core/notify/delivery.ts';
import type { Dispatcher, ToastTarget } from '../../core/notify/dispatcher.ts';
import type { ToastContent } from '../../core/notify/port.ts';
import type { Store, ToastClaim } from '../../core/store/store.ts';
import { fakeClock } from './fake-clock.ts';
import type { FakeClock } from './fake-clock.ts';
import { recordingNotifier } from './recording-notifier.ts';
import type { RecordingNotifier } from './recording-notifier.ts';
import { T0, page, ticket } from './records.ts';
import { tempStore } from './temp-store.ts';

/** A dispatcher on a real store in memory, with everything it claimed, decided, showed and opened. */
export interface ToastBench {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly notifier: RecordingNotifier;
  readonly settings: { pausedUntil: number };
  readonly claims: ToastClaim[];
  readonly decided: { readonly seq: number; readonly how: string }[];
  readonly delivered: Delivered[];
  readonly opened: ToastTarget[];
  dispatcher: Dispatcher;
  /** Stores changes of these tickets, each a new version. */
  change(...ids: string[]): Promise<void>;
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

/** Makes a {@link ToastBench}. Property tests end it themselves. */
export async function toastBench(options: { endItself?: boolean } = {}): Promise<ToastBench> {
  const clock = fakeClock(T0);
  const { store } = await tempStore();
  const notifier = recordingNotifier(clock);
  let version = T0;
  let serial = 0;
  let life = 0;
  const start = (): Dispatcher => {
    const mine = life;
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
        settleToast: alive((...args: Parameters<Store['settleToast']>) => store.settleToast(...args)),
        decide: alive(async (seqs, how) => {
          await store.decide(seqs, how);
          bench.decided.push(...seqs.map((seq) => ({ seq, how })));
        }),
        claimToast: alive(async (wanted) => {
          const claim = await store.claimToast(wanted);
          if (claim) {
            bench.claims.push(claim);
            bench.decided.push(...claim.seqs.map((seq) => ({ seq, how: claim.kind })));
          }
          return claim;
        }),
      },
      notifier, clock, words: plainWords, logger: silentLogger, settings: () => bench.settings,
      onDelivered: (delivered) => bench.delivered.push(delivered),
      onOpen: (target) => bench.opened.push(target),
      newId: () => `toast-${++serial}`,
    });
  };
  const bench: ToastBench = {
    clock, store, notifier,
    settings: { pausedUntil: 0 },
    claims: [], decided: [], delivered: [], opened: [],
    dispatcher: undefined as unknown as Dispatcher,
    async change(...ids) {
      version += 1;
      const state = version;
      await store.commitPage(page('ticket', ids.map((id) => ticket(id, { version: state, status: `state ${state}` })), { now: clock.now() }));
    },
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
  if (!options.endItself) onTestFinished(() => bench.dispose());
  return bench;
}
