import type { QueueEntity } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import type { FilterWish } from '../store.ts';
import { selection } from '../views/selection.ts';

/** Marks items read or unread by hand; unknown ids are passed over. Either way nothing else takes that back. */
export function markRead(db: Database, entity: QueueEntity, ids: readonly string[], read: boolean): void {
  const unread = read ? 0 : 1;
  db.run(
    `UPDATE item SET woke = CASE WHEN unread = 1 AND ? = 1 THEN woke END, unread = ?, unread_from = NULL, read_batch = NULL
      WHERE entity = ? AND (unread <> ? OR unread_from IS NOT NULL OR read_batch IS NOT NULL) AND id IN (SELECT value FROM json_each(?))`,
    unread, unread, entity, unread, JSON.stringify(ids),
  );
}

/** An event makes an item unread. What was unread already stays so for the reason it had. */
export function becomesUnread(db: Database, item: { entity: QueueEntity; id: string }, seq: number): void {
  db.run(
    `UPDATE item SET unread_from = CASE WHEN unread = 1 THEN unread_from ELSE ? END, woke = CASE WHEN unread = 1 THEN woke END, unread = 1, read_batch = NULL
      WHERE entity = ? AND id = ?`,
    seq, item.entity, item.id,
  );
}

const ONLY_IGNORED = `unread = 1 AND EXISTS (SELECT 1 FROM event WHERE seq = unread_from)
  AND NOT EXISTS (SELECT 1 FROM event WHERE event.entity = item.entity AND event.id = item.id AND seq >= unread_from
    AND kind <> 'deleted' AND decision IS NOT 'ignored' AND NOT (kind = 'waiting' AND coalesce(decision, 'quiet') = 'quiet'))`;

/** Items of these events that are unread for nothing but ignored events are read again. */
export function readWhatWasIgnored(db: Database, seqs: readonly number[]): void {
  db.run(
    `UPDATE item SET unread = 0, unread_from = NULL, woke = NULL
      WHERE key IN (SELECT known.key FROM event JOIN item AS known ON known.entity = event.entity AND known.id = event.id
        WHERE event.decision = 'ignored' AND event.seq IN (SELECT value FROM json_each(?))) AND ${ONLY_IGNORED}`,
    JSON.stringify(seqs),
  );
}

/** Numbers of "mark all read": larger than any that this process or the copy has seen. */
export interface ReadBatches {
  mark(wish: FilterWish): { marked: number; batch: number | null };
  /** Makes unread again what the batch marked and nobody touched since; why it had come back from a snooze returns too. */
  undo(batch: number): { restored: number };
}

/** Makes {@link ReadBatches}. */
export function readBatches(db: Database): ReadBatches {
  let last = 0;
  return {
    mark(wish) {
      const { from, where, params } = selection(wish, { unread: true });
      const batch = Math.max(last, db.get<{ last: number | null }>('SELECT max(read_batch) AS last FROM item WHERE read_batch IS NOT NULL')?.last ?? 0) + 1;
      const marked = db.run(`UPDATE item SET unread = 0, read_batch = ? WHERE key IN (SELECT key FROM ${from} WHERE ${where})`, batch, ...params);
      if (marked > 0) last = batch;
      return { marked, batch: marked > 0 ? batch : null };
    },
    undo(batch) {
      const restored = db.run('UPDATE item SET unread = 1, read_batch = NULL WHERE read_batch = ? AND unread = 0 AND deleted_at IS NULL AND gone IS NULL', Math.trunc(batch));
      return { restored };
    },
  };
}
