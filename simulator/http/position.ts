import type { Item } from '../world/item.ts';

/** A place in update order: just after (or, going down, just before) the row with this time and id, whether it still stands there or not. */
export type Position = Pick<Item, 'updatedAt' | 'id'>;

/** Writes a {@link Position} as opaque text that fits in an address. */
export function positionText({ updatedAt, id }: Position): string {
  return Buffer.from(JSON.stringify([updatedAt, id])).toString('base64url');
}

/** Reads what {@link positionText} wrote; null for any other text. */
export function readPosition(text: string): Position | null {
  try {
    const parts: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 2) return null;
    const [updatedAt, id] = parts as unknown[];
    return typeof updatedAt === 'number' && typeof id === 'string' ? { updatedAt, id } : null;
  } catch {
    return null;
  }
}
