import { describe, expect, it } from 'vitest';
import type { Entity } from '../../../contract/entity.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { ScriptedCall } from '../../support/scripted-api.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { BenchOptions, SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Ten tickets on pages of three, live. */
async function liveBench(options: BenchOptions & { tickets?: number } = {}): Promise<SyncBench> {
  const { tickets = 10, ...rest } = options;
  const bench = await syncBench({ intervalSeconds: 900, pageSize: 3, ...rest });
  for (let i = 0; i < tickets; i++) {
    bench.api.put('ticket', `t${i}`);
    bench.api.elapse(5 * MINUTE);
  }
  await goLive(bench);
  return bench;
}
const walks = (calls: ScriptedCall[], entity: Entity = 'ticket') => calls.filter((call) => call.lane === 'backfill' && call.kind === 'list' && call.entity === entity);
const gets = (calls: ScriptedCall[]) => calls.filter(({ kind }) => kind === 'get').map(({ id }) => id);
const goneOf = async ({ store }: SyncBench, id: string) => (await store.itemDetail('ticket', id))?.gone;

describe('reading whole lists', () => {
  it('begins half an hour after the first sync, and comes back after six hours', async () => {
    const bench = await liveBench();
    await bench.clock.advance(29 * MINUTE);
    expect(walks(bench.newCalls())).toEqual([]);
    await bench.clock.advance(20 * MINUTE);
    expect(walks(bench.newCalls()).map(({ cursor, order }) => [cursor, order])).toEqual([[null, 'newestFirst'], ['1', 'newestFirst'], ['2', 'newestFirst'], ['3', 'newestFirst']]);
    await bench.clock.advance(5.5 * HOUR);
    expect(walks(bench.newCalls())).toEqual([]);
    await bench.clock.advance(HOUR);
    expect(walks(bench.newCalls())).toHaveLength(4);
  });

  it('comes more often for short lists', async () => {
    const bench = await liveBench();
    bench.api.put('department', 'd0');
    await bench.clock.advance(HOUR);
    bench.newCalls();
    await bench.clock.advance(6 * HOUR);
    expect(walks(bench.newCalls(), 'department').length).toBeGreaterThanOrEqual(5);
  });

  it('costs at most a twentieth of all requests over a day, however long the lists', async () => {
    const perMinute = 2;
    const bench = await liveBench({ tickets: 300, intervalSeconds: 3600, requestsPerMinute: () => perMinute });
    await bench.clock.advance(2 * HOUR);
    bench.newCalls();
    await bench.clock.advance(4 * 24 * HOUR);
    const spent = bench.newCalls().filter(({ lane }) => lane === 'backfill').length;
    // One walk more than the average may fall into so few days.
    expect(spent).toBeGreaterThan(300);
    expect(spent).toBeLessThanOrEqual(0.05 * perMinute * 60 * 24 * 4 + 106);
  });

  it('goes on at the page where it was, after a restart', async () => {
    const bench = await liveBench();
    bench.api.onCall = ({ lane, cursor, entity }) => (lane === 'backfill' && entity === 'ticket' && cursor === '2' ? new EngineError('unreachable') : null);
    await bench.clock.advance(46 * MINUTE);
    const engine = await bench.restart();
    bench.api.onCall = () => null;
    bench.newCalls();
    engine.start();
    await bench.clock.advance(MINUTE);
    expect(walks(bench.newCalls()).map(({ cursor }) => cursor)).toEqual(['2', '3']);
    expect(await bench.store.reconcile('ticket')).toMatchObject({ walk: 1, under: null });
  });

  it('begins anew where the server refuses to go on', async () => {
    const bench = await liveBench();
    bench.api.onCall = ({ lane, cursor, entity }) => (lane === 'backfill' && entity === 'ticket' && cursor === '2' ? new EngineError('unreachable') : null);
    await bench.clock.advance(46 * MINUTE);
    bench.api.onCall = ({ lane, cursor, entity }) => (lane === 'backfill' && entity === 'ticket' && cursor === '2' ? new EngineError('wrongShape') : null);
    const engine = await bench.restart();
    engine.start();
    await bench.clock.advance(MINUTE);
    bench.api.onCall = () => null;
    bench.newCalls();
    await bench.clock.advance(HOUR);
    expect(walks(bench.newCalls()).map(({ cursor }) => cursor)).toEqual([null, '1', '2', '3']);
  });

  it('tells a change that polls had missed', async () => {
    const bench = await liveBench();
    // Dated back further than any overlap, as by a server whose clock was wrong.
    const before = bench.api.serverNow() - 20 * MINUTE;
    bench.api.put('ticket', 'late', { updatedAt: before, version: before });
    await bench.clock.advance(20 * MINUTE);
    expect(await bench.store.record('ticket', 'late')).toBeNull();
    await bench.clock.advance(30 * MINUTE);
    expect(await bench.store.pendingEvents(10)).toMatchObject([{ id: 'late', kind: 'new', source: 'poll' }]);
  });
});

describe('a row that the list does not hold any more', () => {
  it('is asked for, and not found', async () => {
    const bench = await liveBench();
    bench.api.vanish('ticket', 't4');
    await bench.clock.advance(50 * MINUTE);
    expect(await goneOf(bench, 't4')).toBe('notFound');
    expect((await bench.store.counts()).ticket).toBe(9);
    expect(walks(bench.newCalls())).toHaveLength(3);
  });

  it('is asked for, and refused', async () => {
    const bench = await liveBench();
    bench.api.hide('ticket', 't4', 'refused');
    await bench.clock.advance(50 * MINUTE);
    expect(await goneOf(bench, 't4')).toBe('forbidden');
  });

  it('is asked for, and still given: a second walk decides that it is not listed', async () => {
    const bench = await liveBench();
    bench.api.hide('ticket', 't4', 'given');
    await bench.clock.advance(50 * MINUTE);
    expect(await goneOf(bench, 't4')).toBe('unlisted');
    expect(walks(bench.newCalls())).toHaveLength(6);
  });

  it('is not listed, by the word of two walks, where rows cannot be asked for one by one', async () => {
    const bench = await liveBench({ canGet: false });
    bench.api.vanish('ticket', 't4');
    await bench.clock.advance(50 * MINUTE);
    expect(await goneOf(bench, 't4')).toBe('unlisted');
    expect(walks(bench.newCalls())).toHaveLength(6);
  });

  it('is not called lost when asking by id never works: the profile is wrong about that', async () => {
    const bench = await liveBench();
    bench.api.vanish('ticket', 't4');
    bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('notFound') : null);
    await bench.clock.advance(50 * MINUTE);
    expect(await goneOf(bench, 't4')).toBe('unlisted');
  });

  it('comes back with the list that shows it again', async () => {
    const bench = await liveBench();
    bench.api.hide('ticket', 't4', 'given');
    await bench.clock.advance(50 * MINUTE);
    bench.api.hide('ticket', 't4', 'shown');
    await bench.clock.advance(7 * HOUR);
    expect(await goneOf(bench, 't4')).toBe(null);
  });

  it('that slipped past the walk stays: the second walk meets it', async () => {
    const bench = await liveBench({ totals: false });
    let slipped = false;
    bench.api.onCall = ({ lane, cursor, entity }) => {
      if (lane !== 'backfill' || entity !== 'ticket' || cursor !== '1' || slipped) return;
      slipped = true;
      // Pages move up by one, so the first row of this page is on the one that was read.
      bench.api.vanish('ticket', 't9');
    };
    await bench.clock.advance(50 * MINUTE);
    expect(slipped).toBe(true);
    expect((await bench.store.counts()).ticket).toBe(9);
    expect(await goneOf(bench, 't9')).toBe('notFound');
  });

  it('that is updated behind the walk needs no question: the poll met it', async () => {
    const bench = await liveBench({ intervalSeconds: 10 });
    let moved = false;
    bench.api.onCall = ({ lane, cursor, entity }) => {
      if (lane !== 'backfill' || entity !== 'ticket' || cursor !== '2' || moved) return;
      moved = true;
      bench.api.put('ticket', 't0', { status: 'moved to the top' });
      return bench.engine.syncNow().then(() => null);
    };
    await bench.clock.advance(50 * MINUTE);
    expect(moved).toBe(true);
    expect(gets(bench.newCalls())).toEqual([]);
    expect((await bench.store.counts()).ticket).toBe(10);
  });
});

it('a large part of the rows missing is not believed: a second walk comes before any question', async () => {
  const bench = await liveBench({ tickets: 90, pageSize: 50 });
  for (let i = 0; i < 70; i++) bench.api.hide('ticket', `t${i}`, 'given');
  let listed = 0;
  bench.api.onCall = ({ lane, entity, kind }) => {
    if (lane === 'backfill' && entity === 'ticket' && kind === 'list' && ++listed === 2) for (let i = 0; i < 70; i++) bench.api.hide('ticket', `t${i}`, 'shown');
  };
  await bench.clock.advance(50 * MINUTE);
  expect(gets(bench.newCalls())).toEqual([]);
  expect((await bench.store.counts()).ticket).toBe(90);
});

it('without totals, a row that a hard deletion pushed over a page edge during the first sync comes with reconciling', async () => {
  const bench = await syncBench({ pageSize: 2, totals: false, intervalSeconds: 900 });
  for (let i = 0; i < 7; i++) {
    bench.api.put('ticket', `t${i}`);
    bench.api.elapse(HOUR);
  }
  bench.api.onCall = ({ entity, cursor, lane }) => {
    if (entity === 'ticket' && lane === 'backfill' && cursor === '1') bench.api.vanish('ticket', 't6');
  };
  await goLive(bench);
  expect(await bench.store.record('ticket', 't4')).toBeNull();
  await bench.clock.advance(50 * MINUTE);
  expect(await bench.store.record('ticket', 't4')).not.toBeNull();
  expect(await goneOf(bench, 't6')).toBe('notFound');
});

it('where the server orders as it likes, a row that moved past the reader comes with reconciling', async () => {
  const bench = await syncBench({ pageSize: 2, totals: false, intervalSeconds: 900, believes: { since: false, sorted: false }, honours: { since: false, sorted: true } });
  for (let i = 0; i < 7; i++) {
    bench.api.put('ticket', `t${i}`);
    bench.api.elapse(HOUR);
  }
  await goLive(bench);
  let missed = false;
  // Newest first whatever was asked: while page two is asked for, a row of it goes to the front, and one is hidden behind the edge.
  bench.api.onCall = ({ entity, cursor, lane }) => {
    if (missed || entity !== 'ticket' || lane !== 'delta' || cursor !== '1') return;
    missed = true;
    bench.api.vanish('ticket', 't6');
    bench.api.put('ticket', 't4', { status: 'slipped by' });
  };
  await bench.clock.advance(16 * MINUTE);
  bench.api.onCall = () => null;
  await bench.clock.advance(50 * MINUTE);
  expect(missed).toBe(true);
  expect((await bench.store.record('ticket', 't4'))?.status).toBe('slipped by');
  expect((await bench.store.counts()).ticket).toBe(6);
});
