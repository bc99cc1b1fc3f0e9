import type { Entity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { QuarantinedRow } from '../store.ts';

/** Most rows kept; the newest stay. */
const KEPT = 1000;
/** A row without a readable id is kept under this one, so rows of one kind of damage count once. */
const NO_ID = '';

/** Sets rows aside. One that is set aside already counts once. */
export function setAside(db: Database, rows: readonly QuarantinedRow[], now: number): void {
  if (rows.length === 0) return;
  for (const row of rows) {
    db.run('INSERT OR REPLACE INTO quarantine (entity, id, reason, seen_at) VALUES (?, ?, ?, ?)', row.entity, row.id ?? NO_ID, row.reason.slice(0, 500), now);
  }
  db.run(
    `DELETE FROM quarantine WHERE (entity, id, reason) IN
      (SELECT entity, id, reason FROM quarantine ORDER BY seen_at DESC, entity, id, reason LIMIT -1 OFFSET ?)`,
    KEPT,
  );
}

/** A row that could be read after all is no longer set aside. */
export function takeBack(db: Database, entity: Entity, id: string): void {
  db.run('DELETE FROM quarantine WHERE entity = ? AND id = ?', entity, id);
}

/** How many rows are set aside. */
export function quarantineCount(db: Database): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM quarantine')?.n ?? 0;
}
