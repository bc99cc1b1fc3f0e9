import type { AnyRecord } from '../../../contract/models/records.ts';
import type { Database } from '../driver/port.ts';
import { indexChanges, refreshStale } from '../search/search-index.ts';
import type { PageCommit, PageOutcome } from '../store.ts';
import { commitItem } from './commit-item.ts';
import type { PageWork, RowOutcome } from './commit-item.ts';
import { commitGone } from './commit-gone.ts';
import { commitReference } from './commit-reference.ts';
import type { ItemRecord } from './difference.ts';
import { docPlaces } from './doc-order.ts';
import { setAside, takeBack } from './quarantine.ts';
import { markMet, readReconcile, writeReconcile } from './reconcile.ts';
import type { ReferenceRecord } from './references.ts';
import { writeStream } from './streams.ts';

/** Search documents written again in one transaction because something they mention changed. */
const STALE_PER_COMMIT = 200;

/**
 * Stores what one page brought, in one transaction: rows, search documents, changes, rows set aside, rows gone, marks of
 * a walk and how far reading got. After a kill either all of it is there or nothing, so a watermark never speaks of rows
 * that are not stored. A row that the page both shows and calls gone is shown, unless what the page shows of it is older than
 * what is stored.
 */
export function commitPage(db: Database, commit: PageCommit): PageOutcome {
  return db.transaction(() => {
    const work = { index: indexChanges(db), places: docPlaces(db) };
    const ids: Record<RowOutcome, Set<string>> = { created: new Set(), changed: new Set(), deleted: new Set(), unchanged: new Set() };
    for (const row of commit.gone ?? []) {
      if (commitGone(db, commit, row, work)) ids.deleted.add(row.id);
    }
    const newestWalk = Math.max(readReconcile(db, commit.entity).walk, commit.reconcile?.walk ?? 0);
    for (const row of commit.rows) {
      const outcome = store(db, commit, row, work);
      ids[outcome].add(row.id);
      takeBack(db, commit.entity, row.id);
      // What was not shown when a walk began is none of the rows it must meet.
      const walk = commit.walk ?? (outcome === 'created' ? newestWalk : 0);
      if (walk > 0) markMet(db, { entity: commit.entity, id: row.id }, walk);
    }
    work.index.apply();
    setAside(db, commit.quarantined, commit.now);
    // A row that cannot be read is there all the same.
    for (const { entity, id } of commit.quarantined) if (id !== null && commit.walk !== undefined) markMet(db, { entity, id }, commit.walk);
    if (commit.stream !== undefined) writeStream(db, commit.entity, commit.stream);
    if (commit.reconcile !== undefined) writeReconcile(db, commit.entity, commit.reconcile);
    refreshStale(db, STALE_PER_COMMIT);
    return { created: [...ids.created], changed: [...ids.changed], deleted: [...ids.deleted], unchanged: ids.unchanged.size };
  });
}

/** The entity says which kind of record the rows are. */
function store(db: Database, commit: PageCommit, row: AnyRecord, work: PageWork): RowOutcome {
  const { entity } = commit;
  if (entity === 'ticket' || entity === 'task') return commitItem(db, { ...commit, entity }, row as ItemRecord, work);
  return commitReference(db, entity, row as ReferenceRecord);
}
