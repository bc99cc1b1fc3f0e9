import { createHash } from 'node:crypto';
import type { ApiProfile } from '../../contract/profile/schema.ts';

/** An object's keys in one order, so that the same content is the same text. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A fingerprint of what a profile does: SHA-256 in hexadecimal, without its id, name, origin and offered address. Two
 * profiles with the same print read a server in the same way.
 */
export function profilePrint(profile: ApiProfile): string {
  const { id: _id, name: _name, origin: _origin, baseUrl: _baseUrl, ...does } = profile;
  return createHash('sha256').update(JSON.stringify(does, sorted)).digest('hex');
}
