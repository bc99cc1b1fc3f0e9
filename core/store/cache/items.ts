import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database, SqlValue } from '../driver/port.ts';
import { numberKey } from '../search/words.ts';
import { canonicalJson } from './canonical-json.ts';
import type { ItemRecord } from './difference.ts';
import type { DocPlaces } from './doc-order.ts';
import { linkTags } from './tag-links.ts';
import type { KeptState } from './version-order.ts';

/** A ticket or task as stored. */
export interface StoredItem extends KeptState {
  readonly doc: number;
  /** The record as canonical JSON. */
  readonly data: string;
}

/** Reads a ticket or task, tombstones and gone ones too. */
export function readItem(db: Database, entity: QueueEntity, id: string): StoredItem | undefined {
  return db.get<StoredItem>('SELECT doc, version, deleted_at AS deletedAt, gone, data FROM item WHERE entity = ? AND id = ?', entity, id);
}

const COLUMNS = ['doc', 'version', 'created_at', 'updated_at', 'deleted_at', 'due_at', 'number', 'number_key', 'title', 'status', 'priority',
  'department_id', 'consumer_id', 'assignee_name', 'ticket_id', 'tag_ids', 'data'];
const INSERT = `INSERT INTO item (${COLUMNS.join(', ')}, entity, id) VALUES (${'?, '.repeat(COLUMNS.length)}?, ?)`;
/** Says nothing of `unread`, which is not the server's. A row that is stored is there again. */
const UPDATE = `UPDATE item SET gone = NULL, ${COLUMNS.map((column) => `${column} = ?`).join(', ')} WHERE entity = ? AND id = ?`;

/** Stores a record in place of `before`; returns its `doc`. */
export function writeItem(db: Database, entity: QueueEntity, record: ItemRecord, options: { before: StoredItem | undefined; timeMs: number; places: DocPlaces }): number {
  const { before, timeMs, places } = options;
  const doc = before !== undefined && places.fits(before.doc, timeMs) ? before.doc : places.free(timeMs);
  db.run(before === undefined ? INSERT : UPDATE, ...columnsOf(record, doc), entity, record.id);
  linkTags(db, { entity, id: record.id }, 'ticketTag', record.deletedAt === null ? record.tagIds : []);
  return doc;
}

function columnsOf(record: ItemRecord, doc: number): SqlValue[] {
  const ticketId = 'ticketId' in record ? record.ticketId : null;
  const title = 'subject' in record ? record.subject : record.title;
  return [
    doc, whole(record.version) ?? 0, whole(record.createdAt), whole(record.updatedAt), whole(record.deletedAt), whole(record.dueAt),
    text(record.number), numberKey(record.number), text(title) ?? '', text(record.status), text(record.priority),
    record.departmentId, record.consumerId, text(record.assigneeName), ticketId,
    JSON.stringify(record.tagIds), canonicalJson(record),
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
