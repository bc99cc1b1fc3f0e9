import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { T0 } from '../../support/records.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;
const ticketCalls = (bench: SyncBench) => bench.newCalls().filter(({ entity }) => entity === 'ticket');

it('asks from the watermark minus two minutes, oldest first, and moves the watermark to the newest row', async () => {
  const bench = await syncBench();
  bench.api.put('ticket', 't1');
  await goLive(bench);
  await bench.clock.advance(10 * MINUTE);
  bench.api.put('ticket', 't1', { status: 'pending' });
  const changedAt = bench.api.serverNow();
  await bench.clock.advance(30_000);
  expect((await bench.store.stream('ticket')).watermark).toBe(changedAt);
  bench.newCalls();
  await bench.clock.advance(30_000);
  expect(ticketCalls(bench)).toMatchObject([{ cursor: null, updatedSince: changedAt - 120_000, order: 'oldestFirst', lane: 'delta' }]);
});

it('keeps the watermark where the last change was while nothing happens, and is complete up to now', async () => {
  const bench = await syncBench();
  bench.api.put('ticket', 't1');
  await goLive(bench);
  const before = (await bench.store.stream('ticket')).watermark;
  await bench.clock.advance(10 * MINUTE);
  expect((await bench.store.stream('ticket')).watermark).toBe(before);
  expect(bench.engine.status().completeUpTo).toBeGreaterThan(T0 + 9 * MINUTE);
});

it('goes by the server clock, however wrong the computer is', async () => {
  const bench = await syncBench({ startsAt: T0 - 3 * 60 * MINUTE });
  bench.api.put('ticket', 't1');
  await goLive(bench);
  bench.clock.jumpWall(-24 * 60 * MINUTE);
  await bench.clock.advance(5000);
  bench.api.put('ticket', 't2');
  await bench.clock.advance(31_000);
  expect(await bench.store.record('ticket', 't2')).not.toBeNull();
});

it('does not let a row from the future hide the changes before it', async () => {
  const bench = await syncBench();
  await goLive(bench);
  bench.api.put('ticket', 'future', { updatedAt: T0 + 365 * 24 * 60 * MINUTE });
  await bench.clock.advance(31_000);
  bench.api.put('ticket', 'present');
  await bench.clock.advance(31_000);
  expect(await bench.store.record('ticket', 'present')).not.toBeNull();
  expect((await bench.store.stream('ticket')).watermark).toBeLessThanOrEqual(bench.api.serverNow());
});

it('finds a change that became visible after a later one, within the overlap', async () => {
  const bench = await syncBench();
  await goLive(bench);
  await bench.clock.advance(10 * MINUTE);
  bench.api.put('ticket', 'later');
  await bench.clock.advance(31_000);
  const late = bench.api.serverNow() - 60_000;
  bench.api.put('ticket', 'late', { updatedAt: late, version: late });
  await bench.clock.advance(31_000);
  expect(await bench.store.record('ticket', 'late')).not.toBeNull();
});

it('makes no event of rows it reads again', async () => {
  const bench = await syncBench();
  await goLive(bench);
  bench.api.put('ticket', 't1');
  await bench.clock.advance(5 * MINUTE);
  expect(await bench.store.pendingEvents(10)).toHaveLength(1);
});

describe('a catch-up of many pages', () => {
  /** `count` rows, changed one a second while the app was away. */
  async function away(bench: SyncBench, count: number): Promise<void> {
    await goLive(bench);
    await bench.engine.stop();
    for (let i = 0; i < count; i++) {
      await bench.clock.advance(1500);
      bench.api.put('ticket', `t${i}`);
    }
    bench.newCalls();
  }

  it('advances by time, not by page number', async () => {
    const bench = await syncBench({ pageSize: 4 });
    await away(bench, 20);
    bench.engine.start();
    await bench.clock.advance(100);
    const calls = ticketCalls(bench);
    expect(calls.every(({ cursor }) => cursor === null)).toBe(true);
    expect((await bench.store.counts()).ticket).toBe(20);
  });

  it('loses nothing when rows that were read move to the end meanwhile', async () => {
    const bench = await syncBench({ pageSize: 4 });
    await away(bench, 20);
    let touched = 0;
    bench.api.onCall = ({ entity }) => {
      if (entity === 'ticket' && touched < 8) bench.api.put('ticket', `t${touched++}`);
    };
    bench.engine.start();
    await bench.clock.advance(100);
    expect((await bench.store.counts()).ticket).toBe(20);
  });

  it('keeps what it has when it breaks off, goes on from there, and is told only when complete', async () => {
    const bench = await syncBench({ pageSize: 4 });
    await away(bench, 20);
    let asked = 0;
    bench.api.onCall = ({ entity }) => (entity === 'ticket' && ++asked === 4 ? new EngineError('unreachable') : null);
    bench.engine.start();
    await bench.clock.advance(100);
    const kept = (await bench.store.counts()).ticket;
    const since = (await bench.store.stream('ticket')).watermark ?? 0;
    expect(kept).toBeGreaterThan(4);
    expect(kept).toBeLessThan(20);
    expect(bench.passes).toEqual([]);
    expect(bench.engine.status()).toMatchObject({ phase: 'offline', error: { code: 'unreachable' } });
    bench.newCalls();
    await bench.clock.advance(5000);
    expect((await bench.store.counts()).ticket).toBe(20);
    expect(ticketCalls(bench)[0]?.updatedSince).toBe(since - 120_000);
    expect(bench.passes).toHaveLength(1);
  });

  it('counts the absence from the last complete reading, not from one that broke off', async () => {
    const noTasks = ({ entity }: { entity: string }) => (entity === 'task' ? new EngineError('permissionMissing') : null);
    const bench = await syncBench({ pageSize: 4, fails: noTasks });
    await away(bench, 20);
    bench.clock.jumpWall(60 * MINUTE);
    let asked = 0;
    bench.api.onCall = (call) => (call.entity === 'ticket' && ++asked === 4 ? new EngineError('unreachable') : noTasks(call));
    bench.engine.start();
    await bench.clock.advance(5000);
    expect(bench.passes).toEqual([{ awayMs: expect.closeTo(60 * MINUTE, -5) as number, firstSync: false, returned: true }]);
  });

  it('reads a page full of one time to its end', async () => {
    const bench = await syncBench({ pageSize: 4 });
    await goLive(bench);
    for (let i = 0; i < 23; i++) bench.api.put('ticket', `t${i}`);
    await bench.clock.advance(31_000);
    expect((await bench.store.counts()).ticket).toBe(23);
    expect((await bench.store.stream('ticket')).watermark).toBe(T0 + 100);
  });

  it('walks a page full of one time again when a row moved away under it', async () => {
    const bench = await syncBench({ pageSize: 4 });
    await goLive(bench);
    for (let i = 0; i < 12; i++) bench.api.put('ticket', `t${i}`);
    let moved = false;
    bench.api.onCall = ({ entity, cursor }) => {
      if (entity !== 'ticket' || cursor !== '1' || moved) return;
      moved = true;
      bench.api.put('ticket', 't0');
    };
    await bench.clock.advance(31_000);
    expect((await bench.store.counts()).ticket).toBe(12);
  });
});

describe('where the server cannot be asked for changes', () => {
  const FACTS = [
    { believes: { since: false, sorted: true }, honours: { since: false, sorted: true } },
    { believes: { since: true, sorted: false }, honours: { since: true, sorted: false } },
    { believes: { since: false, sorted: false }, honours: { since: false, sorted: false } },
    // The profile promises what the server does not keep.
    { believes: { since: true, sorted: true }, honours: { since: false, sorted: true } },
    { believes: { since: true, sorted: true }, honours: { since: true, sorted: false } },
    { believes: { since: true, sorted: true }, honours: { since: false, sorted: false } },
  ];
  it.each(FACTS)('still finds every change: profile $believes, server $honours', async (facts) => {
    const bench = await syncBench({ ...facts, pageSize: 3 });
    for (let i = 0; i < 10; i++) {
      bench.api.put('ticket', `t${i}`);
      bench.api.elapse(3 * MINUTE);
    }
    await goLive(bench);
    await bench.clock.advance(20 * MINUTE);
    bench.api.put('ticket', 't3', { status: 'solved' });
    bench.api.put('ticket', 'new');
    await bench.clock.advance(31_000);
    expect((await bench.store.record('ticket', 't3'))?.status).toBe('solved');
    expect(await bench.store.record('ticket', 'new')).not.toBeNull();
    expect((await bench.store.counts()).ticket).toBe(11);
  });

  it('notices that rows do not come in the order asked for, and reads them all', async () => {
    const bench = await syncBench({ believes: { since: true, sorted: true }, honours: { since: true, sorted: false }, pageSize: 3 });
    for (const id of ['t0', 't1', 't2', 't3']) bench.api.put('ticket', id);
    bench.api.elapse(60 * MINUTE);
    await goLive(bench);
    for (const id of ['t3', 't1', 't2', 't0']) {
      bench.api.put('ticket', id, { status: 'solved' });
      bench.api.elapse(5 * MINUTE);
    }
    await bench.clock.advance(31_000);
    expect((await bench.store.record('ticket', 't3'))?.status).toBe('solved');
  });

  it('notices that the filter is ignored, and stops reading all of it each time', async () => {
    const bench = await syncBench({ believes: { since: true, sorted: true }, honours: { since: false, sorted: true }, pageSize: 3 });
    for (let i = 0; i < 30; i++) {
      bench.api.put('ticket', `t${i}`);
      bench.api.elapse(60 * MINUTE);
    }
    await goLive(bench);
    await bench.clock.advance(10 * MINUTE);
    expect(ticketCalls(bench).length).toBeLessThanOrEqual(21);
  });

  it('newest first: stops at rows it had before, but not at known rows of a reading that broke off', async () => {
    const bench = await syncBench({ believes: { since: false, sorted: true }, honours: { since: false, sorted: true }, pageSize: 3 });
    for (let i = 0; i < 12; i++) {
      bench.api.put('ticket', `t${i}`);
      bench.api.elapse(3 * MINUTE);
    }
    await goLive(bench);
    for (let i = 0; i < 7; i++) {
      await bench.clock.advance(1000);
      bench.api.put('ticket', `t${i}`, { status: 'solved' });
    }
    bench.newCalls();
    bench.api.onCall = ({ entity, cursor }) => (entity === 'ticket' && cursor === '1' ? new EngineError('unreachable') : null);
    await bench.clock.advance(25_000);
    bench.api.onCall = () => null;
    await bench.clock.advance(60_000);
    for (let i = 0; i < 7; i++) expect((await bench.store.record('ticket', `t${i}`))?.status).toBe('solved');
    bench.newCalls();
    await bench.clock.advance(5 * MINUTE);
    expect(Math.max(...ticketCalls(bench).map(({ cursor }) => Number(cursor ?? 0)))).toBeLessThan(3);
  });
});

describe('names', () => {
  it('fetches the unknown consumer of a new ticket before the ticket is told', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.put('consumer', 'c9', { name: 'Ana Souza' });
    bench.api.put('ticket', 't1', { consumerId: 'c9' });
    await bench.clock.advance(31_000);
    expect((await bench.store.pendingEvents(10))[0]?.row.consumerName).toBe('Ana Souza');
    expect(bench.newCalls().filter(({ entity }) => entity === 'consumer')).toMatchObject([{ kind: 'get', id: 'c9' }]);
  });

  it('reads the tags when a ticket has an unknown one, and does not ask again for one that stays unknown', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.put('ticketTag', 'g1', { name: 'Urgente' });
    bench.api.put('ticket', 't1', { tagIds: ['g1', 'nowhere'] });
    await bench.clock.advance(31_000);
    expect((await bench.store.pendingEvents(10))[0]?.row.tags).toMatchObject([{ name: 'Urgente' }]);
    expect(bench.newCalls().filter(({ entity }) => entity === 'ticketTag')).toHaveLength(1);
    await bench.clock.advance(60_000);
    expect(bench.newCalls().filter(({ entity }) => entity === 'ticketTag')).toHaveLength(0);
  });

  it('stores the ticket all the same when its consumer cannot be had', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('notFound') : null);
    bench.api.put('ticket', 't1', { consumerId: 'gone' });
    await bench.clock.advance(31_000);
    expect(await bench.store.record('ticket', 't1')).not.toBeNull();
    expect(bench.passes.length).toBeGreaterThan(0);
  });
});
