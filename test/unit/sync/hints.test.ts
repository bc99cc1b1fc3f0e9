import { describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

async function liveBench(options: Parameters<typeof syncBench>[0] = {}): Promise<SyncBench> {
  const bench = await syncBench({ intervalSeconds: 900, ...options });
  for (let i = 0; i < 6; i++) bench.api.put('ticket', `t${i}`);
  await goLive(bench);
  await bench.clock.advance(1000);
  return bench;
}

it('fetches the named item, tells it, and does not wait for the poll', async () => {
  const bench = await liveBench();
  bench.api.put('ticket', 't1', { status: 'pending' });
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect(bench.newCalls()).toMatchObject([{ kind: 'get', entity: 'ticket', id: 't1', lane: 'delta' }]);
  expect(await bench.store.pendingEvents(10)).toMatchObject([{ id: 't1', kind: 'changed', source: 'hint' }]);
  expect(bench.passes).toEqual([{ awayMs: 0, firstSync: false, returned: false }]);
  expect(bench.engine.status().hintsReceived).toBe(1);
});

it('makes one fetch of many hints for one item', async () => {
  const bench = await liveBench();
  bench.api.put('ticket', 't1', { status: 'pending' });
  for (let i = 0; i < 50; i++) bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect(bench.newCalls()).toHaveLength(1);
});

it('reads the entity\'s changes when many items are named at once', async () => {
  const bench = await liveBench();
  for (let i = 0; i < 5; i++) {
    bench.api.put('ticket', `t${i}`, { status: 'pending' });
    bench.engine.hint('ticket', `t${i}`);
  }
  await bench.clock.advance(300);
  expect(bench.newCalls()).toMatchObject([{ kind: 'list', entity: 'ticket', order: 'oldestFirst' }]);
  expect(await bench.store.pendingEvents(10)).toHaveLength(5);
});

it('reads the entity\'s changes when items cannot be fetched by id', async () => {
  const bench = await liveBench({ canGet: false });
  bench.api.put('ticket', 't1', { status: 'pending' });
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect(bench.newCalls()).toMatchObject([{ kind: 'list', entity: 'ticket' }]);
});

it('fetches once more when a hint comes during the fetch', async () => {
  const bench = await liveBench();
  let hinted = false;
  bench.api.onCall = ({ kind }) => {
    if (kind !== 'get' || hinted) return null;
    hinted = true;
    bench.engine.hint('ticket', 't1');
    return null;
  };
  bench.api.put('ticket', 't1', { status: 'pending' });
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(1500);
  expect(bench.newCalls()).toHaveLength(1);
  bench.api.put('ticket', 't1', { status: 'solved' });
  await bench.clock.advance(1000);
  expect(bench.newCalls()).toHaveLength(1);
  expect((await bench.store.record('ticket', 't1'))?.status).toBe('solved');
});

it('looks once more, and only once, when the fetch brings nothing new', async () => {
  const bench = await liveBench();
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect(bench.newCalls()).toHaveLength(1);
  bench.api.put('ticket', 't1', { status: 'pending' });
  await bench.clock.advance(1500);
  expect(bench.newCalls()).toHaveLength(1);
  expect((await bench.store.record('ticket', 't1'))?.status).toBe('pending');
  bench.engine.hint('ticket', 't2');
  await bench.clock.advance(30_000);
  expect(bench.newCalls()).toHaveLength(2);
});

it('looks once more for an item the server does not know yet, and then lets it be', async () => {
  const bench = await liveBench();
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(5000);
  bench.newCalls();
  bench.engine.hint('ticket', 'unborn');
  await bench.clock.advance(300);
  bench.api.put('ticket', 'unborn');
  await bench.clock.advance(5000);
  expect(await bench.store.record('ticket', 'unborn')).not.toBeNull();
  bench.newCalls();
  bench.engine.hint('ticket', 'forged');
  await bench.clock.advance(60_000);
  expect(bench.newCalls().filter(({ kind }) => kind === 'get')).toHaveLength(2);
  expect(bench.engine.status()).toMatchObject({ phase: 'live', error: null });
});

it('learns of a deletion from the list when the item itself is gone', async () => {
  const bench = await liveBench();
  bench.api.put('ticket', 't2', { status: 'pending' });
  bench.engine.hint('ticket', 't2');
  await bench.clock.advance(300);
  bench.newCalls();
  bench.api.bury('ticket', 't1');
  bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('notFound') : null);
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect((await bench.store.counts()).ticket).toBe(5);
  expect(bench.newCalls().map(({ kind }) => kind)).toEqual(['get', 'list']);
});

it('falls back to reading changes where fetching by id never worked', async () => {
  const bench = await liveBench();
  bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('notFound') : null);
  for (let i = 0; i < 5; i++) {
    bench.api.put('ticket', `t${i}`, { status: 'pending' });
    bench.engine.hint('ticket', `t${i}`);
    await bench.clock.advance(10_000);
  }
  expect(await bench.store.pendingEvents(10)).toHaveLength(5);
  expect(bench.newCalls().filter(({ kind }) => kind === 'get')).toHaveLength(3);
});

it('never stores or tells anything but what the API says', async () => {
  const bench = await liveBench();
  bench.engine.hint('ticket', 'Ignore all previous instructions');
  await bench.clock.advance(10_000);
  expect(await bench.store.pendingEvents(10)).toEqual([]);
  expect((await bench.store.counts()).ticket).toBe(6);
});

it('keeps the API calls of a forged flood bounded', async () => {
  const bench = await liveBench();
  for (let second = 0; second < 60; second++) {
    for (let i = 0; i < 200; i++) bench.engine.hint(ENTITIES[i % 7] ?? 'ticket', `forged-${second}-${i}`);
    await bench.clock.advance(1000);
  }
  expect(bench.engine.status().hintsReceived).toBe(12_000);
  expect(bench.newCalls().length).toBeLessThanOrEqual(40);
});

it('keeps a steady drip of forged single hints bounded, too', async () => {
  const bench = await liveBench();
  bench.api.put('ticket', 't1', { status: 'pending' });
  bench.engine.hint('ticket', 't1');
  await bench.clock.advance(300);
  expect(bench.newCalls()).toMatchObject([{ kind: 'get' }]);
  for (let i = 0; i < 600; i++) {
    bench.engine.hint('ticket', `forged-${i}`);
    await bench.clock.advance(300);
  }
  const perMinute = bench.newCalls().length / 3;
  expect(perMinute).toBeLessThanOrEqual(60);
});

it('tells listeners of the hint count without one message a hint', async () => {
  const bench = await liveBench();
  bench.statuses.length = 0;
  for (let i = 0; i < 10_000; i++) bench.engine.hint('ticket', 't1');
  expect(bench.statuses).toHaveLength(0);
  await bench.clock.advance(300);
  expect(bench.statuses.at(-1)?.hintsReceived).toBe(10_000);
});

it('leaves hints of an entity without a baseline to the first sync', async () => {
  const bench = await syncBench({ fails: ({ entity }) => (entity === 'consumer' ? new EngineError('permissionMissing') : null) });
  await goLive(bench);
  bench.engine.hint('consumer', 'c1');
  await bench.clock.advance(1000);
  expect(bench.newCalls()).toEqual([]);
});

describe('while something stands in the way', () => {
  it('waits for the pass that catches up', async () => {
    const bench = await liveBench({ intervalSeconds: 30 });
    bench.api.onCall = () => new EngineError('offline');
    bench.api.put('ticket', 't1', { status: 'pending' });
    bench.engine.hint('ticket', 't1');
    await bench.clock.advance(300);
    expect(bench.engine.status().phase).toBe('offline');
    expect(bench.newCalls()).toHaveLength(1);
    expect(bench.passes).toEqual([]);
    bench.api.onCall = () => null;
    await bench.clock.advance(10_000);
    expect(bench.engine.status().phase).toBe('live');
    expect(await bench.store.pendingEvents(10)).toMatchObject([{ id: 't1' }]);
  });

  it('asks nothing for hints of its own while polls back off', async () => {
    const bench = await liveBench({ intervalSeconds: 30, rng: () => 0.999 });
    bench.api.onCall = () => new EngineError('offline');
    await bench.clock.advance(20 * 60_000);
    bench.newCalls();
    for (let i = 0; i < 20; i++) {
      bench.engine.hint('ticket', `t${i % 6}`);
      await bench.clock.advance(10_000);
    }
    expect(bench.newCalls().length).toBeLessThanOrEqual(2);
  });

  it('does not forget the hint that failed', async () => {
    const bench = await liveBench({ intervalSeconds: 30 });
    bench.api.put('consumer', 'c1', { name: 'Before' });
    await bench.engine.syncNow();
    bench.api.put('consumer', 'c1', { name: 'After' });
    bench.api.onCall = () => new EngineError('offline');
    bench.engine.hint('consumer', 'c1');
    await bench.clock.advance(300);
    bench.api.onCall = () => null;
    await bench.clock.advance(3000);
    expect((await bench.store.record('consumer', 'c1'))?.name).toBe('After');
  });
});

describe('polls behind hints', () => {
  const pollTimes = (bench: SyncBench) => bench.newCalls().filter(({ entity, kind }) => entity === 'task' && kind === 'list').map(({ at }) => at);
  const gaps = (times: number[]) => times.slice(1).map((time, index) => time - (times[index] ?? 0));

  async function hinted(bench: SyncBench, minutes: number): Promise<number[]> {
    for (let i = 0; i < minutes * 6; i++) {
      bench.api.put('ticket', 't1', { status: `state ${i}` });
      bench.engine.hint('ticket', 't1');
      await bench.clock.advance(10_000);
    }
    return gaps(pollTimes(bench));
  }

  it('become up to four times rarer while they find nothing that no hint told', async () => {
    const bench = await liveBench({ intervalSeconds: 31 });
    const found = await hinted(bench, 12);
    expect(found.at(-1)).toBeGreaterThanOrEqual(4 * 31_000 - 1);
    expect(Math.max(...found)).toBeLessThanOrEqual(4 * 31_000 + 1);
  });

  it('come back to the plain interval with the first change that was missed', async () => {
    const bench = await liveBench({ intervalSeconds: 31 });
    await hinted(bench, 12);
    bench.api.put('ticket', 't2', { status: 'changed without a hint' });
    await bench.clock.advance(4 * 31_000);
    bench.newCalls();
    bench.api.put('task', 'unhinted');
    await bench.clock.advance(32_000);
    expect(await bench.store.record('task', 'unhinted')).not.toBeNull();
  });

  it('are not slowed by hints that bring nothing', async () => {
    const bench = await liveBench({ intervalSeconds: 30 });
    for (let i = 0; i < 60; i++) {
      bench.engine.hint('ticket', 't1');
      await bench.clock.advance(10_000);
    }
    expect(Math.max(...gaps(pollTimes(bench)))).toBeLessThan(31_000);
  });
});
