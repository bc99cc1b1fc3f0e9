import { compareItems, type Item } from './item.ts';
import type { Random } from './random.ts';
import { createUpdatedOrder } from './updated-order.ts';

/** What to list. Offsets count in the asked direction. */
export interface Query {
  /** Only rows updated at or after this server time; null lists everything that lives. */
  readonly since: number | null;
  readonly descending: boolean;
  readonly offset: number;
  readonly limit: number;
}

/**
 * All rows of one entity.
 *
 * How deletions appear in Cxpress is not documented beyond the field `deleted at`. Our choice: a deleted row stays as a
 * tombstone; lists with an update filter contain it, so that a reader who catches up learns of it; full lists leave
 * it out; reading it by id finds nothing.
 */
export interface Collection {
  /** The row in any state, tombstones included. */
  get(id: string): Item | undefined;
  /** Adds a row or replaces the one with its id. */
  put(item: Item): void;
  list(query: Query): { readonly rows: Item[]; readonly total: number };
  /** Rows that are not deleted. */
  count(): number;
  tombstones(): number;
  /** A living row, more likely one that changed lately; undefined when there is none. */
  pick(random: Random): Item | undefined;
}

/** How much of a pick falls on the newest tenth. */
const RECENT_SHARE = 0.7;

/** Makes a {@link Collection} of rows in any order. */
export function createCollection(items: readonly Item[]): Collection {
  const byId = new Map<string, Item>();
  for (const item of items) byId.set(item.id, item);
  const sorted = [...items].sort(compareItems);
  const all = createUpdatedOrder(sorted);
  const living = createUpdatedOrder(sorted.filter((item) => item.deletedAt === null));
  return {
    get: (id) => byId.get(id),
    put(item) {
      const old = byId.get(item.id);
      if (old) {
        all.remove(old);
        if (old.deletedAt === null) living.remove(old);
      }
      byId.set(item.id, item);
      all.add(item);
      if (item.deletedAt === null) living.add(item);
    },
    list({ since, descending, offset, limit }) {
      const order = since === null ? living : all;
      const skipped = since === null ? 0 : order.olderThan(since);
      const total = order.size() - skipped;
      if (!descending) return { rows: order.slice(skipped + offset, limit), total };
      const end = Math.max(skipped, order.size() - offset);
      const begin = Math.max(skipped, end - limit);
      return { rows: order.slice(begin, end - begin).reverse(), total };
    },
    count: () => living.size(),
    tombstones: () => all.size() - living.size(),
    pick(random) {
      const size = living.size();
      const recent = random.chance(RECENT_SHARE) ? Math.ceil(size / 10) : size;
      return living.slice(size - 1 - random.int(recent), 1)[0];
    },
  };
}
