import type { Database } from '../driver/port.ts';
import type { ItemRecord } from './difference.ts';

/** Latest place; leaves room after it for items of the same time, within what a double holds exactly. */
const LATEST = Number.MAX_SAFE_INTEGER - 2 ** 32;

/** When an item last changed as far as the server says, epoch ms; `now` when it says nothing at all. */
export function changeTime(record: ItemRecord, now: number): number {
  return record.updatedAt ?? (record.version > 0 ? record.version : (record.createdAt ?? now));
}

/**
 * Places of items in "newest change first": the change time in epoch ms, or the next free number where several items
 * share a millisecond. Small distances between neighbours keep the search index small.
 */
export interface DocPlaces {
  /** A free place for an item that changed at this time. */
  free(timeMs: number): number;
  /** Whether this place is the one for that time. */
  fits(doc: number, timeMs: number): boolean;
}

/** Makes {@link DocPlaces} for one transaction; remembers where long runs of one millisecond end. */
export function docPlaces(db: Database): DocPlaces {
  const ends = new Map<number, number>();
  return {
    free(timeMs) {
      const time = clamped(timeMs);
      const doc = firstFree(db, ends.get(time) ?? time);
      ends.set(time, doc + 1);
      return doc;
    },
    fits: (doc, timeMs) => doc === clamped(timeMs),
  };
}

function firstFree(db: Database, from: number): number {
  if (db.get('SELECT 1 FROM item WHERE doc = ?', from) === undefined) return from;
  const run = db.get<{ last: number }>(
    'SELECT doc AS last FROM item AS taken WHERE doc >= ? AND NOT EXISTS (SELECT 1 FROM item WHERE doc = taken.doc + 1) ORDER BY doc LIMIT 1', from,
  );
  return (run?.last ?? from) + 1;
}

function clamped(timeMs: number): number {
  return Math.min(Math.max(Math.trunc(timeMs), 0), LATEST);
}
