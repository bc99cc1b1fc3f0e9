import type { Item, JsonValue } from './item.ts';

/** A row in the words of contract/models/records.ts, times in epoch ms (an update time of 0: the server says none): what a reader's copy is compared with. */
export type EntityRow = { readonly id: string; readonly createdAt: number; readonly updatedAt: number; readonly deletedAt: number | null } & Readonly<Record<string, JsonValue>>;

/** Turns an item into an {@link EntityRow}. */
export function entityRow({ id, createdAt, updatedAt, deletedAt, values }: Item): EntityRow {
  return { ...values, id, createdAt, updatedAt, deletedAt };
}
