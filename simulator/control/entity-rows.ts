import type { Item, JsonValue } from '../world/item.ts';

/** A row in the words of contract/models/records.ts, times in epoch ms: what a reader's copy is compared with. */
export type EntityRow = { readonly id: string; readonly createdAt: number; readonly updatedAt: number; readonly deletedAt: number | null } & Readonly<Record<string, JsonValue>>;

/** Turns an item into an {@link EntityRow}. */
export function entityRow({ id, createdAt, updatedAt, deletedAt, values }: Item): EntityRow {
  return { ...values, id, createdAt, updatedAt, deletedAt };
}
