import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import { addEvent } from '../ledger/events.ts';
import type { GoneRow, PageCommit } from '../store.ts';
import type { PageWork } from './commit-item.ts';
import type { ItemRecord } from './difference.ts';
import { readItem } from './items.ts';
import { hideReference, readReference } from './references.ts';
import { forgetSnooze } from './snooze.ts';
import { wearTags } from './tag-links.ts';
import { isShown } from './version-order.ts';

/**
 * Marks a row as gone without a tombstone. A tombstone says more, so it stays one; a row that was never stored stays
 * unknown. Returns whether the row was shown until now.
 */
export function commitGone(db: Database, commit: PageCommit, row: GoneRow, work: PageWork): boolean {
  const { entity } = commit;
  if (entity === 'ticket' || entity === 'task') return itemGone(db, { ...commit, entity }, row, work);
  const before = readReference(db, entity, row.id);
  if (before === undefined || before.deletedAt !== null || before.gone === row.how) return false;
  hideReference(db, entity, row.id, row.how);
  return isShown(before);
}

/** Outside the first sync it is one event of kind `deleted`, which is counted and never told as a toast. */
function itemGone(db: Database, commit: PageCommit & { entity: QueueEntity }, { id, how }: GoneRow, { index }: PageWork): boolean {
  const { entity, source, now: seenAt } = commit;
  const before = readItem(db, entity, id);
  if (before === undefined || before.deletedAt !== null || before.gone === how) return false;
  db.run('UPDATE item SET gone = ?, gone_at = coalesce(gone_at, ?) WHERE entity = ? AND id = ?', how, Math.trunc(seenAt), entity, id);
  if (!isShown(before)) return false;
  forgetSnooze(db, entity, id);
  wearTags(db, { entity, key: before.key }, (JSON.parse(before.data) as ItemRecord).tagIds, []);
  index.leave(before.doc);
  if (!commit.baseline) addEvent(db, { entity, id, version: before.version, kind: 'deleted', at: null, seenAt, source, changes: [], again: true });
  return true;
}
