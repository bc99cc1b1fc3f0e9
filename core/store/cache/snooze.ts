import type { QueueEntity } from '../../../contract/entity.ts';
import type { ChangeSource } from '../../../contract/models/views.ts';
import type { Database } from '../driver/port.ts';
import { addEvent } from '../ledger/events.ts';
import { becomesUnread } from './read-marks.ts';

/** Hides items in queues until a time (epoch ms), or shows them again (`until` null) without a word. Items that are in no queue stay as they are. */
export function snooze(db: Database, wish: { entity: QueueEntity; ids: readonly string[]; until: number | null; orChange: boolean }): void {
  const until = wish.until === null ? null : Math.trunc(wish.until);
  db.run(
    `UPDATE item SET snoozed_until = ?, snooze_or_change = ?, woke = NULL
      WHERE entity = ? AND deleted_at IS NULL AND gone IS NULL AND id IN (SELECT value FROM json_each(?))`,
    until, until !== null && wish.orChange ? 1 : 0, wish.entity, JSON.stringify(wish.ids),
  );
}

/** The snooze of an item that left the queues ends without a word. */
export function forgetSnooze(db: Database, entity: QueueEntity, id: string): void {
  db.run('UPDATE item SET snoozed_until = NULL, snooze_or_change = 0, woke = NULL WHERE entity = ? AND id = ? AND (snoozed_until IS NOT NULL OR woke IS NOT NULL)', entity, id);
}

/** Brings an item back, unread, with an event of its own; inside the caller's transaction. `source`: what woke it, the clock or the way a change came. */
export function wakeItem(db: Database, item: { entity: QueueEntity; id: string; version: number }, why: 'time' | 'change', { now, source }: { now: number; source: ChangeSource }): void {
  const seq = addEvent(db, { ...item, kind: 'woke', at: null, seenAt: now, source, changes: [], again: true });
  if (seq !== null) becomesUnread(db, item, seq);
  db.run('UPDATE item SET snoozed_until = NULL, snooze_or_change = 0, woke = ? WHERE entity = ? AND id = ?', why, item.entity, item.id);
}

/** Follows an item, or no longer; an unknown one is passed over. */
export function follow(db: Database, entity: QueueEntity, id: string, on: boolean): void {
  db.run('UPDATE item SET followed = ? WHERE entity = ? AND id = ?', on ? 1 : 0, entity, id);
}
