import { createHash } from 'node:crypto';
import type { QueueEntity } from '../../../contract/entity.ts';
import type { ChangeSource, EventKind } from '../../../contract/models/views.ts';
import { canonicalJson } from '../cache/canonical-json.ts';
import type { RawChange } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';

/** A change as the ledger keeps it. `at` is the server's update time, `seenAt` ours; epoch ms. */
export interface StoredEvent {
  readonly seq: number;
  readonly entity: QueueEntity;
  readonly id: string;
  readonly version: number;
  readonly kind: EventKind;
  readonly at: number | null;
  readonly seenAt: number;
  readonly source: ChangeSource;
  readonly changes: readonly RawChange[];
}

/** An event to be written down. */
export interface NewEvent extends Omit<StoredEvent, 'seq'> {
  /** True where a row went or came without a new version: the same may happen again, and is another event then. */
  readonly again: boolean;
  /** For how many minutes it has waited for an assignee; for the kind `waiting` alone. */
  readonly waited?: number;
}

/**
 * Writes a change down, undecided, and returns its number; null when this very change of this very version is there
 * already: a server whose replicas disagree shows the same version now this way, now that way.
 */
export function addEvent(db: Database, event: NewEvent): number | null {
  const changes = canonicalJson(event.changes);
  const told = event.again ? `${changes} after ${lastSeq(db)}` : changes;
  const added = db.run(
    `INSERT OR IGNORE INTO event (entity, id, version, kind, at, seen_at, source, changes, fingerprint, waited) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.entity, event.id, event.version, event.kind, event.at, event.seenAt, event.source, changes, fingerprint(told), event.waited ?? null,
  );
  return added > 0 ? (db.get<{ seq: number }>('SELECT last_insert_rowid() AS seq')?.seq ?? null) : null;
}

function lastSeq(db: Database): number {
  return db.get<{ seq: number }>('SELECT max(seq) AS seq FROM event')?.seq ?? 0;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

type EventRow = Omit<StoredEvent, 'changes'> & { readonly changes: string };
const COLUMNS = 'seq, entity, id, version, kind, at, seen_at AS seenAt, source, changes';

/** Undecided events in the order they were stored. */
export function undecidedEvents(db: Database, limit: number): StoredEvent[] {
  return db.all<EventRow>(`SELECT ${COLUMNS} FROM event WHERE decision IS NULL ORDER BY seq LIMIT ?`, limit).map(parsed);
}

/** Events by number, in the order they were stored. */
export function eventsIn(db: Database, seqs: readonly number[]): StoredEvent[] {
  return db.all<EventRow>(`SELECT ${COLUMNS} FROM event WHERE seq IN (SELECT value FROM json_each(?)) ORDER BY seq`, JSON.stringify(seqs)).map(parsed);
}

/** Events stored at or after `since`, newest first, decided or not. */
export function eventsSince(db: Database, since: number, limit: number): StoredEvent[] {
  return db.all<EventRow>(`SELECT ${COLUMNS} FROM event WHERE seen_at >= ? ORDER BY seq DESC LIMIT ?`, since, limit).map(parsed);
}

/** An item's life as this desktop saw it, newest first. */
export function eventsOf(db: Database, entity: QueueEntity, id: string, limit: number): StoredEvent[] {
  return db.all<EventRow>(`SELECT ${COLUMNS} FROM event WHERE entity = ? AND id = ? ORDER BY seq DESC LIMIT ?`, entity, id, limit).map(parsed);
}

/** The longest wait for an assignee that an item's earlier events told of, in minutes; null where none did. */
export function waitedBefore(db: Database, { entity, id, seq }: Pick<StoredEvent, 'entity' | 'id' | 'seq'>): number | null {
  return db.get<{ most: number | null }>(`SELECT max(waited) AS most FROM event WHERE entity = ? AND id = ? AND kind = 'waiting' AND seq < ?`, entity, id, seq)?.most ?? null;
}

function parsed(row: EventRow): StoredEvent {
  return { ...row, changes: JSON.parse(row.changes) as RawChange[] };
}
