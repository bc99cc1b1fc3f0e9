import { UNSAFE_NAMES } from '../../../contract/unsafe-names.ts';
import { findKey, isObject } from '../read-path.ts';

/** Claimed keys of an object, spelled as in the row; what is claimed inside of each, or `whole`. */
export type Claims = Map<string, Claims | 'whole'>;

/** Notes that a dotted path, whose place `row` has, became a field of the record. */
export function claim(claims: Claims, row: Record<string, unknown>, path: string): void {
  let at: unknown = row;
  let into = claims;
  const names = path.split('.');
  for (const [index, name] of names.entries()) {
    const key = isObject(at) ? findKey(at, name) : undefined;
    if (key === undefined || !isObject(at)) return;
    const held = into.get(key);
    if (held === 'whole') return;
    if (index === names.length - 1) into.set(key, 'whole');
    else into.set(key, held ?? new Map());
    const inner = into.get(key);
    if (!(inner instanceof Map)) return;
    into = inner;
    at = at[key];
  }
}

/** A copy without what is claimed, at any depth; an object of which nothing is left is left out. The row stays as it is. */
export function unclaimed(row: Record<string, unknown>, claims: Claims): Record<string, unknown> {
  const kept: [string, unknown][] = [];
  for (const [key, value] of Object.entries(row)) {
    const claimed = claims.get(key);
    if (claimed === 'whole' || UNSAFE_NAMES.has(key)) continue;
    if (claimed === undefined || !isObject(value)) kept.push([key, value]);
    else {
      const rest = unclaimed(value, claimed);
      if (Object.keys(rest).length > 0) kept.push([key, rest]);
    }
  }
  return Object.fromEntries(kept);
}
