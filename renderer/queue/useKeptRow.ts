import { useMemo, useState } from 'react';
import type { QueueRow } from '../../contract/models/views.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { findRow, type RowAt } from './chunks.ts';
import type { QueueRows } from './useQueueRows.ts';

/** Rows around its former place that are searched for the open item. */
const SEARCH_REACH = 300;

interface Kept {
  readonly row: QueueRow;
  readonly index: number;
}

/**
 * Keeps the row that is open among the unread ones although opening it made it read, so that the list does not move
 * under the person's hand. It goes when another is opened or the filter changes.
 */
export function useKeptRow(rows: QueueRows, filter: QueueFilter, openId: string | null): QueueRows {
  const [kept, setKept] = useState<Kept | null>(null);
  const next = filter.only === 'unread' ? keptNow(kept, rows, openId) : null;
  if (next?.row !== kept?.row || next?.index !== kept?.index) setKept(next);
  const keptRow = next?.row ?? null;
  // One object for as long as the row is the same: whoever hears of the row under the cursor hears of it once.
  const read = useMemo(() => keptRow && { ...keptRow, unread: false }, [keptRow]);
  if (next === null || read === null || findRow(next.row.id, next.index, rows.rowAt, rows.total ?? 0, SEARCH_REACH) !== null) return rows;
  // Only an order by the last change says where a row belongs that has gone; otherwise it stays where it was.
  const { by, descending } = filter.sort;
  return withRow(rows, read, next.index, by === 'changed' && descending);
}

function keptNow(kept: Kept | null, { rowAt, total }: QueueRows, openId: string | null): Kept | null {
  const id = openId ?? kept?.row.id;
  if (id === undefined) return null;
  const index = findRow(id, kept?.index ?? 0, rowAt, total ?? 0, SEARCH_REACH);
  const row = index === null ? undefined : rowAt(index);
  if (row && index !== null) return { row, index };
  return kept?.row.id === id ? kept : null;
}

function withRow(rows: QueueRows, row: QueueRow, index: number, newestFirst: boolean): QueueRows {
  const total = rows.total ?? 0;
  const place = newestFirst ? placeOf(row, index, rows.rowAt, total) : Math.min(index, total);
  return {
    ...rows,
    total: total + 1,
    rowAt: (at) => (at === place ? row : rows.rowAt(at < place ? at : at - 1)),
    version: `${rows.version} ${row.id}`,
  };
}

/** Where a row belongs by its last change, looked for from where it was; rows of the same moment leave it there. */
export function placeOf(row: QueueRow, from: number, rowAt: RowAt, total: number): number {
  const age = (at: number) => rowAt(at)?.updatedAt ?? null;
  const own = row.updatedAt;
  let place = Math.min(from, total);
  if (own === null) return place;
  for (let above = age(place - 1); above !== null && above < own; above = age(place - 1)) place--;
  for (let below = age(place); below !== null && below > own; below = age(place)) place++;
  return place;
}
