import type { StateStore, Store } from './store.ts';

/** The calls of a port as they are where the database is: the same names and values, without waiting. */
export type SyncCalls<Port> = {
  readonly [Name in keyof Port]: Port[Name] extends (...args: infer Args) => Promise<infer Value> ? (...args: Args) => Value : never;
};

/** The copy's calls, apart from closing. */
export type StoreCalls = SyncCalls<Omit<Store, 'close'>>;
/** The durable values' calls. */
export type StateCalls = SyncCalls<StateStore>;

/** Names of {@link StoreCalls}; the only ones a worker thread answers to. */
export const STORE_CALLS = Object.keys({
  commitPage: true, stream: true, reconcile: true, unseen: true, reread: true, record: true, counts: true, quarantineCount: true,
  queuePage: true, facets: true, queueCounts: true, agents: true, itemDetail: true, markRead: true, markFilterRead: true, undoRead: true, unread: true,
  follow: true, snooze: true, ring: true, forget: true, lookup: true,
  pendingEvents: true, claimToast: true, settleToast: true, decide: true, unsettledToasts: true, toastEvents: true,
  toastTimes: true, toastTarget: true, toastClicked: true, standingToasts: true, toastWithdrawn: true, recentEvents: true, ledgerPage: true, wipe: true,
} satisfies Record<keyof StoreCalls, true>) as (keyof StoreCalls)[];

/** Names of {@link StateCalls}. */
export const STATE_CALLS = Object.keys({ get: true, set: true, delete: true } satisfies Record<keyof StateCalls, true>) as (keyof StateCalls)[];

/** Makes a port of its calls' names and one way to make a call. */
export function portOf<Port>(names: readonly string[], call: (name: string, args: unknown[]) => Promise<unknown>): Port {
  return Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => call(name, args)])) as Port;
}
