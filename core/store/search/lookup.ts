import type { QueueEntity } from '../../../contract/entity.ts';
import type { LookupResult } from '../../../contract/models/views.ts';
import type { ItemRecord } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';
import { nameBook } from '../views/name-book.ts';
import type { NameBook } from '../views/name-book.ts';
import { searchDocument } from './document.ts';
import { reason } from './reason.ts';
import { isBlank, matchExpression, numberKey, queryWords } from './words.ts';

/** Most results of one lookup. */
const MOST = 200;

interface Found {
  readonly entity: QueueEntity;
  readonly id: string;
  readonly number: string | null;
  readonly numberKey: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly departmentId: string | null;
  readonly consumerId: string | null;
  readonly updatedAt: number | null;
  readonly data: string;
}

/**
 * Finds tickets and tasks: every word a prefix, without regard to case and accents. An exact number comes first, then the
 * newest change. Results are read in that order and no more of them than asked for, so a broad word costs no more than a
 * narrow one. A blank query answers with what changed last.
 */
export function lookup(db: Database, query: string, limit: number): LookupResult[] {
  const most = Math.min(Math.max(Math.trunc(limit), 0), MOST);
  const words = queryWords(query);
  const key = numberKey(query);
  const docs = isBlank(query) ? newest(db, most) : [...new Set([...byNumber(db, key, most), ...byWords(db, words, most)])];
  const names = nameBook(db);
  return docs.slice(0, most).flatMap((doc) => {
    const found = read(db, doc);
    return found === undefined ? [] : [result(found, names, { words, key })];
  });
}

function newest(db: Database, most: number): number[] {
  return docsOf(db.all('SELECT doc FROM item WHERE deleted_at IS NULL AND gone IS NULL ORDER BY doc DESC LIMIT ?', most));
}

function byNumber(db: Database, key: string | null, most: number): number[] {
  return key === null ? [] : docsOf(db.all('SELECT doc FROM item WHERE number_key = ? AND deleted_at IS NULL AND gone IS NULL ORDER BY doc DESC LIMIT ?', key, most));
}

function byWords(db: Database, words: readonly string[], most: number): number[] {
  if (words.length === 0) return [];
  return docsOf(db.all('SELECT rowid AS doc FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?', matchExpression(words), most));
}

function docsOf(rows: { doc: number }[]): number[] {
  return rows.map((row) => row.doc);
}

function read(db: Database, doc: number): Found | undefined {
  return db.get<Found>(
    `SELECT entity, id, number, number_key AS numberKey, title, status, department_id AS departmentId, consumer_id AS consumerId,
            updated_at AS updatedAt, data FROM item WHERE doc = ?`, doc,
  );
}

function result(found: Found, names: NameBook, asked: { words: readonly string[]; key: string | null }): LookupResult {
  const { entity, id, number, title, status, updatedAt } = found;
  return {
    entity, id, number, title, status,
    consumerName: names.name('consumer', found.consumerId),
    departmentName: names.name('department', found.departmentId),
    updatedAt,
    why: why(found, names, asked),
  };
}

function why(found: Found, names: NameBook, { words, key }: { words: readonly string[]; key: string | null }): LookupResult['why'] {
  if (key !== null && found.numberKey === key) return 'number';
  return words.length === 0 ? 'title' : reason(searchDocument(JSON.parse(found.data) as ItemRecord, names), words);
}
