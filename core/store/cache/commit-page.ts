import type { AnyRecord } from '../../../contract/models/records.ts';
import type { Database } from '../driver/port.ts';
import { forgetOld } from '../ledger/retention.ts';
import { indexChanges, refreshStale } from '../search/search-index.ts';
import type { PageCommit, PageOutcome } from '../store.ts';
import { commitItem } from './commit-item.ts';
import type { PageWork, RowOutcome } from './commit-item.ts';
import { commitReference } from './commit-reference.ts';
import type { ItemRecord } from './difference.ts';
import { docPlaces } from './doc-order.ts';
import { setAside, takeBack } from './quarantine.ts';
import type { ReferenceRecord } from './references.ts';
import { writeStream } from './streams.ts';

/** Search documents written again in one transaction because something they mention changed. */
const STALE_PER_COMMIT = 200;

/**
 * Stores what one page brought, in one transaction: rows, search documents, changes, rows set aside and how far reading
 * got. After a kill either all of it is there or nothing, so a watermark never speaks of rows that are not stored.
 */
export function commitPage(db: Database, commit: PageCommit): PageOutcome {
  return db.transaction(() => {
    const work = { index: indexChanges(db), places: docPlaces(db) };
    const ids: Record<RowOutcome, Set<string>> = { created: new Set(), changed: new Set(), deleted: new Set(), unchanged: new Set() };
    for (const row of commit.rows) {
      ids[store(db, commit, row, work)].add(row.id);
      takeBack(db, commit.entity, row.id);
    }
    work.index.apply();
    setAside(db, commit.quarantined, commit.now);
    if (commit.stream !== undefined) writeStream(db, commit.entity, commit.stream);
    refreshStale(db, STALE_PER_COMMIT);
    forgetOld(db, commit.now);
    return { created: [...ids.created], changed: [...ids.changed], deleted: [...ids.deleted], unchanged: ids.unchanged.size };
  });
}

/** The entity says which kind of record the rows are. */
function store(db: Database, commit: PageCommit, row: AnyRecord, work: PageWork): RowOutcome {
  const { entity } = commit;
  if (entity === 'ticket' || entity === 'task') return commitItem(db, { ...commit, entity }, row as ItemRecord, work);
  return commitReference(db, entity, row as ReferenceRecord);
}
