import type { Entity } from '../../../contract/entity.ts';
import type { AnyRecord } from '../../../contract/models/records.ts';
import type { Database } from '../driver/port.ts';
import { readItem } from './items.ts';
import { readReference } from './references.ts';

/** A record as it was stored, tombstones too; null when it never was. */
export function readRecord(db: Database, entity: Entity, id: string): AnyRecord | null {
  const stored = entity === 'ticket' || entity === 'task' ? readItem(db, entity, id) : readReference(db, entity, id);
  return stored === undefined ? null : (JSON.parse(stored.data) as AnyRecord);
}
