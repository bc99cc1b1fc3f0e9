import type { Database } from './driver/port.ts';
import type { StateCalls } from './sync-calls.ts';

/** Small durable values in state.db; each call is a transaction that is on disk when it returns. */
export function stateCalls(db: Database): StateCalls {
  return {
    get: (key) => {
      const row = db.get<{ value: Uint8Array }>('SELECT value FROM state WHERE key = ?', key);
      return row === undefined ? null : new Uint8Array(row.value);
    },
    set: (key, value) => void db.run('INSERT OR REPLACE INTO state (key, value) VALUES (?, ?)', key, value),
    delete: (key) => void db.run('DELETE FROM state WHERE key = ?', key),
  };
}
