import { ENTITIES } from '../../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { Counts } from '../store.ts';

const LIVE_ITEMS = 'SELECT count(*) AS n FROM item WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL';
const LIVE_REFERENCES = 'SELECT count(*) AS n FROM reference WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL';
const UNREAD_ITEMS = 'SELECT count(*) AS n FROM item WHERE entity = ? AND unread = 1 AND deleted_at IS NULL AND gone IS NULL';

function total(db: Database, sql: string, entity: Entity): number {
  return db.get<{ n: number }>(sql, entity)?.n ?? 0;
}

/** How many tickets or tasks are in a queue; counted once between changes, because every scroll asks. */
export interface QueueTotals {
  of(entity: QueueEntity): number;
  /** Rows came or went. */
  forget(): void;
}

/** Makes {@link QueueTotals}. */
export function queueTotals(db: Database): QueueTotals {
  const known = new Map<QueueEntity, number>();
  return {
    of(entity) {
      const n = known.get(entity) ?? total(db, LIVE_ITEMS, entity);
      known.set(entity, n);
      return n;
    },
    forget: () => known.clear(),
  };
}

/** How many of them are unread. */
export function unreadTotal(db: Database, entity: QueueEntity): number {
  return total(db, UNREAD_ITEMS, entity);
}

/** Rows of every entity, tombstones and gone ones left out. */
export function counts(db: Database): Counts {
  const sql = (entity: Entity): string => (entity === 'ticket' || entity === 'task' ? LIVE_ITEMS : LIVE_REFERENCES);
  return Object.fromEntries(ENTITIES.map((entity) => [entity, total(db, sql(entity), entity)])) as Record<Entity, number>;
}
