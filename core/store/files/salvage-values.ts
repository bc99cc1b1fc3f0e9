import type { Database } from '../driver/port.ts';
import type { Salvage } from './open-database.ts';

/** Most values that are looked for; there are about ten. */
const MOST = 200;
/** Largest value that is carried over, in bytes. */
const LARGEST = 1024 * 1024;
/**
 * Reads the values of a damaged state.db that still read, from the first key upwards and from the last one
 * downwards: a page that refuses ends either way. Each page proves itself, so a value that is given is one that was stored.
 */
export const salvageValues: Salvage = (damaged) => {
  const found = new Map<string, Uint8Array>();
  walk(damaged, 'SELECT key, value FROM state WHERE length(value) <= ? ORDER BY key LIMIT 1 OFFSET ?', found);
  walk(damaged, 'SELECT key, value FROM state WHERE length(value) <= ? ORDER BY key DESC LIMIT 1 OFFSET ?', found);
  return (fresh) => {
    if (found.size === 0) return;
    fresh.transaction(() => {
      for (const [key, value] of found) fresh.run('INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)', key, value);
    });
  };
};

/** Counts rows instead of looking for keys: a search reads large values on its way, and with them the damaged page. */
function walk(db: Database, nth: string, found: Map<string, Uint8Array>): void {
  for (let n = 0; n < MOST; n++) {
    try {
      const row = db.get<{ key: string; value: Uint8Array }>(nth, LARGEST, n);
      if (row === undefined) return;
      found.set(row.key, new Uint8Array(row.value));
    } catch {
      // A large value lies on pages of its own; when those are damaged, the rows after it still read.
    }
  }
}
