import type { Database } from '../driver/port.ts';

/** What a queue is filtered by that has a number of its own; `assignee` values are agent keys. */
export type FacetKind = 'status' | 'priority' | 'department' | 'assignee' | 'tag';

/** The number of a value, which gets one when it has none; null for no value. */
export function facetNumber(db: Database, kind: FacetKind, value: string | null): number | null {
  if (value === null) return null;
  const known = db.get<{ no: number }>('SELECT no FROM facet WHERE kind = ? AND value = ?', kind, value);
  if (known !== undefined) return known.no;
  db.run('INSERT INTO facet (kind, value) VALUES (?, ?)', kind, value);
  return db.get<{ no: number }>('SELECT last_insert_rowid() AS no')?.no ?? null;
}
