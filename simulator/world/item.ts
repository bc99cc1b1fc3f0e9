/** Anything JSON can say. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Field values by record field name (contract/models/records.ts); other names travel as unknown extra fields. */
export type Values = Readonly<Record<string, JsonValue>>;

/**
 * A row as the server keeps it. Times are epoch ms of server time, an update time of 0 is none at all (row-times.ts);
 * `deletedAt` makes it a tombstone.
 * Items are never changed in place: a change replaces the item. `values` may be written on first reading, so an item
 * is not copied by spreading it.
 */
export interface Item {
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly deletedAt: number | null;
  readonly values: Values;
}

/** A value as text when it is a text or a number, else null. */
export function valueText(value: JsonValue | undefined): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The order of all lists: by update time, then id, so that equal times have one order. */
export function compareItems(a: Pick<Item, 'updatedAt' | 'id'>, b: Pick<Item, 'updatedAt' | 'id'>): number {
  if (a.updatedAt !== b.updatedAt) return a.updatedAt - b.updatedAt;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
