import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ALL_ROWS, DUE_RANGES as EVERY_DUE_RANGE, MOST_VIEWS as MOST_VIEWS_KEPT, SCOPES as EVERY_SCOPE, SORT_KEYS, queueFilterSchema, type QueueFilter } from '../../../../contract/models/filter.ts';
import { filterKey } from '../../../../renderer/bridge/filter-key.ts';
import { cleared, CONDITIONS, conditionsOf, DUE_RANGES, EVERYTHING, isNarrowed, LISTS, MOST_VALUES, SCOPES, SORTS, toggled, valuesOf, without, type ListCondition } from '../../../../renderer/queue/filters.ts';
import { MOST_VIEWS } from '../../../../renderer/views/useSavedViews.ts';

const words = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { maxLength: 5 });
const filters: fc.Arbitrary<QueueFilter> = fc.record({
  scope: fc.constantFrom(...EVERY_SCOPE), only: fc.constantFrom('unread', 'followed', 'snoozed', null), departmentIds: words, statuses: words, priorities: words, tagIds: words, assignees: words,
  due: fc.constantFrom(...EVERY_DUE_RANGE, null), consumerId: fc.option(fc.string({ minLength: 1 })), sort: fc.record({ by: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
});

describe('what is written again of the contract', () => {
  it('is the same', () => {
    expect(EVERYTHING).toEqual(ALL_ROWS);
    expect([...SCOPES].sort()).toEqual([...EVERY_SCOPE].sort());
    expect([...DUE_RANGES]).toEqual([...EVERY_DUE_RANGE]);
    expect(SORTS.map(({ by }) => by).sort()).toEqual([...SORT_KEYS].sort());
    expect(MOST_VIEWS).toBe(MOST_VIEWS_KEPT);
    expect(queueFilterSchema.safeParse({ ...EVERYTHING, statuses: Array.from({ length: MOST_VALUES + 1 }, (_, index) => `s${index}`) }).success).toBe(false);
    expect(queueFilterSchema.safeParse({ ...EVERYTHING, statuses: Array.from({ length: MOST_VALUES }, (_, index) => `s${index}`) }).success).toBe(true);
  });
});

describe('the key of a filter', () => {
  it('does not depend on the order in which conditions were added', () => {
    fc.assert(fc.property(filters, (filter) => {
      const turned = { ...filter, ...Object.fromEntries(Object.values(LISTS).map((list) => [list, [...filter[list]].reverse()])) };
      expect(filterKey(turned)).toBe(filterKey(filter));
    }));
  });
  it('differs wherever the rows or their order may', () => {
    fc.assert(fc.property(filters, filters, (a, b) => {
      const same = (['scope', 'only', 'due', 'consumerId'] as const).every((key) => a[key] === b[key]) && a.sort.by === b.sort.by && a.sort.descending === b.sort.descending &&
        Object.values(LISTS).every((list) => JSON.stringify([...a[list]].sort()) === JSON.stringify([...b[list]].sort()));
      expect(filterKey(a) === filterKey(b)).toBe(same);
    }));
  });
});

describe('conditions', () => {
  it('can be turned on and off again, and always give a filter the contract takes', () => {
    fc.assert(fc.property(filters, fc.constantFrom(...(Object.keys(LISTS) as ListCondition[])), fc.string({ minLength: 1, maxLength: 8 }), (filter, condition, value) => {
      const once = toggled(filter, condition, value);
      expect(queueFilterSchema.parse(once)).toEqual(once);
      expect(valuesOf(once, condition).includes(value)).toBe(!valuesOf(filter, condition).includes(value));
      expect(filterKey(toggled(once, condition, value))).toBe(filterKey(filter));
    }));
  });
  it('are taken away one by one until nothing but scope, order and unread is left', () => {
    fc.assert(fc.property(filters, (filter) => {
      const bare = CONDITIONS.reduce(without, filter);
      expect(conditionsOf(bare)).toEqual([]);
      expect(bare).toEqual({ ...cleared(filter), only: filter.only === 'unread' ? 'unread' : null });
      expect(isNarrowed(cleared(filter))).toBe(false);
    }));
  });
  it('have one due time at most, and no more values than the contract takes', () => {
    const today = toggled(EVERYTHING, 'due', 'today');
    expect(toggled(today, 'due', 'week').due).toBe('week');
    expect(toggled(today, 'due', 'today').due).toBeNull();
    expect(toggled(today, 'due', 'nonsense').due).toBe('today');
    const full = { ...EVERYTHING, tagIds: Array.from({ length: MOST_VALUES }, (_, index) => `t${index}`) };
    expect(toggled(full, 'tag', 'one more').tagIds).toHaveLength(MOST_VALUES);
  });
});
