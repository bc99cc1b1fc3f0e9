import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';
import { isObject } from '../api/read-path.ts';

/** The own member of a foreign object; undefined for anything else, and for what only the prototype has. */
export function member(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** A list, cut to `limit`; empty for anything else. */
export function listOf(value: unknown, limit: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, limit) : [];
}

/** Text of a member; numbers and booleans are written out; `''` for anything else. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}

/** Own members of a foreign object that a dotted path can name. */
export function namedMembers(value: unknown): [string, unknown][] {
  if (!isObject(value)) return [];
  const entries: [string, unknown][] = [];
  for (const name of Object.keys(value)) {
    if (entries.length >= 200) break;
    if (name !== '' && name.length <= 60 && !name.includes('.') && !UNSAFE_NAMES.has(name)) entries.push([name, value[name]]);
  }
  return entries;
}
