import type { QueueEntity } from '../../../contract/entity.ts';
import type { QueueRow } from '../../../contract/models/views.ts';
import type { Database } from '../driver/port.ts';
import type { FilterWish } from '../store.ts';
import type { NameBook } from './name-book.ts';
import { selection } from './selection.ts';

/** What a queue row is made of, as stored. */
interface StoredRow {
  readonly entity: QueueEntity;
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly assigneeName: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly dueAt: number | null;
  readonly departmentId: string | null;
  readonly consumerId: string | null;
  readonly tagIds: string;
  readonly unread: number;
  readonly takenAt: number | null;
  readonly followed: number;
  readonly snoozedUntil: number | null;
  readonly woke: QueueRow['woke'];
}

const COLUMNS = `entity, id, number, title, status, priority, assignee_name AS assigneeName, created_at AS createdAt, updated_at AS updatedAt,
  due_at AS dueAt, department_id AS departmentId, consumer_id AS consumerId, tag_ids AS tagIds, unread,
  taken_at AS takenAt, followed, snoozed_until AS snoozedUntil, CASE WHEN unread = 1 THEN woke END AS woke`;

function view(stored: StoredRow, names: NameBook): QueueRow {
  const { departmentId, consumerId, tagIds, unread, followed, ...same } = stored;
  return {
    ...same,
    departmentName: names.name('department', departmentId),
    consumerName: names.name('consumer', consumerId),
    tags: names.tags('ticketTag', JSON.parse(tagIds) as string[]),
    unread: unread === 1,
    followed: followed === 1,
  };
}

/** The row of one item, tombstones and gone ones too; null when it was never stored. */
export function queueRow(db: Database, names: NameBook, entity: QueueEntity, id: string): QueueRow | null {
  const stored = db.get<StoredRow>(`SELECT ${COLUMNS} FROM item WHERE entity = ? AND id = ?`, entity, id);
  return stored === undefined ? null : view(stored, names);
}

/** A slice of a filtered queue. Its places are found in an index alone; only the rows shown are read. */
export function queueRows(db: Database, names: NameBook, wish: FilterWish, slice: { offset: number; limit: number }): QueueRow[] {
  const { from, where, order, params } = selection(wish);
  const sql = `SELECT ${COLUMNS} FROM (SELECT key AS place FROM ${from} WHERE ${where} ORDER BY ${order} LIMIT ? OFFSET ?) CROSS JOIN item ON item.key = place ORDER BY ${order}`;
  return db.all<StoredRow>(sql, ...params, slice.limit, slice.offset).map((stored) => view(stored, names));
}
