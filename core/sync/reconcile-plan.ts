import { ENTITIES } from '../../contract/entity.ts';
import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import type { Counts, ReconcileState, Store } from '../store/store.ts';
import type { Health } from './health.ts';

/** Which entity's whole list is read next, and when. */
export interface ReconcilePlan {
  /** What is due now, or in how many milliseconds something is; null when nothing can be. */
  next(): Promise<{ readonly entity: Entity } | { readonly wait: number } | null>;
  /** An entity is reconciled, for so many requests. */
  reconciled(entity: Entity, requests: number): void;
  /** It failed for a reason of its own: it is left alone for a while. */
  failed(entity: Entity): void;
}

/** What a {@link ReconcilePlan} works with. */
export interface ReconcilePlanOptions {
  readonly clock: Clock;
  readonly store: Pick<Store, 'stream' | 'reconcile' | 'counts'>;
  readonly health: Health;
  /** Requests that may be sent in a minute. */
  readonly requestsPerMinute: () => number;
}

const HOUR_MS = 60 * 60_000;
/** How often whole lists are read; times in milliseconds. */
export const RECONCILE = {
  /** After the first sync, or after a start when it never was done. */
  first: HOUR_MS / 2,
  usual: 6 * HOUR_MS,
  /** Lists of no more than {@link RECONCILE.shortRequests}. */
  short: HOUR_MS,
  shortRequests: 2,
  /** After a failure of its own. */
  retry: HOUR_MS / 2,
  /** Parts of all requests that long and short lists may cost: together 5 %. */
  longShare: 0.04,
  shortShare: 0.01,
  /** Rows on a page, as long as it was not seen how many there are. */
  guessedPage: 100,
} as const;

/** Makes a {@link ReconcilePlan}. Wall time is compared across restarts, monotonic time within a run: the sooner of both counts, so that a clock that was set back does not put it off. */
export function createReconcilePlan({ clock, store, health, requestsPerMinute }: ReconcilePlanOptions): ReconcilePlan {
  const cost = new Map<Entity, number>();
  /** Monotonic: since when this run knows of the entity's last reconciling, or of its baseline. */
  const since = new Map<Entity, number>();
  const notBefore = new Map<Entity, number>();

  const requestsOf = (entity: Entity, counts: Counts): number => cost.get(entity) ?? Math.max(1, Math.ceil(counts[entity] / RECONCILE.guessedPage));
  const intervalOf = (entity: Entity, counts: Counts): number => {
    const short = requestsOf(entity, counts) <= RECONCILE.shortRequests;
    const alike = ENTITIES.map((one) => requestsOf(one, counts)).filter((requests) => requests <= RECONCILE.shortRequests === short);
    const minutes = alike.reduce((sum, requests) => sum + requests, 0) / ((short ? RECONCILE.shortShare : RECONCILE.longShare) * requestsPerMinute());
    return Math.max(short ? RECONCILE.short : RECONCILE.usual, minutes * 60_000);
  };
  const waitOf = (entity: Entity, { under, lastAt }: ReconcileState, counts: Counts): number => {
    const now = clock.mono();
    const from = since.get(entity) ?? now;
    since.set(entity, from);
    const held = (notBefore.get(entity) ?? now) - now;
    if (under !== null) return held;
    if (lastAt === null) return Math.max(held, from + RECONCILE.first - now);
    return Math.max(held, intervalOf(entity, counts) - Math.max(clock.now() - lastAt, now - from));
  };
  return {
    async next() {
      const counts = await store.counts();
      let least: number | null = null;
      for (const entity of ENTITIES) {
        if (!health.open(entity) || (await store.stream(entity)).watermark === null) continue;
        const wait = waitOf(entity, await store.reconcile(entity), counts);
        if (wait <= 0) return { entity };
        least = Math.min(least ?? wait, wait);
      }
      return least === null ? null : { wait: least };
    },
    reconciled(entity, requests) {
      cost.set(entity, requests);
      since.set(entity, clock.mono());
      notBefore.delete(entity);
    },
    failed: (entity) => void notBefore.set(entity, clock.mono() + RECONCILE.retry),
  };
}
