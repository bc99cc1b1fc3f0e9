import type { QueueRow } from '../../contract/models/views.ts';

/** Rows by their place in the queue; undefined while not loaded. */
export type RowAt = (index: number) => QueueRow | undefined;

/** A range of places, both ends included. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The chunks that cover a range and `margin` rows around it, cut to what the queue has. `total` null = not known yet. */
export function chunksOf({ first, last }: Range, margin: number, size: number, total: number | null): readonly number[] {
  const end = total === null ? last : Math.min(last + margin, total - 1);
  const from = Math.floor(Math.max(0, Math.min(first - margin, end)) / size);
  const to = Math.max(from, Math.floor(end / size));
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Where a row is now, looked for outwards from where it was; null when it is not among the rows loaded around there. */
export function findRow(id: string, near: number, rowAt: RowAt, total: number, reach: number): number | null {
  for (let distance = 0; distance <= reach; distance++) {
    for (const index of distance === 0 ? [near] : [near - distance, near + distance]) {
      if (index >= 0 && index < total && rowAt(index)?.id === id) return index;
    }
  }
  return null;
}

/**
 * By how many places most rows moved between two pictures of the same part of a queue: what the scroll position
 * must follow for the page to stand still. One row that jumped to the top does not count against the rest.
 */
export function commonShift(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): number {
  const votes = new Map<number, number>();
  for (const [id, index] of before) {
    const now = after.get(id);
    if (now !== undefined) votes.set(now - index, (votes.get(now - index) ?? 0) + 1);
  }
  let best = 0;
  for (const [shift, count] of votes) if (count > (votes.get(best) ?? 0)) best = shift;
  return best;
}

/** The place `delta` from `index`, inside the queue. */
export function step(index: number, delta: number, total: number): number {
  return Math.max(0, Math.min(total - 1, index + delta));
}
