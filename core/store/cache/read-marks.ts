import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';

/** Marks items read or unread; unknown ids are passed over. */
export function markRead(db: Database, entity: QueueEntity, ids: readonly string[], read: boolean): void {
  db.run(
    'UPDATE item SET unread = ? WHERE entity = ? AND unread <> ? AND id IN (SELECT value FROM json_each(?))',
    read ? 0 : 1, entity, read ? 0 : 1, JSON.stringify(ids),
  );
}
