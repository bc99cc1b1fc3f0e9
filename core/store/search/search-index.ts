import type { ItemRecord } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';
import { nameBook } from '../views/name-book.ts';
import { learning } from './dictionary.ts';
import { SEARCH_FIELDS, searchDocument } from './document.ts';

/**
 * Collects which search documents a transaction takes out and puts in, and does it once at the end in ascending order:
 * FTS5 writes a segment of its own whenever a row id is smaller than the one before.
 */
export interface IndexChanges {
  /** The item no longer has this place. */
  leave(doc: number): void;
  /** The item has this place now. */
  enter(doc: number): void;
  apply(): void;
}

const INSERT = `INSERT INTO search (rowid, number, title, consumer, email, phone, tag, custom_field, description) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`;

/** Makes {@link IndexChanges} for one transaction. */
export function indexChanges(db: Database): IndexChanges {
  const leaving = new Set<number>();
  const entering = new Set<number>();
  return {
    leave(doc) {
      // Entered in this very transaction: it is not in the index yet.
      if (!entering.delete(doc)) leaving.add(doc);
    },
    enter: (doc) => void entering.add(doc),
    apply() {
      for (const doc of ascending(leaving)) {
        db.run('DELETE FROM search WHERE rowid = ?', doc);
        db.run('DELETE FROM stale WHERE doc = ?', doc);
      }
      write(db, ascending(entering));
    },
  };
}

function ascending(docs: Iterable<number>): number[] {
  return [...docs].sort((a, b) => a - b);
}

function write(db: Database, docs: readonly number[]): void {
  const names = nameBook(db);
  const words = learning(db);
  for (const doc of docs) {
    const row = db.get<{ data: string }>('SELECT data FROM item WHERE doc = ?', doc);
    if (row === undefined) continue;
    const document = searchDocument(JSON.parse(row.data) as ItemRecord, names);
    db.run(INSERT, doc, ...SEARCH_FIELDS.map((field) => document[field]));
    words.add(document);
  }
  words.apply();
}

/** Marks the documents of live items that mention a consumer, whose searched fields changed. */
export function markConsumerStale(db: Database, consumerId: string): void {
  db.run('INSERT OR IGNORE INTO stale (doc) SELECT doc FROM item WHERE consumer_id = ? AND deleted_at IS NULL AND gone IS NULL', consumerId);
}

/** Marks the documents of live items that wear a tag, or whose consumer wears it. */
export function markTagStale(db: Database, tagEntity: 'ticketTag' | 'consumerTag', tagId: string): void {
  const owner = tagEntity === 'ticketTag'
    ? 'item.entity = tag_link.owner_entity AND item.id = tag_link.owner_id'
    : `tag_link.owner_entity = 'consumer' AND item.consumer_id = tag_link.owner_id`;
  db.run(
    `INSERT OR IGNORE INTO stale (doc) SELECT item.doc FROM tag_link JOIN item ON ${owner}
      WHERE tag_link.tag_entity = ? AND tag_link.tag_id = ? AND item.deleted_at IS NULL AND item.gone IS NULL`,
    tagEntity, tagId,
  );
}

/**
 * Writes up to `limit` marked documents again, inside the caller's transaction. Returns whether some are left: a tag
 * that half the tickets wear is renamed in slices, so that nobody waits for all of them.
 */
export function refreshStale(db: Database, limit: number): boolean {
  const docs = db.all<{ doc: number }>('SELECT doc FROM stale ORDER BY doc LIMIT ?', limit).map((row) => row.doc);
  for (const doc of docs) db.run('DELETE FROM search WHERE rowid = ?', doc);
  write(db, docs);
  for (const doc of docs) db.run('DELETE FROM stale WHERE doc = ?', doc);
  return docs.length === limit;
}
