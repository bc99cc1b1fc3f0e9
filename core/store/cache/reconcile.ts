import type { Entity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { ReconcileState } from '../store.ts';

/** State of an entity whose list was never walked. */
const NEVER: ReconcileState = { walk: 0, under: null, lastAt: null };

/** Where the regular reading of an entity's whole list stands. */
export function readReconcile(db: Database, entity: Entity): ReconcileState {
  const row = db.get<{ walk: number; under: string | null; lastAt: number | null }>('SELECT walk, under, last_at AS lastAt FROM reconcile WHERE entity = ?', entity);
  if (row === undefined) return NEVER;
  return { walk: row.walk, under: row.under === null ? null : (JSON.parse(row.under) as ReconcileState['under']), lastAt: row.lastAt };
}

/** Stores it; only ever called inside the transaction that stores the rows it speaks of. */
export function writeReconcile(db: Database, entity: Entity, { walk, under, lastAt }: ReconcileState): void {
  db.run(
    'INSERT OR REPLACE INTO reconcile (entity, walk, under, last_at) VALUES (?, ?, ?, ?)',
    entity, walk, under === null ? null : JSON.stringify(under), lastAt,
  );
}

/** Marks a row as met by a walk; costs a small write of its own, and none when it carries the mark already. */
export function markMet(db: Database, row: { entity: Entity; id: string }, walk: number): void {
  db.run(
    'INSERT INTO met (entity, id, walk) VALUES (?, ?, ?) ON CONFLICT (entity, id) DO UPDATE SET walk = excluded.walk WHERE walk <> excluded.walk',
    row.entity, row.id, walk,
  );
}

const UNMET = 'NOT EXISTS (SELECT 1 FROM met WHERE met.entity = shown.entity AND met.id = shown.id AND met.walk = ?)';
const UNSEEN_ITEMS = `SELECT id FROM item AS shown WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL AND ${UNMET} ORDER BY doc LIMIT ?`;
const UNSEEN_REFERENCES = `SELECT id FROM reference AS shown WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL AND ${UNMET} ORDER BY version, id LIMIT ?`;

/**
 * Shown rows that a walk did not meet, oldest change first. A row that was first stored, or came back, since the walk
 * began carries its mark from then on (see commit-page.ts), so it is not among them.
 */
export function unseen(db: Database, entity: Entity, walk: number, limit: number): string[] {
  const sql = entity === 'ticket' || entity === 'task' ? UNSEEN_ITEMS : UNSEEN_REFERENCES;
  return db.all<{ id: string }>(sql, entity, walk, Math.max(0, Math.trunc(limit))).map((row) => row.id);
}
