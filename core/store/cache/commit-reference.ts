import type { Database } from '../driver/port.ts';
import type { ReferenceEntity } from '../views/name-book.ts';
import { canonicalJson } from './canonical-json.ts';
import type { RowOutcome } from './commit-item.ts';
import { readReference, writeReference } from './references.ts';
import type { ReferenceRecord, StoredReference } from './references.ts';
import { isShown, supersedes } from './version-order.ts';

/** Stores a consumer, department, tag or custom field. These make no events: they are seen through the items that mention them. */
export function commitReference(db: Database, entity: ReferenceEntity, record: ReferenceRecord): RowOutcome {
  const before = readReference(db, entity, record.id);
  if (before !== undefined && !supersedes(before, record, before.data === canonicalJson(record))) return 'unchanged';
  writeReference(db, entity, record, before);
  return outcomeOf(before, record);
}

function outcomeOf(before: StoredReference | undefined, record: ReferenceRecord): RowOutcome {
  const wasThere = isShown(before);
  if (record.deletedAt === null) return wasThere ? 'changed' : 'created';
  return wasThere ? 'deleted' : 'unchanged';
}
