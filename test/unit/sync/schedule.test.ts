import { expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;
const polls = (bench: SyncBench, entity: string) => bench.newCalls().filter((call) => call.entity === entity && call.kind === 'list').length;

it('polls tickets and tasks every interval, consumers with every fourth pass, short lists every five minutes', async () => {
  const bench = await syncBench();
  await goLive(bench);
  await bench.clock.advance(20 * MINUTE);
  const calls = bench.newCalls();
  const count = (entity: string) => calls.filter((call) => call.entity === entity).length;
  expect(count('ticket')).toBe(40);
  expect(count('task')).toBe(40);
  expect(count('consumer')).toBe(10);
  expect(count('department')).toBe(4);
  expect(calls.every(({ lane }) => lane === 'delta')).toBe(true);
});

it('follows a changed interval at once', async () => {
  const bench = await syncBench({ intervalSeconds: 900 });
  await goLive(bench);
  bench.engine.setInterval(10);
  await bench.clock.advance(MINUTE);
  expect(polls(bench, 'ticket')).toBe(6);
});

it('spreads the polls of many desktops', async () => {
  const dice = [0, 0.999, 0.3];
  const bench = await syncBench({ rng: () => dice[0] ?? 0 });
  await goLive(bench);
  await bench.clock.advance(26_000);
  expect(polls(bench, 'ticket')).toBe(0);
  await bench.clock.advance(1500);
  expect(polls(bench, 'ticket')).toBe(1);
});

it('sync now reads everything at once and resolves when it is stored; a second call joins', async () => {
  const bench = await syncBench();
  await goLive(bench);
  bench.api.put('department', 'd1');
  const first = bench.engine.syncNow();
  const second = bench.engine.syncNow();
  await Promise.all([first, second]);
  expect(await bench.store.record('department', 'd1')).not.toBeNull();
  expect(polls(bench, 'ticket')).toBe(1);
});

it('syncs once, soon and with jitter, after waking, however often it is told', async () => {
  const bench = await syncBench({ intervalSeconds: 900 });
  await goLive(bench);
  bench.engine.wake();
  bench.engine.wake();
  expect(bench.engine.status().phase).toBe('catchingUp');
  await bench.clock.advance(400);
  expect(bench.newCalls()).toEqual([]);
  bench.engine.wake();
  await bench.clock.advance(20_000);
  expect(polls(bench, 'ticket')).toBe(1);
  expect(bench.engine.status().phase).toBe('live');
});

it('syncs again when it wakes in the middle of a pass that slept', async () => {
  const bench = await syncBench({ intervalSeconds: 900 });
  await goLive(bench);
  let resume: (value: null) => void = () => undefined;
  bench.api.onCall = () => new Promise((resolve) => (resume = resolve));
  const pass = bench.engine.syncNow();
  await bench.clock.advance(10);
  bench.engine.wake();
  bench.api.onCall = () => null;
  resume(null);
  await pass;
  bench.newCalls();
  await bench.clock.advance(4000);
  expect(polls(bench, 'ticket')).toBe(1);
});

it('takes a gap in time for sleep, without being told', async () => {
  const bench = await syncBench({ intervalSeconds: 900 });
  await goLive(bench);
  bench.clock.jumpWall(5 * MINUTE);
  await bench.clock.advance(20_000);
  expect(polls(bench, 'ticket')).toBe(1);
});

it('says how long it was away, beyond the interval, also across a restart', async () => {
  const bench = await syncBench();
  await goLive(bench);
  bench.clock.jumpWall(60 * MINUTE);
  bench.engine.wake();
  await bench.clock.advance(5000);
  expect(bench.passes.at(-1)?.awayMs).toBeGreaterThan(59 * MINUTE);
  await bench.clock.advance(MINUTE);
  expect(bench.passes.at(-1)?.awayMs).toBe(0);
  const engine = await bench.restart();
  bench.clock.jumpWall(120 * MINUTE);
  engine.start();
  await bench.clock.advance(1000);
  expect(bench.passes.at(-1)?.awayMs).toBeGreaterThan(118 * MINUTE);
});

it('does not call a long polling interval an absence', async () => {
  const bench = await syncBench({ intervalSeconds: 900 });
  await goLive(bench);
  await bench.clock.advance(46 * MINUTE);
  expect(bench.passes.map(({ awayMs }) => awayMs)).toEqual([0, 0, 0]);
});

it('waits less after waking than the failures before had earned', async () => {
  const bench = await syncBench({ rng: () => 0.9 });
  await goLive(bench);
  bench.api.onCall = () => new EngineError('offline');
  await bench.clock.advance(20 * MINUTE);
  bench.api.onCall = () => null;
  bench.newCalls();
  bench.engine.wake();
  await bench.clock.advance(3000);
  expect(polls(bench, 'ticket')).toBe(1);
});

it('announces what it stored by id, and the first sync without', async () => {
  const bench = await syncBench();
  bench.api.put('ticket', 't1');
  await goLive(bench);
  expect(bench.stored).toEqual([{ entity: 'ticket', ids: [], all: true }]);
  bench.stored.length = 0;
  bench.api.put('ticket', 't2');
  await bench.clock.advance(31_000);
  expect(bench.stored).toEqual([{ entity: 'ticket', ids: ['t2'], all: false }]);
});

it('announces a large page without listing it', async () => {
  const bench = await syncBench({ pageSize: 1000 });
  await goLive(bench);
  for (let i = 0; i < 501; i++) bench.api.put('ticket', `t${i}`);
  await bench.clock.advance(31_000);
  expect(bench.stored).toEqual([{ entity: 'ticket', ids: [], all: true }]);
});

it('stops at once, in the middle of a call, and leaves no timer behind', async () => {
  const bench = await syncBench();
  await goLive(bench);
  bench.api.onCall = () => new Promise((resolve) => setTimeout(() => resolve(null), 20));
  const pass = bench.engine.syncNow();
  const stopping = bench.engine.stop();
  await Promise.all([pass, stopping]);
  expect(bench.engine.status().phase).toBe('stopped');
  expect(bench.engine.status().error).toBeNull();
  expect(bench.clock.pending()).toBe(0);
});

it('survives a listener that throws', async () => {
  const bench = await syncBench();
  bench.engine.onStored(() => {
    throw new Error('a bad listener');
  });
  bench.engine.onStatus(() => {
    throw new Error('another');
  });
  bench.api.put('ticket', 't1');
  await goLive(bench);
  expect((await bench.store.counts()).ticket).toBe(1);
});
