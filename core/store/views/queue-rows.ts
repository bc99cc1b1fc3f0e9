import type { QueueEntity } from '../../../contract/entity.ts';
import type { QueueRow } from '../../../contract/models/views.ts';
import type { Database } from '../driver/port.ts';
import type { NameBook } from './name-book.ts';

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
}

const COLUMNS = `entity, id, number, title, status, priority, assignee_name AS assigneeName, created_at AS createdAt, updated_at AS updatedAt,
  due_at AS dueAt, department_id AS departmentId, consumer_id AS consumerId, tag_ids AS tagIds, unread`;

function view(stored: StoredRow, names: NameBook): QueueRow {
  const { departmentId, consumerId, tagIds, unread, ...same } = stored;
  return {
    ...same,
    departmentName: names.name('department', departmentId),
    consumerName: names.name('consumer', consumerId),
    tags: names.tags('ticketTag', JSON.parse(tagIds) as string[]),
    unread: unread === 1,
  };
}

/** The row of one item, tombstones and gone ones too; null when it was never stored. */
export function queueRow(db: Database, names: NameBook, entity: QueueEntity, id: string): QueueRow | null {
  const stored = db.get<StoredRow>(`SELECT ${COLUMNS} FROM item WHERE entity = ? AND id = ?`, entity, id);
  return stored === undefined ? null : view(stored, names);
}

/** Which part of a queue. */
export interface QueueSlice {
  readonly entity: QueueEntity;
  readonly offset: number;
  readonly limit: number;
  readonly filter: 'all' | 'unread';
}

/** The places of a slice are found in an index alone; only the rows shown are read. */
const slice = (condition: string): string =>
  `SELECT ${COLUMNS} FROM (SELECT key AS place FROM item WHERE entity = ? AND ${condition} ORDER BY doc DESC LIMIT ? OFFSET ?)
    CROSS JOIN item ON item.key = place ORDER BY doc DESC`;
const SLICES = { all: slice('deleted_at IS NULL AND gone IS NULL'), unread: slice('unread = 1 AND deleted_at IS NULL AND gone IS NULL') };

/** A slice of a queue, newest change first. */
export function queueRows(db: Database, names: NameBook, { entity, offset, limit, filter }: QueueSlice): QueueRow[] {
  return db.all<StoredRow>(SLICES[filter], entity, limit, offset).map((stored) => view(stored, names));
}
