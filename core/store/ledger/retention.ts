import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';

const DAY = 24 * 60 * 60_000;
/** Events and toasts, and items, forgotten per call: forgetting must not hold up who asks next. */
const SLICE = 500;
const ITEMS = 100;
const STILL_WAITS = `kind = 'waiting' AND EXISTS (SELECT 1 FROM item WHERE item.entity = event.entity AND item.id = event.id AND gone_at IS NULL)`;

/**
 * Forgets decided events, answered toasts and items that left the queues with their events, all older than so many days;
 * nothing for 0. An undecided event of an item that is kept is never forgotten, nor that an item in the queues has waited for an assignee: it would be told again.
 * Returns whether there is more.
 */
export function forgetOld(db: Database, olderThanDays: number, now: number): boolean {
  if (olderThanDays <= 0) return false;
  const before = Math.trunc(now - olderThanDays * DAY);
  return db.transaction(() => {
    const events = db.run(`DELETE FROM event WHERE seq IN (SELECT seq FROM event WHERE seen_at < ? AND decision IS NOT NULL AND NOT (${STILL_WAITS}) ORDER BY seen_at LIMIT ${SLICE})`, before);
    const toasts = db.run(`DELETE FROM toast WHERE claim IN (SELECT claim FROM toast WHERE claimed_at < ? AND answered_at IS NOT NULL ORDER BY claim LIMIT ${SLICE})`, before);
    const items = db.all<{ key: number; entity: QueueEntity; id: string }>(`SELECT key, entity, id FROM item WHERE gone_at < ? ORDER BY gone_at LIMIT ${ITEMS}`, before);
    for (const { key, entity, id } of items) {
      db.run('DELETE FROM item WHERE key = ?', key);
      // Also what is undecided: without its item it can neither be told nor decided.
      db.run('DELETE FROM event WHERE entity = ? AND id = ?', entity, id);
      db.run('DELETE FROM tag_link WHERE owner_entity = ? AND owner_id = ?', entity, id);
      db.run('DELETE FROM met WHERE entity = ? AND id = ?', entity, id);
    }
    return events === SLICE || toasts === SLICE || items.length === ITEMS;
  });
}
