import type { ConsumerRecord, CustomFieldRecord, DepartmentRecord, TagRecord } from '../../../contract/models/records.ts';
import type { Database } from '../driver/port.ts';
import { markConsumerStale, markTagStale } from '../search/search-index.ts';
import type { Gone } from '../store.ts';
import type { ReferenceEntity } from '../views/name-book.ts';
import { canonicalJson } from './canonical-json.ts';
import { linkTags } from './tag-links.ts';
import type { KeptState } from './version-order.ts';

/** A record that items speak of. */
export type ReferenceRecord = ConsumerRecord | DepartmentRecord | TagRecord | CustomFieldRecord;

/** As stored; `data` is canonical JSON. */
export interface StoredReference extends KeptState {
  readonly data: string;
}

/** Reads a consumer, department, tag or custom field, tombstones and gone ones too. */
export function readReference(db: Database, entity: ReferenceEntity, id: string): StoredReference | undefined {
  return db.get<StoredReference>('SELECT version, deleted_at AS deletedAt, gone, data FROM reference WHERE entity = ? AND id = ?', entity, id);
}

const INSERT = 'INSERT INTO reference (version, deleted_at, name, data, entity, id) VALUES (?, ?, ?, ?, ?, ?)';
const UPDATE = 'UPDATE reference SET gone = NULL, version = ?, deleted_at = ?, name = ?, data = ? WHERE entity = ? AND id = ?';

/** Stores a record in place of `before` and marks the search documents that mention it, when their text changes. */
export function writeReference(db: Database, entity: ReferenceEntity, record: ReferenceRecord, before: StoredReference | undefined): void {
  const deletedAt = record.deletedAt === null ? null : Math.trunc(record.deletedAt);
  const name = record.name.replaceAll('\u0000', '\ufffd');
  db.run(before === undefined ? INSERT : UPDATE, Math.trunc(record.version), deletedAt, name, canonicalJson(record), entity, record.id);
  if (entity === 'consumer') linkTags(db, { entity, id: record.id }, 'consumerTag', deletedAt === null ? (record as ConsumerRecord).tagIds : []);
  const previous = before === undefined || before.gone !== null ? null : (JSON.parse(before.data) as ReferenceRecord);
  if (searchedText(entity, previous) !== searchedText(entity, record)) markMentions(db, entity, record.id);
}

/** Hides a record that the server no longer shows; what was known stays, and so do its links, for it may come back. */
export function hideReference(db: Database, entity: ReferenceEntity, id: string, how: Gone): void {
  db.run('UPDATE reference SET gone = ? WHERE entity = ? AND id = ?', how, entity, id);
  markMentions(db, entity, id);
}

function markMentions(db: Database, entity: ReferenceEntity, id: string): void {
  if (entity === 'consumer') markConsumerStale(db, id);
  else if (entity === 'ticketTag' || entity === 'consumerTag') markTagStale(db, entity, id);
}

/** What of a record stands in search documents; empty when nothing does. */
function searchedText(entity: ReferenceEntity, record: ReferenceRecord | null): string {
  if (record === null || record.deletedAt !== null) return '';
  if (entity !== 'consumer') return entity === 'ticketTag' || entity === 'consumerTag' ? record.name : '';
  const { name, email, phone, document, tagIds, customFields } = record as ConsumerRecord;
  return canonicalJson([name, email, phone, document, tagIds, customFields]);
}
