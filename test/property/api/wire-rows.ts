import fc from 'fast-check';
import type { Entity } from '../../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';

/** A JSON object as `JSON.parse` makes it: `__proto__` is a key like any other. */
export type Wire = Record<string, unknown>;

/** A plain value that fits a field, by the field's name. */
function plainValue(field: string): unknown {
  if (field.endsWith('At')) return '2026-01-05T12:00:00Z';
  if (field.endsWith('Ids') || field === 'keyWords' || field === 'options') return ['a', 'b'];
  if (field === 'customFields') return { f1: 'x' };
  return field === 'active' ? true : `value of ${field}`;
}

/** A row of an entity that nothing is wrong with. */
export function plainRow(entity: Entity, id: string): Wire {
  const fields = Object.entries(CXPRESS_1_0.fields[entity] ?? {}).map(([field, names]) => [names[0] ?? field, plainValue(field)]);
  return { ...(Object.fromEntries(fields) as Wire), id };
}

/** Texts with halves of characters, control characters and anything else. */
const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('\ud800', 'a\udc00b', '\u0000', '__proto__', 'constructor', '  ', '<script>'));
const deep = fc.integer({ min: 1, max: 60 }).map((levels) => JSON.parse(`${'{"id":'.repeat(levels)}1${'}'.repeat(levels)}`) as unknown);
const oddNumber = fc.constantFrom(0, -1, 1.5, 2 ** 53, 1e300, Number.POSITIVE_INFINITY, 1e12);

/** What may stand where a value was expected. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constant(null), fc.boolean(), oddNumber, anyText, deep,
  fc.array(fc.oneof(anyText, fc.constant(null), oddNumber, deep), { maxLength: 4 }),
  fc.dictionary(anyText, fc.oneof(anyText, oddNumber), { maxKeys: 3 }),
  fc.jsonValue({ maxDepth: 3 }),
);

const anyKey = fc.oneof(anyText, fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'company id', 'Custom-Fields', 'TAGS'));

type Mutation = (row: Wire) => void;
const ownKey = (row: Wire, pick: number): string => Object.keys(row)[pick % Math.max(1, Object.keys(row).length)] ?? 'id';
const own = (row: Wire, key: string, value: unknown): void => void Object.defineProperty(row, key, { value, enumerable: true, configurable: true, writable: true });

const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.nat().map((pick): Mutation => (row) => void delete row[ownKey(row, pick)]),
  fc.tuple(fc.nat(), anyValue).map(([pick, value]): Mutation => (row) => own(row, ownKey(row, pick), value)),
  fc.nat().map((pick): Mutation => (row) => {
    const key = ownKey(row, pick);
    own(row, key, { value: row[key] });
  }),
  fc.nat().map((pick): Mutation => (row) => {
    const key = ownKey(row, pick);
    own(row, key.replaceAll('_', ' ').toUpperCase(), row[key]);
  }),
  fc.tuple(anyKey, anyValue).map(([key, value]): Mutation => (row) => own(row, key, value)),
);

/** Rows of an entity to which things have happened; some are no objects any more. */
export function mutatedRow(entity: Entity): fc.Arbitrary<unknown> {
  const mutated = fc.tuple(fc.string({ minLength: 1, maxLength: 10 }), fc.array(mutation, { maxLength: 6 })).map(([id, mutations]) => {
    const row = plainRow(entity, id);
    for (const mutate of mutations) mutate(row);
    return row;
  });
  return fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: anyValue });
}
