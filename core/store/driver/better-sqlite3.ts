import { connect } from './connection.ts';
import { IN_MEMORY } from './port.ts';
import type { Driver } from './port.ts';

/**
 * The driver that ships: SQLite3 Multiple Ciphers, ChaCha20-Poly1305 per page (so a changed page is noticed), raw key.
 * Never load it below Node-API 10: it ends the process without an exception.
 */
export async function betterSqlite3Driver(): Promise<Driver> {
  const { default: Library } = await import('better-sqlite3-multiple-ciphers');
  return {
    name: 'better-sqlite3-multiple-ciphers',
    open(path, key) {
      const library = new Library(path);
      if (path !== IN_MEMORY) {
        library.pragma("cipher='chacha20'");
        library.pragma(`key="x'${Buffer.from(key).toString('hex')}'"`);
      }
      return connect(library);
    },
  };
}
