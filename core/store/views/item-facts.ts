import type { QueueEntity } from '../../../contract/entity.ts';
import type { ItemRecord } from '../cache/difference.ts';
import type { Database } from '../driver/port.ts';
import type { ItemFacts } from '../store.ts';
import type { NameBook } from './name-book.ts';

interface StoredFacts {
  readonly departmentId: string | null;
  readonly assignee: string | null;
  readonly consumerId: string | null;
  readonly gone: number;
  readonly data: string;
}

const FACTS = `SELECT department_id AS departmentId, (SELECT value FROM facet WHERE no = assignee_no) AS assignee, consumer_id AS consumerId, deleted_at IS NOT NULL OR gone IS NOT NULL AS gone, data
  FROM item WHERE entity = ? AND id = ?`;

/** What rules look at of an item as it is now; null when it was never stored. */
export function itemFacts(db: Database, names: NameBook, entity: QueueEntity, id: string): ItemFacts | null {
  const stored = db.get<StoredFacts>(FACTS, entity, id);
  if (stored === undefined) return null;
  const { tagIds, description } = JSON.parse(stored.data) as ItemRecord;
  return {
    departmentId: stored.departmentId,
    assignee: stored.assignee,
    tagIds,
    consumerTagIds: names.consumer(stored.consumerId)?.tagIds ?? [],
    description,
    gone: stored.gone === 1,
  };
}
