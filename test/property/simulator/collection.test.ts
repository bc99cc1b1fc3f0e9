import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollection } from '../../../simulator/world/collection.ts';
import { compareItems, type Item } from '../../../simulator/world/item.ts';

const item: fc.Arbitrary<Item> = fc.record({
  id: fc.integer({ min: 0, max: 30 }).map((number) => `row-${number}`),
  createdAt: fc.constant(0),
  updatedAt: fc.integer({ min: 0, max: 12 }),
  deletedAt: fc.option(fc.constant(1), { freq: 3, nil: null }),
  values: fc.constant({}),
});
const query = fc.record({ since: fc.option(fc.integer({ min: -1, max: 13 }), { nil: null }), descending: fc.boolean(), offset: fc.integer({ min: 0, max: 35 }), limit: fc.integer({ min: 0, max: 35 }) });

test('whatever is put in, a list is what sorting all rows anew would give', () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: ({ id }) => id, maxLength: 25 }), fc.array(item, { maxLength: 40 }), fc.array(query, { minLength: 1, maxLength: 6 }), (initial, puts, queries) => {
      const rows = createCollection(initial);
      const model = new Map(initial.map((row) => [row.id, row]));
      for (const put of puts) {
        rows.put(put);
        model.set(put.id, put);
      }
      for (const { since, descending, offset, limit } of queries) {
        const fitting = [...model.values()].filter((row) => (since === null ? row.deletedAt === null : row.updatedAt >= since)).sort(compareItems);
        if (descending) fitting.reverse();
        expect(rows.list({ since, descending, offset, limit })).toEqual({ rows: fitting.slice(offset, offset + limit), total: fitting.length });
      }
      expect(rows.count()).toBe([...model.values()].filter(({ deletedAt }) => deletedAt === null).length);
    }),
    { numRuns: 400 },
  );
});
