import type { Entity } from '../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import { foldName } from '../../contract/profile/fold-name.ts';
import { readTime } from '../api/normalise/read-time.ts';
import { isObject } from '../api/read-path.ts';
import { FIELD_NAMES, TIME_STEMS } from './field-names.ts';
import { namedMembers } from './json.ts';
import { foldKey } from './text.ts';

/** Candidates of one entity's fields. */
export type FieldCandidates = Record<string, string[]>;

/** A key of the sample rows: how a profile names it, its folded last name, and the values it has. */
interface SampleKey {
  readonly path: string;
  readonly key: string;
  readonly values: readonly unknown[];
  /** A key of an object inside the row, which may tell of something else. */
  readonly inner: boolean;
}

const TIMES = new Set(['createdAt', 'updatedAt', 'deletedAt', 'dueAt']);
const LISTS = new Set(['tagIds', 'employeeUserIds', 'keyWords', 'options']);
const FOUND_LIMIT = 5;
/** What may stand before the hint in the name of a time. */
const TIME_PREFIX = /^(?:last|ultim[ao]|date|data|fecha|time|hora)(?:de|da|do|of)?/;

/** Keys of the rows; those in `attributes` and `relationships` (JSON:API) come first, as the row's own hold only type and id there. */
function sampleKeys(rows: readonly Record<string, unknown>[]): SampleKey[] {
  const keys = new Map<string, { key: string; values: unknown[]; inner: boolean }>();
  const note = (path: string, name: string, value: unknown, inner = false): void => {
    const held = keys.get(path) ?? { key: foldKey(name), values: [], inner };
    held.values.push(value);
    keys.set(path, held);
  };
  const within = (row: Record<string, unknown>, holder: string, inner: string): void => {
    const name = Object.keys(row).find((key) => foldKey(key) === holder);
    if (name === undefined) return;
    for (const [key, value] of namedMembers(row[name])) {
      if (inner === '') note(`${name}.${key}`, key, value);
      else if (isObject(value) && Object.hasOwn(value, inner)) note(`${name}.${key}.${inner}`, key, value[inner]);
    }
  };
  for (const row of rows) {
    within(row, 'attributes', '');
    within(row, 'relationships', 'data');
    for (const [name, value] of namedMembers(row)) note(name, name, value);
    // `responsible: {id, name}`: the object says both.
    for (const [name, value] of namedMembers(row)) {
      if (!isObject(value) || ['attributes', 'relationships', 'links'].includes(foldKey(name))) continue;
      for (const [key, inner] of namedMembers(value)) note(`${name}.${key}`, `${name} ${key}`, inner, true);
    }
  }
  return [...keys].map(([path, held]) => ({ path, ...held }));
}

/** Whether the values of a key can be those of a field; unknown (null) values can be anything. */
function fits(field: string, values: readonly unknown[]): boolean {
  const known = values.filter((value) => value !== null && value !== '');
  if (TIMES.has(field)) return known.every((value) => readTime(value) !== null);
  if (LISTS.has(field)) return known.every(Array.isArray);
  if (field === 'customFields') return known.every((value) => typeof value === 'object');
  return known.every((value) => !Array.isArray(value));
}

function findField(field: string, names: readonly string[], keys: readonly SampleKey[]): string[] {
  const found = names.flatMap((name) => keys.filter(({ key, values }) => key === name && fits(field, values)).map(({ path }) => path));
  if (found.length > 0) return [...new Set(found)].slice(0, FOUND_LIMIT);
  // A time is also known by its value, when its name begins with a hint; `tag_removed_at` is not the row's end.
  const stems = TIME_STEMS[field] ?? [];
  const hints = (key: string): boolean => stems.some((stem) => key.replace(TIME_PREFIX, '').startsWith(stem));
  return keys.filter(({ key, values, inner }) => !inner && hints(key) && values.some((value) => readTime(value) !== null) && fits(field, values)).map(({ path }) => path).slice(0, FOUND_LIMIT);
}

function merged(found: readonly string[], defaults: readonly string[]): string[] {
  const seen = new Set<string>();
  return [...found, ...defaults].filter((name) => {
    const folded = foldName(name);
    return seen.has(folded) ? false : seen.add(folded) !== undefined;
  });
}

/** Field candidates of an entity: those the sample rows show, before the default ones. `found` is how many fields the rows show. */
export function findFields(entity: Entity, rows: readonly Record<string, unknown>[]): { readonly fields: FieldCandidates; readonly found: number } {
  const keys = sampleKeys(rows);
  const defaults = CXPRESS_1_0.fields[entity] ?? {};
  let count = 0;
  const fields: FieldCandidates = {};
  for (const [field, usual] of Object.entries(defaults)) {
    const own = FIELD_NAMES[field] ?? [];
    const extra = field === 'id' ? [`${entity.toLowerCase()}id`] : [];
    const found = findField(field, [...usual.map(foldKey), ...own, ...extra], keys);
    if (found.length > 0) count += 1;
    fields[field] = merged(found, usual);
  }
  return { fields, found: count };
}
