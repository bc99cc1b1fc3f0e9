import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyNotifyStep, playNotify } from '../../support/notify-schedule.ts';
import { baseline, ticket } from '../../support/records.ts';
import { toastBench } from '../../support/toast-bench.ts';

it('every event is told or counted once, no minute has more than five item toasts, a pause is silent; across restarts and crashes at every point', async () => {
  const seen = { events: 0, toasts: 0, crashes: 0, restarts: 0, allowedRepeats: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(anyNotifyStep, { minLength: 5, maxLength: 40 }), async (steps) => {
      const outcome = await playNotify(steps);
      for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += outcome[key];
      expect(outcome.breaches).toEqual([]);
    }),
    { numRuns: 250 },
  );
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});

it('any number of events at once: at most five toasts, and the summary counts exactly the other items', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 3 }), async (count, times) => {
      const bench = await toastBench({ endItself: true });
      try {
        const ids = Array.from({ length: count }, (_, index) => `t${index}`);
        for (let i = 0; i < times; i++) await bench.change(...ids);
        await bench.dispatcher.passComplete({ awayMs: 0 });
        await bench.clock.advance(5 * 60_000);
        const toasts = bench.notifier.shown.filter(({ title }) => title === 'item');
        const summaries = bench.notifier.shown.filter(({ title }) => title !== 'item').map(({ body }) => body);
        expect(toasts).toHaveLength(Math.min(5, count));
        expect(summaries).toEqual(count > 5 ? [`${count - 5}+0`] : []);
      } finally {
        await bench.dispose();
      }
    }),
    { numRuns: 30 },
  );
});

it('history is never told: after a first sync of any size nothing is shown', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: 300 }), async (count) => {
      const bench = await toastBench({ endItself: true });
      try {
        await baseline(bench.store, 'ticket', Array.from({ length: count }, (_, index) => ticket(`t${index}`)));
        await bench.dispatcher.passComplete({ awayMs: 0 });
        await bench.dispatcher.passComplete({ awayMs: 3_600_000 });
        await bench.clock.advance(120_000);
        expect(bench.notifier.shown).toEqual([]);
      } finally {
        await bench.dispose();
      }
    }),
    { numRuns: 30 },
  );
});
