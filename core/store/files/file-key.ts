import { hkdfSync } from 'node:crypto';

/**
 * The key of one database file, from the key of the store (RFC 5869, HKDF with SHA-256; 32 bytes in, 32 out). With one key
 * for both, a page of one file proves itself in the other, and a log that lies beside the wrong file is read as its own.
 */
export function fileKey(storeKey: Uint8Array, file: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', storeKey, new Uint8Array(0), `cxpress-tray/store/${file}`, storeKey.length));
}
