import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createCollection } from '../../../simulator/world/collection.ts';
import { compareItems, type Item } from '../../../simulator/world/item.ts';

const id = fc.integer({ min: 0, max: 30 }).map((number) => `row-${number}`);
const time = fc.integer({ min: 0, max: 12 });
const item: fc.Arbitrary<Item> = fc.record({ id, createdAt: fc.constant(0), updatedAt: time, deletedAt: fc.option(fc.constant(1), { freq: 3, nil: null }), values: fc.constant({}) });
/** Mostly changes; now and then a row is hidden, shown again or taken out. */
const step = fc.oneof({ weight: 6, arbitrary: item.map((put) => ({ do: 'put' as const, put })) }, { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('unlisted' as const, 'forbidden' as const, 'show' as const, 'erase' as const), id }) });
const query = fc.record({
  since: fc.option(fc.integer({ min: -1, max: 13 }), { nil: null }), descending: fc.boolean(), offset: fc.integer({ min: 0, max: 35 }), limit: fc.integer({ min: 0, max: 35 }),
  after: fc.option(fc.record({ updatedAt: time, id }), { nil: null, freq: 2 }),
});

test('whatever is put in, hidden or taken out, a list is what sorting all rows anew would give', () => {
  fc.assert(
    fc.property(fc.uniqueArray(item, { selector: (row) => row.id, maxLength: 25 }), fc.array(step, { maxLength: 40 }), fc.array(query, { minLength: 1, maxLength: 6 }), (initial, steps, queries) => {
      const rows = createCollection(initial);
      const model = new Map(initial.map((row) => [row.id, row]));
      const hidden = new Map<string, string>();
      for (const change of steps) {
        if (change.do === 'put') {
          rows.put(change.put);
          model.set(change.put.id, change.put);
        } else if (change.do === 'show') expect(rows.show(change.id)).toBe(hidden.delete(change.id));
        else if (change.do === 'erase') {
          expect(rows.erase(change.id)).toBe(model.delete(change.id));
          hidden.delete(change.id);
        } else if (rows.hide(change.id, change.do)) hidden.set(change.id, change.do);
      }
      const listed = [...model.values()].filter((row) => !hidden.has(row.id));
      for (const { since, descending, offset, limit, after } of queries) {
        const fitting = listed.filter((row) => (since === null ? row.deletedAt === null : row.updatedAt >= since)).sort(compareItems);
        if (descending) fitting.reverse();
        const beyond = after === null ? fitting : fitting.filter((row) => (descending ? compareItems(row, after) < 0 : compareItems(row, after) > 0));
        expect(rows.list({ since, descending, offset, limit, after })).toEqual({ rows: beyond.slice(offset, offset + limit), total: fitting.length });
      }
      expect(rows.count()).toBe(listed.filter(({ deletedAt }) => deletedAt === null).length);
      expect(rows.hiddenIds('forbidden')).toEqual(expect.arrayContaining([...hidden].filter(([, how]) => how === 'forbidden').map(([which]) => which)));
      for (const which of model.keys()) expect([rows.hidden(which), rows.get(which)]).toEqual([hidden.get(which) ?? null, model.get(which)]);
    }),
    { numRuns: 400 },
  );
});
