import type { Entity } from '../../../contract/entity.ts';
import type { BaseRecord, RecordOf } from '../../../contract/models/records.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import type { QuarantinedRow } from '../../store/store.ts';
import { findKey, isObject, readPath } from '../read-path.ts';
import { readTime } from './read-time.ts';
import { SHAPES } from './shapes.ts';
import { readId } from './values.ts';

/** A record, or why the row could not become one. */
export type Normalised<E extends Entity> = { readonly record: RecordOf[E] } | { readonly quarantined: QuarantinedRow };

/** Names that would reach an object's prototype; they are not data. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

/** Reads fields of one wire row and remembers which of its own keys were used. */
function createReader(row: Record<string, unknown>, candidates: Readonly<Record<string, readonly string[]>>) {
  const used = new Set<string>();
  return {
    used,
    field: (name: string): unknown => {
      let present: unknown;
      for (const candidate of candidates[name] ?? []) {
        const value = readPath(row, candidate);
        if (value === undefined) continue;
        const key = findKey(row, candidate.split('.')[0] ?? candidate);
        if (key !== undefined) used.add(key);
        present ??= value;
        if (value !== null) return value;
      }
      return present;
    },
  };
}

/**
 * Makes the function that turns wire rows into records by the profile's field candidates. The first candidate with a
 * value wins; what no candidate claims is kept in `extra`; what is missing or of the wrong type becomes null or empty;
 * only a row without a usable id is set aside.
 */
export function createNormaliser(profile: Pick<ApiProfile, 'fields'>): <E extends Entity>(entity: E, raw: unknown) => Normalised<E> {
  return <E extends Entity>(entity: E, raw: unknown): Normalised<E> => {
    const aside = (reason: string): Normalised<E> => ({ quarantined: { entity, id: null, reason } });
    if (!isObject(raw)) return aside('row is not an object');
    const reader = createReader(raw, profile.fields[entity] ?? {});
    const id = readId(reader.field('id'));
    if (id === null) return aside('row has no usable id');
    const updatedAt = readTime(reader.field('updatedAt'));
    const times = { createdAt: readTime(reader.field('createdAt')), updatedAt, deletedAt: readTime(reader.field('deletedAt')) };
    const own = SHAPES[entity](reader.field);
    const extra = Object.fromEntries(Object.entries(raw).filter(([key]) => !reader.used.has(key) && !UNSAFE.has(key)));
    const base: BaseRecord = { id, version: updatedAt ?? 0, ...times, extra };
    return { record: { ...own, ...base } as unknown as RecordOf[E] };
  };
}
