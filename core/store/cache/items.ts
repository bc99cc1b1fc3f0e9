import type { QueueEntity } from '../../../contract/entity.ts';
import { agentKey } from '../../../contract/models/filter.ts';
import type { Database, SqlValue } from '../driver/port.ts';
import { numberKey } from '../search/words.ts';
import { priorityRank } from '../views/priority-rank.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ItemRecord } from './difference.ts';
import type { DocPlaces } from './doc-order.ts';
import { facetNumber } from './facet-numbers.ts';
import { linkTags, wearTags } from './tag-links.ts';
import type { KeptState } from './version-order.ts';

/** A ticket or task as stored. */
export interface StoredItem extends KeptState {
  readonly key: number;
  readonly doc: number;
  readonly takenAt: number | null;
  /** It is snoozed, and a change ends that. */
  readonly wakesOnChange: number;
  /** The record as canonical JSON. */
  readonly data: string;
}

const READ = `SELECT key, doc, version, deleted_at AS deletedAt, gone, taken_at AS takenAt, snoozed_until IS NOT NULL AND snooze_or_change AS wakesOnChange, data
  FROM item WHERE entity = ? AND id = ?`;

/** Reads a ticket or task, tombstones and gone ones too. */
export function readItem(db: Database, entity: QueueEntity, id: string): StoredItem | undefined {
  return db.get<StoredItem>(READ, entity, id);
}

const COLUMNS = ['doc', 'version', 'created_at', 'updated_at', 'deleted_at', 'due_at', 'number', 'number_key', 'title', 'status', 'priority',
  'priority_rank', 'department_id', 'consumer_id', 'assignee_name', 'ticket_id', 'tag_ids', 'data', 'status_no', 'priority_no', 'department_no', 'assignee_no', 'taken_at', 'gone_at'];
const INSERT = `INSERT INTO item (${COLUMNS.join(', ')}, entity, id) VALUES (${'?, '.repeat(COLUMNS.length)}?, ?)`;
/** Says nothing of what is this desktop's, such as `unread`. A row that is stored is there again. */
const UPDATE = `UPDATE item SET gone = NULL, ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE entity = ? AND id = ?`;

/** How a record is stored. `timeMs`: when it changed; `takenAt`: see `QueueRow`; `now`: local wall time; all epoch ms. */
export interface WriteOptions {
  readonly before: StoredItem | undefined;
  readonly timeMs: number;
  readonly places: DocPlaces;
  readonly takenAt: number | null;
  readonly now: number;
}

/** Stores a record in place of `before`; returns its `doc`. */
export function writeItem(db: Database, entity: QueueEntity, record: ItemRecord, options: WriteOptions): number {
  const { before, timeMs, places } = options;
  const doc = before !== undefined && places.fits(before.doc, timeMs) ? before.doc : places.free(timeMs);
  const goneAt = record.deletedAt === null ? null : options.now;
  db.run(before === undefined ? INSERT : UPDATE, ...columnsOf(record, doc), ...numbersOf(db, record), options.takenAt, goneAt, entity, record.id);
  const tagIds = record.deletedAt === null ? record.tagIds : [];
  linkTags(db, { entity, id: record.id }, 'ticketTag', tagIds);
  wearTags(db, { entity, key: before?.key ?? lastKey(db) }, before === undefined ? [] : (JSON.parse(before.data) as ItemRecord).tagIds, tagIds);
  return doc;
}

function lastKey(db: Database): number {
  return db.get<{ key: number }>('SELECT last_insert_rowid() AS key')?.key ?? 0;
}

function columnsOf(record: ItemRecord, doc: number): SqlValue[] {
  const ticketId = 'ticketId' in record ? record.ticketId : null;
  const title = 'subject' in record ? record.subject : record.title;
  return [
    doc, whole(record.version) ?? 0, whole(record.createdAt), whole(record.updatedAt), whole(record.deletedAt), whole(record.dueAt),
    text(record.number), numberKey(record.number), text(title) ?? '', text(record.status), text(record.priority),
    priorityRank(record.priority), record.departmentId, record.consumerId, text(record.assigneeName), ticketId,
    JSON.stringify(record.tagIds), canonicalJson(record),
  ];
}

function numbersOf(db: Database, { status, priority, departmentId, assigneeId, assigneeName }: ItemRecord): SqlValue[] {
  return [
    facetNumber(db, 'status', text(status)), facetNumber(db, 'priority', text(priority)), facetNumber(db, 'department', departmentId),
    facetNumber(db, 'assignee', text(agentKey(assigneeId, assigneeName))),
  ];
}

/** Columns hold whole numbers; a server may send fractions of a millisecond. */
function whole(value: number | null): number | null {
  return value === null || !Number.isFinite(value) ? null : Math.trunc(value);
}

/** Not every driver reads text past a NUL. */
function text(value: string | null): string | null {
  return value === null ? null : value.replaceAll('\u0000', '\ufffd');
}
