import { ENTITIES } from '../../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { Counts, FilterWish, Viewer } from '../store.ts';
import { numbered, selection } from './selection.ts';
import { viewerKeys } from './viewer-keys.ts';

const LIVE_ITEMS = 'SELECT count(*) AS n FROM item WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL';
const LIVE_REFERENCES = 'SELECT count(*) AS n FROM reference WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL';
function total(db: Database, sql: string, entity: Entity): number {
  return db.get<{ n: number }>(sql, entity)?.n ?? 0;
}

/** How many rows a filter has, and how many of them are unread. */
export interface FilterCount {
  readonly total: number;
  readonly unread: number;
}

/** Counts of filters; each is counted once between changes, because every scroll asks. */
export interface FilterCounts {
  of(wish: FilterWish): FilterCount;
  /** Rows came, went, or look different. */
  rowsChanged(): void;
  /** Rows were read or are unread again, which leaves the number of others as it was. */
  marksChanged(): void;
}

/** Filters remembered at a time. */
const REMEMBERED = 200;

/** Makes {@link FilterCounts}. */
export function filterCounts(db: Database): FilterCounts {
  const rows = countOnce(db, false);
  const unread = countOnce(db, true);
  return {
    of: (wish) => ({ total: (wish.filter.only === 'unread' ? unread : rows).of(wish), unread: unread.of(wish) }),
    rowsChanged() {
      rows.forget();
      unread.forget();
    },
    marksChanged: () => unread.forget(),
  };
}

function countOnce(db: Database, unread: boolean): { of: (wish: FilterWish) => number; forget: () => void } {
  const known = new Map<string, number>();
  return {
    of(wish) {
      const { countedFrom, where, params } = selection(wish, { unread });
      const key = JSON.stringify([countedFrom, where, params]);
      const count = known.get(key) ?? db.get<{ n: number }>(`SELECT count(*) AS n FROM ${countedFrom} WHERE ${where}`, ...params)?.n ?? 0;
      if (known.size >= REMEMBERED) known.clear();
      known.set(key, count);
      return count;
    },
    forget: () => known.clear(),
  };
}

const UNREAD = `SELECT count(*) AS n FROM item INDEXED BY item_unread WHERE entity = ? AND unread = 1 AND deleted_at IS NULL AND gone IS NULL AND snoozed_until IS NULL`;
const CONCERNS = `followed = 1 OR assignee_no IN ${numbered('assignee')} OR department_no IN ${numbered('department')}`;

/** Unread rows that concern the viewer; all of them where the viewer said neither who they are nor where they work. */
export function unreadOf(db: Database, entity: QueueEntity, viewer: Viewer): number {
  if (viewer.me === null && viewer.departmentIds.length === 0) return total(db, UNREAD, entity);
  return db.get<{ n: number }>(`${UNREAD} AND (${CONCERNS})`, entity, JSON.stringify(viewerKeys(viewer)), JSON.stringify(viewer.departmentIds))?.n ?? 0;
}

/** Rows of every entity, tombstones and gone ones left out. */
export function counts(db: Database): Counts {
  const sql = (entity: Entity): string => (entity === 'ticket' || entity === 'task' ? LIVE_ITEMS : LIVE_REFERENCES);
  return Object.fromEntries(ENTITIES.map((entity) => [entity, total(db, sql(entity), entity)])) as Record<Entity, number>;
}
