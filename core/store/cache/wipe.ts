import type { Database } from '../driver/port.ts';

const TABLES = ['item', 'item_tag', 'facet', 'reference', 'tag_link', 'stream', 'event', 'toast', 'quarantine', 'stale', 'met', 'reconcile', 'word'];

/** Removes everything, and gives the pages back so that the file holds nothing of it either. */
export function wipe(db: Database): void {
  db.transaction(() => {
    for (const table of TABLES) db.run(`DELETE FROM ${table}`);
    db.exec(`INSERT INTO search (search) VALUES ('delete-all')`);
  });
  db.exec('VACUUM');
  db.pragma('wal_checkpoint(TRUNCATE)');
}
