import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import { addEvent } from '../ledger/events.ts';
import type { StoredEvent } from '../ledger/events.ts';
import type { IndexChanges } from '../search/search-index.ts';
import type { PageCommit } from '../store.ts';
import { canonicalJson } from './canonical-json.ts';
import { difference, sameAssignee } from './difference.ts';
import type { ItemRecord } from './difference.ts';
import { changeTime } from './doc-order.ts';
import type { DocPlaces } from './doc-order.ts';
import { readItem, writeItem } from './items.ts';
import type { StoredItem } from './items.ts';
import { becomesUnread } from './read-marks.ts';
import { forgetSnooze, wakeItem } from './snooze.ts';
import { isShown, supersedes } from './version-order.ts';

/** What storing one row did. `unchanged`: nothing a reader could see. */
export type RowOutcome = 'created' | 'changed' | 'deleted' | 'unchanged';

/** What all rows of one transaction share. */
export interface PageWork {
  readonly index: IndexChanges;
  readonly places: DocPlaces;
}

/** Stores a ticket or task, its search document's place and, outside the first sync, what changed. */
export function commitItem(db: Database, commit: PageCommit & { entity: QueueEntity }, record: ItemRecord, { index, places }: PageWork): RowOutcome {
  const { entity } = commit;
  const before = readItem(db, entity, record.id);
  if (before !== undefined && !supersedes(before, record, before.data === canonicalJson(record))) return 'unchanged';
  const known = before === undefined ? null : (JSON.parse(before.data) as ItemRecord);
  const takenAt = before === undefined || known === null ? null : takenSince(commit, { known, takenAt: before.takenAt }, record);
  const doc = writeItem(db, entity, record, { before, timeMs: changeTime(record, commit.now), places, takenAt, now: commit.now });
  if (before !== undefined && isShown(before)) index.leave(before.doc);
  if (record.deletedAt === null) index.enter(doc);
  if (record.deletedAt !== null) forgetSnooze(db, entity, record.id);
  const outcome = outcomeOf(before, record);
  if (!commit.baseline) tell(db, commit, record, { outcome, before, known });
  else wakeFromHistory(db, commit, record, { before, known });
  return outcome;
}

/** An assignee counts as somebody who took the item only when this desktop saw the item without them before. */
function takenSince(commit: PageCommit, before: { known: ItemRecord; takenAt: number | null }, record: ItemRecord): number | null {
  if (record.assigneeId === null && (record.assigneeName ?? '') === '') return null;
  if (sameAssignee(before.known, record)) return before.takenAt;
  return commit.baseline ? null : Math.trunc(commit.now);
}

/** A row that comes back from deletion, or that the server shows again, is new again; a row first met as a tombstone was never seen by anybody. */
function outcomeOf(before: StoredItem | undefined, record: ItemRecord): RowOutcome {
  const wasThere = isShown(before);
  if (record.deletedAt === null) return wasThere ? 'changed' : 'created';
  return wasThere ? 'deleted' : 'unchanged';
}

const KINDS = { created: 'new', changed: 'changed', deleted: 'deleted' } as const satisfies Partial<Record<RowOutcome, StoredEvent['kind']>>;

function tell(db: Database, commit: PageCommit & { entity: QueueEntity }, record: ItemRecord, what: { outcome: RowOutcome; before: StoredItem | undefined; known: ItemRecord | null }): void {
  const { outcome, before, known } = what;
  if (outcome === 'unchanged') return;
  const changes = outcome === 'changed' && known !== null ? difference(commit.entity, known, record) : [];
  if (outcome === 'changed' && changes.length === 0) return;
  const { entity, now, source } = commit;
  const version = Math.trunc(record.version);
  const at = record.updatedAt === null ? null : Math.trunc(record.updatedAt);
  const seq = addEvent(db, { entity, id: record.id, version, kind: KINDS[outcome], at, seenAt: now, source, changes, again: before !== undefined && before.gone !== null });
  if (seq === null || outcome === 'deleted') return;
  becomesUnread(db, { entity, id: record.id }, seq);
  // By the way of the change, so that both are told together, or not at all where the person was looking.
  if (before?.wakesOnChange === 1) wakeItem(db, { entity, id: record.id, version }, 'change', { now, source });
}

/**
 * History tells nothing, but who snoozed an item until it changes was promised to hear of that. Another profile may read the
 * same row in other words, so only a newer version is a change.
 */
function wakeFromHistory(db: Database, { entity, now }: PageCommit & { entity: QueueEntity }, record: ItemRecord, { before, known }: { before: StoredItem | undefined; known: ItemRecord | null }): void {
  if (before?.wakesOnChange !== 1 || known === null || record.deletedAt !== null) return;
  if (record.version <= before.version || difference(entity, known, record).length === 0) return;
  wakeItem(db, { entity, id: record.id, version: Math.trunc(record.version) }, 'change', { now, source: 'clock' });
}
