import type { Entity } from '../../../contract/entity.ts';
import type { BaseRecord, RecordOf } from '../../../contract/models/records.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import type { QuarantinedRow } from '../../store/store.ts';
import { isObject, readPath } from '../read-path.ts';
import { claim, unclaimed, type Claims } from './claims.ts';
import { readTime } from './read-time.ts';
import { SHAPES } from './shapes.ts';
import { readId } from './values.ts';

/** A record, or why the row could not become one. */
export type Normalised<E extends Entity> = { readonly record: RecordOf[E] } | { readonly quarantined: QuarantinedRow };

/** Reads fields of one wire row and remembers which places in it were used. */
function createReader(row: Record<string, unknown>, candidates: Readonly<Record<string, readonly string[]>>) {
  const claims: Claims = new Map();
  return {
    claims,
    field: (name: string): unknown => {
      let present: unknown;
      for (const candidate of candidates[name] ?? []) {
        const value = readPath(row, candidate);
        if (value === undefined) continue;
        claim(claims, row, candidate);
        present ??= value;
        if (value !== null) return value;
      }
      return present;
    },
  };
}

/**
 * Makes the function that turns wire rows into records by the profile's field candidates. The first candidate with a
 * value wins; what no candidate claims is kept in `extra`, also beside a claimed place inside an object; what is missing or of the wrong type becomes null or empty;
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
    const base: BaseRecord = { id, version: updatedAt ?? 0, ...times, extra: unclaimed(raw, reader.claims) };
    return { record: { ...own, ...base } as unknown as RecordOf[E] };
  };
}
