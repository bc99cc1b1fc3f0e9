import type { Entity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { StreamState } from '../store.ts';

/** State of an entity nothing was read of. */
const UNREAD: StreamState = { watermark: null, backfill: null, lastCompleteAt: null };

/** Where an entity's reading stands. */
export function readStream(db: Database, entity: Entity): StreamState {
  const row = db.get<{ watermark: number | null; backfill: string | null; last_complete_at: number | null }>(
    'SELECT watermark, backfill, last_complete_at FROM stream WHERE entity = ?', entity,
  );
  if (row === undefined) return UNREAD;
  const backfill = row.backfill === null ? null : (JSON.parse(row.backfill) as StreamState['backfill']);
  return { watermark: row.watermark, backfill, lastCompleteAt: row.last_complete_at };
}

/** Stores it; only ever called inside the transaction that stores the rows it speaks of. */
export function writeStream(db: Database, entity: Entity, stream: StreamState): void {
  db.run(
    'INSERT OR REPLACE INTO stream (entity, watermark, backfill, last_complete_at) VALUES (?, ?, ?, ?)',
    entity, stream.watermark, stream.backfill === null ? null : JSON.stringify(stream.backfill), stream.lastCompleteAt,
  );
}
