import { ENTITIES } from '../../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { Counts } from '../store.ts';

const LIVE_ITEMS = 'SELECT count(*) AS n FROM item WHERE entity = ? AND deleted_at IS NULL';
const LIVE_REFERENCES = 'SELECT count(*) AS n FROM reference WHERE entity = ? AND deleted_at IS NULL';
const UNREAD_ITEMS = 'SELECT count(*) AS n FROM item WHERE entity = ? AND unread = 1 AND deleted_at IS NULL';

function total(db: Database, sql: string, entity: Entity): number {
  return db.get<{ n: number }>(sql, entity)?.n ?? 0;
}

/** Tickets or tasks in the queue. */
export function queueTotal(db: Database, entity: QueueEntity): number {
  return total(db, LIVE_ITEMS, entity);
}

/** Those of them that are unread. */
export function unreadTotal(db: Database, entity: QueueEntity): number {
  return total(db, UNREAD_ITEMS, entity);
}

/** Rows of every entity, tombstones left out. */
export function counts(db: Database): Counts {
  const sql = (entity: Entity): string => (entity === 'ticket' || entity === 'task' ? LIVE_ITEMS : LIVE_REFERENCES);
  return Object.fromEntries(ENTITIES.map((entity) => [entity, total(db, sql(entity), entity)])) as Record<Entity, number>;
}
