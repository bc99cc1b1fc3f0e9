import fc from 'fast-check';
import { expect, it } from 'vitest';
import { baseline, ticket } from '../../support/records.ts';
import { toastBench } from '../../support/toast-bench.ts';
import type { ToastBench } from '../../support/toast-bench.ts';

const items = fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 12 });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('change' as const), items }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('pass' as const), awayMs: fc.constantFrom(0, 0, 0, 3_600_000) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: fc.constantFrom(10, 3000, 20_000, 59_999, 60_001, 700_000) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('restart' as const, 'crash' as const, 'crashInToast' as const, 'pause' as const, 'resume' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function take(bench: ToastBench, what: Step): Promise<void> {
  switch (what.do) {
    case 'change':
      return bench.change(...new Set(what.items.map((item) => `t${item}`)));
    case 'pass':
      return bench.dispatcher.passComplete({ awayMs: what.awayMs });
    case 'wait':
      return bench.clock.advance(what.ms);
    case 'restart':
      await bench.restart();
      return bench.dispatcher.recover();
    case 'crash':
      bench.crash();
      return bench.dispatcher.recover();
    case 'crashInToast': {
      const { answer } = bench.notifier;
      bench.notifier.answer = () => new Promise(() => undefined);
      void bench.dispatcher.passComplete({ awayMs: 0 });
      await bench.clock.advance(1);
      bench.notifier.answer = answer;
      bench.crash();
      return bench.dispatcher.recover();
    }
    default:
      bench.settings.pausedUntil = what.do === 'pause' ? -1 : 0;
  }
}

function mostInAnyMinute(times: readonly number[]): number {
  return Math.max(0, ...times.map((start) => times.filter((time) => time >= start && time <= start + 60_000).length));
}

it('every event is decided once, no minute has more than five item toasts, a pause is silent; across restarts and crashes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
      const bench = await toastBench({ endItself: true });
      try {
        let crashes = 0;
        for (const what of steps) {
          const shownBefore = bench.notifier.shown.length;
          const silent = bench.settings.pausedUntil === -1;
          await take(bench, what);
          if (silent && what.do !== 'resume') expect(bench.notifier.shown.length).toBe(shownBefore);
          if (what.do === 'crashInToast') crashes += 1;
        }
        bench.settings.pausedUntil = 0;
        await bench.dispatcher.passComplete({ awayMs: 0 });
        await bench.clock.advance(121_000);

        expect(await bench.store.pendingEvents(1000)).toEqual([]);
        expect(await bench.store.unsettledToasts()).toEqual([]);
        const seqs = bench.decided.map(({ seq }) => seq).sort((a, b) => a - b);
        expect(seqs).toEqual(seqs.map((_, index) => index + 1));
        expect(mostInAnyMinute(bench.claims.filter(({ kind }) => kind === 'item').map(({ claimedAt }) => claimedAt))).toBeLessThanOrEqual(5);
        const ids = bench.notifier.shown.map(({ id }) => id);
        expect(ids.length - new Set(ids).size).toBeLessThanOrEqual(crashes);
      } finally {
        await bench.dispose();
      }
    }),
    { numRuns: 250 },
  );
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
