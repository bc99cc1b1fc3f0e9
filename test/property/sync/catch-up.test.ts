import fc from 'fast-check';
import { expect, it } from 'vitest';
import { silentLogger } from '../../../core/log.ts';
import { createSyncEngine } from '../../../core/sync/engine.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { T0 } from '../../support/records.ts';
import { scriptedApi } from '../../support/scripted-api.ts';
import { tempStore } from '../../support/temp-store.ts';

/** Milliseconds between two changes while nobody looked: bulk changes, seconds, and more than any overlap. */
const gap = fc.constantFrom(0, 0, 1, 500, 3000, 200_000);
const row = fc.integer({ min: 0, max: 14 });
const absence = fc.record({
  pageSize: fc.integer({ min: 1, max: 5 }),
  grainMs: fc.constantFrom(1, 1000),
  changes: fc.array(fc.record({ row, gap }), { minLength: 5, maxLength: 40 }),
  /** Rows that change once more while the catch-up reads: one for each of its first calls. */
  meanwhile: fc.array(fc.option(row), { maxLength: 6 }),
});

it('a catch-up of many pages misses nothing, though rows move to its end while it reads', async () => {
  await fc.assert(
    fc.asyncProperty(absence, async ({ pageSize, grainMs, changes, meanwhile }) => {
      const clock = fakeClock(T0);
      const api = scriptedApi({ clock, pageSize, grainMs });
      const { store } = await tempStore();
      const engine = createSyncEngine({
        client: api, store, clock, logger: silentLogger, intervalSeconds: 30, rng: () => 0.5,
        abilities: () => ({ since: true, sorted: true }), onPassComplete: () => undefined,
      });
      try {
        engine.start();
        await clock.advance(100);
        await engine.stop();
        for (const change of changes) {
          api.put('ticket', `t${change.row}`);
          api.elapse(change.gap);
        }
        const script = [...meanwhile];
        api.onCall = ({ entity }) => {
          const touched = entity === 'ticket' ? script.shift() : undefined;
          if (touched === undefined || touched === null) return;
          // Later than what was read, so that no overlap of the next pass brings back what this one misses.
          api.elapse(200_000);
          api.put('ticket', `t${touched}`);
        };
        engine.start();
        await clock.advance(65_000);
        const visible = api.visible('ticket');
        expect(await Promise.all([...visible.keys()].map((id) => store.record('ticket', id)))).toEqual([...visible.values()]);
      } finally {
        await engine.dispose();
        await store.close();
      }
    }),
    { numRuns: 300 },
  );
});
