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
  /** Only rows beyond this place in the asked direction; it need not hold a row any more. */
  readonly after?: Pick<Item, 'updatedAt' | 'id'> | null;
}

/** How a row is kept from readers: `unlisted` is in no list but can be read by id, `forbidden` is refused by id too. */
export type Hidden = 'unlisted' | 'forbidden';

/**
 * All rows of one entity.
 *
 * How deletions appear in Cxpress is not documented beyond the field `deleted at`. Our choice: a deleted row stays as a
 * tombstone; lists with an update filter contain it, so that a reader who catches up learns of it; full lists leave
 * it out; reading it by id finds nothing. Rows can also go without a trace: erased or hidden.
 */
export interface Collection {
  /** The row in any state, tombstones and hidden rows included. */
  get(id: string): Item | undefined;
  /** Adds a row or replaces the one with its id; a hidden row stays hidden. */
  put(item: Item): void;
  list(query: Query): { readonly rows: Item[]; readonly total: number };
  /** Rows in full lists: neither deleted nor hidden. */
  count(): number;
  tombstones(): number;
  /** A row of the full list, more likely one that changed lately; undefined when there is none. */
  pick(random: Random): Item | undefined;
  /** Takes a row out for good, tombstone or not; false when there is none. */
  erase(id: string): boolean;
  /** Hides a row, or hides it in another way; its update time stays. False when there is none. */
  hide(id: string, how: Hidden): boolean;
  /** Shows a hidden row again, at its place; false when it is not hidden. */
  show(id: string): boolean;
  /** How a row is hidden; null when it is not. */
  hidden(id: string): Hidden | null;
  /** Ids hidden in one way, the longest hidden first. */
  hiddenIds(how: Hidden): string[];
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
  const hiding = new Map<string, Hidden>();
  const enlist = (item: Item): void => {
    all.add(item);
    if (item.deletedAt === null) living.add(item);
  };
  const delist = (item: Item): void => {
    if (hiding.has(item.id)) return;
    all.remove(item);
    if (item.deletedAt === null) living.remove(item);
  };
  return {
    get: (id) => byId.get(id),
    put(item) {
      const old = byId.get(item.id);
      if (old) delist(old);
      byId.set(item.id, item);
      if (!hiding.has(item.id)) enlist(item);
    },
    list({ since, descending, offset, limit, after = null }) {
      const order = since === null ? living : all;
      const skipped = since === null ? 0 : order.olderThan(since);
      const total = order.size() - skipped;
      if (!descending) return { rows: order.slice(Math.max(skipped, after === null ? 0 : order.before(after, true)) + offset, limit), total };
      const end = Math.max(skipped, (after === null ? order.size() : order.before(after, false)) - offset);
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
    erase(id) {
      const item = byId.get(id);
      if (!item) return false;
      delist(item);
      hiding.delete(id);
      return byId.delete(id);
    },
    hide(id, how) {
      const item = byId.get(id);
      if (!item) return false;
      delist(item);
      hiding.set(id, how);
      return true;
    },
    show(id) {
      const item = byId.get(id);
      if (!item || !hiding.delete(id)) return false;
      enlist(item);
      return true;
    },
    hidden: (id) => hiding.get(id) ?? null,
    hiddenIds: (how) => [...hiding].filter(([, other]) => other === how).map(([id]) => id),
  };
}
