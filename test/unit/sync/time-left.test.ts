import { expect, it } from 'vitest';
import { createTimeLeft } from '../../../core/sync/time-left.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { syncBench } from '../../support/sync-bench.ts';

it('is not told before all sizes and a pace are known', async () => {
  const clock = fakeClock();
  const left = createTimeLeft(clock, ['ticket', 'task']);
  left.learn('ticket', 1000, 0);
  for (let i = 0; i < 4; i++) {
    await clock.advance(2000);
    left.asked(100);
  }
  expect([left.pages(), left.ms(), left.unknown()]).toEqual([null, null, ['task']]);
  left.learn('task', 200, 0);
  left.learn('ticket', 1000, 400);
  expect([left.pages(), left.ms()]).toEqual([8, 16_000]);
});

it('goes by the pace of the last minutes, waiting included', async () => {
  const clock = fakeClock();
  const left = createTimeLeft(clock, ['ticket']);
  for (let done = 100; done <= 5000; done += 100) {
    await clock.advance(done <= 2000 ? 1000 : 30_000);
    left.asked(100);
    left.learn('ticket', 10_000, done);
  }
  expect(left.ms()).toBeCloseTo(50 * 30_000, -4);
});

it('stays unknown where the server counts nothing', async () => {
  const bench = await syncBench({ pageSize: 2, totals: false });
  for (let i = 0; i < 40; i++) bench.api.put('ticket', `t${i}`);
  bench.engine.start();
  await bench.clock.advance(100);
  const told = bench.statuses.flatMap(({ progress }) => (progress?.entity === 'ticket' ? [progress.leftMs] : []));
  expect(told.length).toBeGreaterThan(10);
  expect(new Set(told)).toEqual(new Set([null]));
});

it('counts lists that were not begun, for one request each, asked once also over restarts', async () => {
  const bench = await syncBench({ pageSize: 2, intervalSeconds: 3600 });
  for (let i = 0; i < 60; i++) bench.api.put('ticket', `t${i}`);
  for (let i = 0; i < 30; i++) bench.api.put('consumer', `c${i}`);
  // A page each second, as when slots are waited for.
  bench.api.onCall = () => new Promise((resolve) => bench.clock.after(1000, () => resolve(null)));
  bench.engine.start();
  await bench.clock.advance(15_000);
  const restarting = bench.restart();
  await bench.clock.advance(1000);
  (await restarting).start();
  await bench.clock.advance(10_000);
  const told = bench.statuses.flatMap(({ progress }) => (progress?.entity === 'ticket' && progress.leftMs !== null ? [progress.leftMs] : []));
  const first = told[0] ?? 0;
  expect(first).toBeGreaterThan(35_000);
  expect(first).toBeLessThan(60_000);
  await bench.clock.advance(5 * 60_000);
  const pages = bench.api.calls.filter(({ lane }) => lane === 'backfill');
  expect((await bench.store.counts())).toMatchObject({ ticket: 60, consumer: 30 });
  // 30 + 15 pages, one for each of the five empty lists, two sizes, and the page in flight at the restart.
  expect(pages.length).toBeLessThanOrEqual(30 + 15 + 5 + 2 + 1);
  bench.api.onCall = () => null;
  await bench.clock.advance(2000);
});
