import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueFilter } from '../../../contract/models/filter.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { Viewer } from '../../../core/store/store.ts';
import type { StoreCalls } from '../../../core/store/sync-calls.ts';
import { anyFilter, anyViewer, compareBy, isIn, markedTickets } from '../../support/filter-world.ts';
import type { Marked } from '../../support/filter-world.ts';
import { T0, page, wish } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

function fill(store: StoreCalls, world: readonly Marked[]): void {
  const marked = (what: (one: Marked) => boolean): string[] => world.filter(what).map(({ record }) => record.id);
  store.wipe();
  store.commitPage(page('ticket', world.map(({ record }) => record), { baseline: true, source: 'baseline' }));
  store.markRead('ticket', marked((one) => one.unread), false);
  for (const id of marked((one) => one.followed)) store.follow('ticket', id, true);
  store.snooze({ entity: 'ticket', ids: marked((one) => one.snoozed), until: T0 + 1000, orChange: false });
}

/** The whole list, read in slices. */
function listed(store: StoreCalls, asked: ReturnType<typeof wish>, size: number): string[] {
  const ids: string[] = [];
  for (let slice = ['']; slice.length > 0; ids.push(...slice)) slice = store.queuePage({ ...asked, offset: ids.length, limit: size }).rows.map((row) => row.id);
  return ids;
}

const idsOf = (world: readonly Marked[]): string[] => world.map(({ record }) => record.id).sort();

describe.each(DRIVERS)('filters on %s', (driver) => {
  it('show the same rows, in order and in slices of any size, as looking at each row would', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    let found = 0;
    const asks = fc.array(fc.record({ filter: anyFilter, viewer: anyViewer, size: fc.integer({ min: 1, max: 17 }) }), { minLength: 8, maxLength: 8 });
    fc.assert(fc.property(markedTickets, asks, (world, all) => {
      fill(store, world);
      const byId = new Map(world.map((one) => [one.record.id, one]));
      for (const { filter, viewer, size } of all) {
        const asked = wish('ticket', filter, { viewer });
        const expected = world.filter((one) => isIn(one, filter, viewer, T0));
        const ids = listed(store, asked, size);
        expect([...ids].sort()).toEqual(idsOf(expected));
        const rows = ids.flatMap((id) => byId.get(id) ?? []);
        for (const [n, row] of rows.slice(1).entries()) expect(compareBy(filter.sort, rows[n] as Marked, row)).toBeLessThanOrEqual(0);
        expect(ids).toEqual(listed(store, asked, 100));
        expect(store.queueCounts([asked])).toEqual([{ total: expected.length, unread: expected.filter((one) => one.unread).length }]);
        found += expected.length > 0 ? 1 : 0;
      }
    }), { numRuns: 100 });
    // Most filters of a small world find nothing; enough of them must find something for this to mean anything.
    expect(found).toBeGreaterThan(100);
    db.close();
  });

  it('count what can be chosen as looking at each row would', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    const countBy = (world: readonly Marked[], valuesOf: (one: Marked) => readonly (string | null)[]): Record<string, number> => {
      const counts: Record<string, number> = {};
      for (const value of world.flatMap(valuesOf)) if (value !== null) counts[value] = (counts[value] ?? 0) + 1;
      return counts;
    };
    fc.assert(fc.property(markedTickets, fc.array(fc.nat(39), { maxLength: 5 }), (world, lost) => {
      fill(store, world);
      const gone = new Set(lost.map((n) => `k${n}`));
      store.commitPage(page('ticket', [], { gone: [...gone].map((id) => ({ id, how: 'notFound' as const })) }));
      const live = world.filter(({ record }) => !gone.has(record.id));
      const facets = store.facets('ticket');
      expect(Object.fromEntries(facets.statuses.map(({ value, count }) => [value, count]))).toEqual(countBy(live, ({ record }) => [record.status]));
      expect(Object.fromEntries(facets.priorities.map(({ value, count }) => [value, count]))).toEqual(countBy(live, ({ record }) => [record.priority]));
      expect(Object.fromEntries(facets.departments.map(({ id, count }) => [id, count]))).toEqual(countBy(live, ({ record }) => [record.departmentId]));
      for (const [tag, count] of Object.entries(countBy(live, ({ record }) => record.tagIds))) {
        expect(store.queueCounts([wish('ticket', { tagIds: [tag] }), wish('ticket', { tagIds: [tag], only: 'snoozed' })]).reduce((sum, { total }) => sum + total, 0)).toBe(count);
      }
      expect(facets.assignees.reduce((sum, { count }) => sum + count, 0)).toBe(live.filter(({ record }) => record.assigneeId !== null || (record.assigneeName ?? '') !== '').length);
    }), { numRuns: 60 });
    db.close();
  });

  it('take back exactly what marking a filter as read did', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    const unread = (): string[] => db.all<{ id: string }>('SELECT id FROM item WHERE unread = 1 ORDER BY id').map(({ id }) => id);
    const marks = fc.array(fc.record({ filter: anyFilter, viewer: anyViewer }), { minLength: 1, maxLength: 4 });
    const batch = (filter: QueueFilter, viewer: Viewer) => store.markFilterRead(wish('ticket', filter, { viewer }));
    fc.assert(fc.property(markedTickets, marks, fc.boolean(), (world, all, backwards) => {
      fill(store, world);
      const begun = unread();
      const done = all.map(({ filter, viewer }) => {
        const before = unread();
        const { marked, batch: number } = batch(filter, viewer);
        const expected = world.filter((one) => before.includes(one.record.id) && isIn(one, filter, viewer, T0));
        expect([marked, unread()]).toEqual([expected.length, before.filter((id) => !idsOf(expected).includes(id))]);
        expect(number === null).toBe(marked === 0);
        return { marked, number };
      }).filter(({ number }) => number !== null);
      for (const { marked, number } of backwards ? [...done].reverse() : done) expect(store.undoRead(number ?? 0)).toEqual({ restored: marked });
      expect(unread()).toEqual(begun);
    }), { numRuns: 150 });
    db.close();
  });
});
