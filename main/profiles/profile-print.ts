import { createHash } from 'node:crypto';
import type { ApiProfile } from '../../contract/profile/schema.ts';

/** An object's keys in one order, so that the same content is the same text. */
function sorted(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function printOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value, sorted)).digest('hex');
}

/**
 * A fingerprint of what a profile does: SHA-256 in hexadecimal, without its id, name, origin and offered address. Two
 * profiles with the same print read a server in the same way.
 */
export function profilePrint(profile: ApiProfile): string {
  const { id: _id, name: _name, origin: _origin, baseUrl: _baseUrl, ...does } = profile;
  return printOf(does);
}

/** A fingerprint of how a profile renews tokens, in the same form. Versions count, for where the API lies is part of the way. */
export function refreshPrint({ refresh, versions }: Pick<ApiProfile, 'refresh' | 'versions'>): string {
  return printOf({ refresh, versions });
}
