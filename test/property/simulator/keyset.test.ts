import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dialectWorld } from '../../support/simulator/dialect-world.ts';

/** What happens to the world between two pages. `at` picks the row. */
const step = fc.record({
  how: fc.constantFrom('update', 'update', 'create', 'remove', 'erase', 'unlist', 'equal times'),
  at: fc.nat(1000),
  wait: fc.constantFrom(0, 0, 1, 1500),
});
const runs = fc.record({
  dialect: fc.constantFrom('cursor' as const, 'nextlink' as const),
  descending: fc.boolean(),
  size: fc.integer({ min: 1, max: 9 }),
  seed: fc.integer({ min: 1, max: 5 }),
  granularityMs: fc.constantFrom(1, 1000),
  missing: fc.constantFrom(0, 0, 0.3),
  between: fc.array(fc.array(step, { maxLength: 4 }), { maxLength: 8 }),
});

test('keyset paging loses and repeats nothing but what an update itself moves', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ({ dialect, descending, size, seed, granularityMs, missing, between }) => {
      const { simulator, reader, pass } = dialectWorld(dialect, { tickets: 90, seed, times: { granularityMs, missing } });
      const { mutations } = simulator.parts;
      const { sort, paging } = reader.operation('ticket', 'list');
      const goesDown = descending && sort !== null;
      const before = simulator.visible('ticket').map(({ id }) => id);
      const touched = new Map<string, number>();
      const rounds = [...between];
      const betweenPages = (): void => {
        // Later than anything on the page before, also where a row changed several times in one millisecond.
        pass(10);
        for (const { how, at, wait } of rounds.shift() ?? []) {
          pass(wait);
          const rows = simulator.visible('ticket');
          const row = rows[at % rows.length];
          if (!row) continue;
          if (how === 'create') touched.set(mutations.create('ticket', { subject: 'New' }).id, 1);
          else touched.set(row.id, (touched.get(row.id) ?? 0) + 1);
          if (how === 'update') mutations.update('ticket', row.id, { status: 'Changed' });
          if (how === 'equal times') mutations.update('ticket', row.id, { updatedAt: rows[(at * 7) % rows.length]?.updatedAt ?? 1 });
          if (how === 'remove') mutations.remove('ticket', row.id);
          if (how === 'erase' || how === 'unlist') mutations.quietly(how, 'ticket', row.id);
        }
      };
      const pages = await reader.list('ticket', { descending: goesDown, size: size * 3, betweenPages });
      expect(pages.length).toBeGreaterThan(paging.style === 'cursor' ? 2 : 1);
      const seen = new Map<string, number>();
      for (const row of pages.flat()) {
        const id = String(reader.field('ticket', row, 'id'));
        seen.set(id, (seen.get(id) ?? 0) + 1);
      }
      for (const id of before) if (!touched.has(id)) expect([id, seen.get(id)]).toEqual([id, 1]);
      for (const [id, times] of seen) expect(times).toBeLessThanOrEqual(1 + (touched.get(id) ?? 0));
      // Going up with honest times, nothing that is still there is missed either: an update only ever moves a row ahead.
      const honest = between.flat().every(({ how }) => how !== 'equal times');
      if (!goesDown && honest && granularityMs === 1 && missing === 0) for (const { id } of simulator.visible('ticket')) expect(seen.has(id)).toBe(true);
    }),
    { numRuns: 150 },
  );
});
