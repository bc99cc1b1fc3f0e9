import { connect } from './connection.ts';
import type { RawConnection } from './connection.ts';
import { IN_MEMORY } from './port.ts';
import type { Database, Driver } from './port.ts';

/**
 * The driver of the development runtime, whose Node-API is too old for the shipped one. Same schema, same answers;
 * AES-256-CBC without a checksum per page. Not part of a release.
 */
export async function libsqlDriver(): Promise<Driver> {
  const { default: Library } = await import('libsql');
  const open = (path: string, options: object): RawConnection => {
    try {
      return new Library(path, options);
    } catch (error) {
      // It reports a failed open as plain text; give it the code that SQLite has for it.
      throw Object.assign(new Error('cannot open database file', { cause: error }), { code: 'SQLITE_CANTOPEN' });
    }
  };
  return {
    name: 'libsql',
    open(path, key) {
      const encryption = { encryptionCipher: 'aes256cbc', encryptionKey: Buffer.from(key).toString('hex') };
      const raw = open(path, path === IN_MEMORY ? {} : encryption);
      const db = connect(raw, tidy);
      return { ...db, close: () => closeFully(raw, db) };
    },
  };
}

/** Its `close` leaves the connection to the garbage collector, so what SQLite does at a close is done by hand. */
function closeFully(raw: RawConnection, db: Database): void {
  try {
    raw.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // Not a database, or busy: the log stays and is read at the next start.
  }
  db.close();
}

/** `.get()` adds `_metadata`; blobs come as ArrayBuffer. */
function tidy(row: unknown): unknown {
  const values = row as Record<string, unknown>;
  delete values['_metadata'];
  for (const [name, value] of Object.entries(values)) {
    if (value instanceof ArrayBuffer) values[name] = new Uint8Array(value);
  }
  return values;
}
