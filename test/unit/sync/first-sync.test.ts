import { expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { syncBench } from '../../support/sync-bench.ts';
import { T0 } from '../../support/records.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

/** A company with 5 tickets, 3 tasks, 4 consumers, 1 department. */
function fillWorld({ api }: SyncBench): void {
  for (let i = 0; i < 5; i++) api.put('ticket', `t${i}`, { consumerId: 'c0' });
  for (let i = 0; i < 3; i++) api.put('task', `k${i}`);
  for (let i = 0; i < 4; i++) api.put('consumer', `c${i}`);
  api.put('department', 'd0');
}

it('reads names first, then tickets newest first, one request a page, in the backfill lane', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.engine.start();
  await bench.clock.advance(100);
  const backfill = bench.newCalls().filter(({ lane }) => lane === 'backfill');
  expect(backfill.map(({ entity }) => entity)).toEqual(['department', 'ticketTag', 'consumerTag', 'customField', 'ticket', 'ticket', 'ticket', 'task', 'task', 'consumer', 'consumer']);
  expect(new Set(backfill.map(({ order }) => order))).toEqual(new Set(['newestFirst']));
  expect(await bench.store.counts()).toMatchObject({ ticket: 5, task: 3, consumer: 4, department: 1 });
});

it('tells nothing of history: no event waits, the pass after it is marked', async () => {
  const bench = await syncBench();
  fillWorld(bench);
  bench.engine.start();
  await bench.clock.advance(100);
  expect(await bench.store.pendingEvents(10)).toEqual([]);
  expect(bench.passes).toEqual([{ awayMs: 0, firstSync: true, returned: true }]);
  await bench.clock.advance(31_000);
  expect(bench.passes.at(-1)).toEqual({ awayMs: 0, firstSync: false, returned: false });
});

it('measures itself: rows from the store, requests and time from the run', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.engine.start();
  await bench.clock.advance(100);
  const { firstSync } = bench.engine.status();
  expect(firstSync).toEqual({ tickets: 5, tasks: 3, consumers: 4, departments: 1, requests: 11, ms: 0 });
});

it('takes for its watermark the server time of the first response, minus the overlap', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.api.elapse(60 * 60_000);
  bench.api.onCall = ({ entity, lane }) => {
    if (entity === 'ticket' && lane === 'backfill') bench.api.elapse(60_000);
  };
  bench.engine.start();
  await bench.clock.advance(100);
  expect((await bench.store.stream('ticket')).watermark).toBe(T0 + 60 * 60_000 + 60_000 - 120_000);
});

it('shows progress and then goes live, complete up to the server time', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.engine.start();
  await bench.clock.advance(100);
  expect(bench.statuses.map(({ phase }) => phase)).toContain('firstSync');
  expect(bench.statuses.map(({ progress }) => progress)).toContainEqual({ entity: 'ticket', done: 4, total: 5, leftMs: null });
  expect(bench.engine.status()).toMatchObject({ phase: 'live', progress: null, completeUpTo: T0, error: null });
});

it('goes on at the page where it broke off, also after a restart', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.api.onCall = ({ entity, cursor }) => (entity === 'ticket' && cursor === '2' ? new EngineError('unreachable') : null);
  bench.engine.start();
  await bench.clock.advance(100);
  expect(bench.engine.status().phase).toBe('offline');
  const engine = await bench.restart();
  bench.api.onCall = () => null;
  bench.newCalls();
  engine.start();
  await bench.clock.advance(100);
  const tickets = bench.newCalls().filter(({ entity, lane }) => entity === 'ticket' && lane === 'backfill');
  expect(tickets.map(({ cursor }) => cursor)).toEqual(['2']);
  expect((await bench.store.counts()).ticket).toBe(5);
});

it('brings what changed behind its back: an update of a page not read yet', async () => {
  const bench = await syncBench({ pageSize: 2 });
  fillWorld(bench);
  bench.api.onCall = ({ entity, cursor, lane }) => {
    if (entity === 'ticket' && lane === 'backfill' && cursor === '1') bench.api.put('ticket', 't0', { subject: 'changed meanwhile' });
  };
  bench.engine.start();
  await bench.clock.advance(100);
  expect((await bench.store.record('ticket', 't0'))?.subject).toBe('changed meanwhile');
});

it('does not lose the row that slips over a page edge when another vanishes', async () => {
  const bench = await syncBench({ pageSize: 2 });
  for (let i = 0; i < 7; i++) {
    bench.api.put('ticket', `t${i}`);
    bench.api.elapse(60 * 60_000);
  }
  let vanished = false;
  bench.api.onCall = ({ entity, cursor, lane }) => {
    if (entity !== 'ticket' || lane !== 'backfill' || cursor !== '1' || vanished) return;
    vanished = true;
    bench.api.vanish('ticket', 't6');
  };
  bench.engine.start();
  await bench.clock.advance(100);
  expect(await bench.store.record('ticket', 't4')).not.toBeNull();
  for (const id of bench.api.visible('ticket').keys()) expect(await bench.store.record('ticket', id)).not.toBeNull();
});

it('works without what the token may not read, and says which', async () => {
  const bench = await syncBench({ fails: ({ entity }) => (entity === 'task' ? new EngineError('permissionMissing') : null) });
  fillWorld(bench);
  bench.engine.start();
  await bench.clock.advance(100);
  expect(bench.engine.status()).toMatchObject({ phase: 'live', missingPermissions: ['task'], error: null });
  expect(bench.engine.status().completeUpTo).not.toBeNull();
  expect(bench.newCalls().filter(({ entity }) => entity === 'task')).toHaveLength(1);
  await bench.clock.advance(30 * 60_000);
  expect(bench.newCalls().filter(({ entity }) => entity === 'task')).toHaveLength(0);
  bench.api.onCall = () => null;
  await bench.clock.advance(31 * 60_000);
  expect((await bench.store.counts()).task).toBe(3);
  expect(bench.engine.status().missingPermissions).toEqual([]);
});
