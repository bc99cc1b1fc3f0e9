import type { Database } from '../driver/port.ts';

/** Reading states and what belongs to them: marks of walks whose numbers begin anew. */
const TABLES = ['stream', 'reconcile', 'met'];

/** Forgets how far reading got, of every list; rows, events and toasts stay. */
export function reread(db: Database): void {
  db.transaction(() => {
    for (const table of TABLES) db.run(`DELETE FROM ${table}`);
  });
}
