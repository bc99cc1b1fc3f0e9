import { QUEUE_ENTITIES } from '../../../contract/entity.ts';
import type { Database } from '../driver/port.ts';
import { priorityRank } from '../views/priority-rank.ts';

const OF_WORD = 'item INDEXED BY item_priority WHERE entity = ? AND priority_no = ? AND deleted_at IS NULL AND gone IS NULL';

/**
 * Ranks priorities anew whose words an earlier version ranked otherwise: a row is not written again while the server shows the
 * same, so its rank would stay as it was. To be called before anything is stored; then one row speaks for all of its word.
 */
export function rerank(db: Database): void {
  const words = db.all<{ no: number; value: string }>(`SELECT no, value FROM facet WHERE kind = 'priority'`);
  for (const { no, value } of words) {
    const rank = priorityRank(value);
    for (const entity of QUEUE_ENTITIES) {
      const kept = db.get<{ rank: number | null }>(`SELECT priority_rank AS rank FROM ${OF_WORD} LIMIT 1`, entity, no);
      if (kept !== undefined && kept.rank !== rank) db.run(`UPDATE item SET priority_rank = ? WHERE key IN (SELECT key FROM ${OF_WORD})`, rank, entity, no);
    }
  }
}
