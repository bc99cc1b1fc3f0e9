import { FOURTH } from './fourth-step.ts';
import type { Schema } from './migration.ts';

/**
 * The copy of what the server knows, and what this desktop did with it.
 *
 * - `item`: tickets and tasks. `doc` is the place in "newest change first" (see doc-order.ts) and at once the row id of
 *   the search document, so that a search is read in that order without sorting. `data` is the whole record as JSON; columns repeat
 *   what is queried, sorted or joined. `unread` belongs to this desktop: storing a record never touches it.
 * - `reference`: what items speak of: consumers, departments, tags, custom fields.
 * - `tag_link`: who wears which tag, so that a renamed tag finds the search documents that hold its name.
 * - `stale`: search documents to be written again, because a consumer or tag they mention changed.
 * - `search`: keeps no text. Prefix indexes serve the first three letters, where a prefix stands for many words; from
 *   the fourth on there are few.
 * - `event`, `toast`: every change with its one decision, and every claim to show a toast.
 *
 * A released step never changes; what the later ones add is said there.
 */
const FIRST = `
CREATE TABLE item (
  key INTEGER PRIMARY KEY,
  doc INTEGER NOT NULL,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  created_at INTEGER,
  updated_at INTEGER,
  deleted_at INTEGER,
  due_at INTEGER,
  unread INTEGER NOT NULL DEFAULT 0,
  number TEXT,
  number_key TEXT,
  title TEXT NOT NULL,
  status TEXT,
  priority TEXT,
  department_id TEXT,
  consumer_id TEXT,
  assignee_name TEXT,
  ticket_id TEXT,
  tag_ids TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX item_doc ON item (doc);
CREATE UNIQUE INDEX item_identity ON item (entity, id);
CREATE INDEX item_queue ON item (entity, doc) WHERE deleted_at IS NULL;
CREATE INDEX item_unread ON item (entity, doc) WHERE unread = 1 AND deleted_at IS NULL;
CREATE INDEX item_number ON item (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX item_consumer ON item (consumer_id) WHERE consumer_id IS NOT NULL;
CREATE INDEX item_ticket ON item (ticket_id) WHERE ticket_id IS NOT NULL;

CREATE TABLE reference (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  deleted_at INTEGER,
  name TEXT NOT NULL,
  data TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX reference_identity ON reference (entity, id);
CREATE INDEX reference_live ON reference (entity) WHERE deleted_at IS NULL;

CREATE TABLE tag_link (
  tag_entity TEXT NOT NULL,
  tag_id TEXT NOT NULL,
  owner_entity TEXT NOT NULL,
  owner_id TEXT NOT NULL,
  PRIMARY KEY (tag_entity, tag_id, owner_entity, owner_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_link_owner ON tag_link (owner_entity, owner_id);

CREATE TABLE stream (
  entity TEXT PRIMARY KEY,
  watermark INTEGER,
  backfill TEXT,
  last_complete_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  at INTEGER,
  seen_at INTEGER NOT NULL,
  source TEXT NOT NULL,
  changes TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  decision TEXT,
  toast_id TEXT
) STRICT;
CREATE UNIQUE INDEX event_once ON event (entity, id, version, kind, fingerprint) WHERE version > 0;
CREATE INDEX event_item ON event (entity, id, seq);
CREATE INDEX event_undecided ON event (seq) WHERE decision IS NULL;

CREATE TABLE toast (
  claim INTEGER PRIMARY KEY AUTOINCREMENT,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  claimed_at INTEGER NOT NULL,
  seqs TEXT NOT NULL,
  target_entity TEXT,
  target_id TEXT,
  answered_at INTEGER,
  shown INTEGER,
  via TEXT,
  detail TEXT,
  clicked_at INTEGER
) STRICT;
CREATE INDEX toast_identity ON toast (id, claim);
CREATE INDEX toast_unanswered ON toast (claim) WHERE answered_at IS NULL;
CREATE INDEX toast_item_times ON toast (claimed_at) WHERE kind = 'item';

CREATE TABLE quarantine (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  reason TEXT NOT NULL,
  seen_at INTEGER NOT NULL,
  PRIMARY KEY (entity, id, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE stale (doc INTEGER PRIMARY KEY) STRICT;

CREATE VIRTUAL TABLE search USING fts5 (
  number, title, consumer, email, phone, tag, custom_field, description,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
`;

/**
 * Rows that are gone without a tombstone, and the regular reading of whole lists that finds them.
 *
 * - `gone`: how (see `Gone`), null while the server shows the row. The indexes of what is shown leave such rows out; the
 *   first also holds the id, so that going through all shown rows reads no row.
 * - `met`: the latest walk that met a row. A table of its own: a mark in the row itself would have SQLite write the whole
 *   row anew, with its JSON, for every row of every walk.
 * - `reconcile`: where that reading stands.
 */
const SECOND = `
ALTER TABLE item ADD COLUMN gone TEXT;
ALTER TABLE reference ADD COLUMN gone TEXT;
DROP INDEX item_queue;
DROP INDEX item_unread;
DROP INDEX reference_live;
CREATE INDEX item_queue ON item (entity, doc, id) WHERE deleted_at IS NULL AND gone IS NULL;
CREATE INDEX item_unread ON item (entity, doc) WHERE unread = 1 AND deleted_at IS NULL AND gone IS NULL;
CREATE INDEX reference_live ON reference (entity, version, id) WHERE deleted_at IS NULL AND gone IS NULL;

CREATE TABLE met (
  entity TEXT NOT NULL,
  id TEXT NOT NULL,
  walk INTEGER NOT NULL,
  PRIMARY KEY (entity, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE reconcile (
  entity TEXT PRIMARY KEY,
  walk INTEGER NOT NULL,
  under TEXT,
  last_at INTEGER
) STRICT, WITHOUT ROWID;
`;

/**
 * Words of what is searched, also spelled backwards, for queries with a mistake (see search/dictionary.ts). Every search
 * document is written again: that fills the table, and since this step documents hold more of an e-mail address.
 */
const THIRD = `
CREATE TABLE word (
  text TEXT PRIMARY KEY,
  reversed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX word_reversed ON word (reversed);
INSERT OR IGNORE INTO stale (doc) SELECT doc FROM item WHERE deleted_at IS NULL AND gone IS NULL;
`;

/** Schema of cache.db; "CxTC". */
export const CACHE_SCHEMA: Schema = { applicationId: 0x43785443, steps: [FIRST, SECOND, THIRD, FOURTH] };

/** Reads through the tables that a start needs; throws where a page is damaged that no check met. */
export const CACHE_PROBES: readonly string[] = [
  'SELECT entity, watermark FROM stream',
  'SELECT doc, data FROM item ORDER BY doc DESC LIMIT 1',
  `SELECT rowid FROM search WHERE search MATCH '"a"*' LIMIT 1`,
  'SELECT seq FROM event WHERE decision IS NULL LIMIT 1',
];
