import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { BenchOptions, SyncBench } from '../../support/sync-bench.ts';

const HOUR = 60 * 60_000;

/** Six tickets, live; fetching by id has worked once. */
async function liveBench(options: BenchOptions = {}): Promise<SyncBench> {
  const bench = await syncBench({ intervalSeconds: 900, ...options });
  for (let i = 0; i < 6; i++) bench.api.put('ticket', `t${i}`);
  bench.api.put('department', 'd0');
  bench.api.elapse(HOUR);
  await goLive(bench);
  bench.engine.hint('ticket', 't5');
  await bench.clock.advance(3000);
  bench.newCalls();
  return bench;
}
const goneOf = async ({ store }: SyncBench, id: string) => (await store.itemDetail('ticket', id))?.gone;
const hinted = async (bench: SyncBench, id: string): Promise<void> => {
  bench.engine.hint('ticket', id);
  await bench.clock.advance(300);
};

describe('a row that a hint names', () => {
  it('is marked as not found when the server does not know it any more', async () => {
    const bench = await liveBench();
    bench.api.vanish('ticket', 't1');
    await hinted(bench, 't1');
    expect(await goneOf(bench, 't1')).toBe('notFound');
    expect((await bench.store.counts()).ticket).toBe(5);
  });

  it('is marked as forbidden when it is refused although others are not', async () => {
    const bench = await liveBench();
    bench.api.hide('ticket', 't1', 'refused');
    await hinted(bench, 't1');
    expect(await goneOf(bench, 't1')).toBe('forbidden');
  });

  it('stays when every item is refused: that is a missing right, and says nothing of this one', async () => {
    const bench = await liveBench();
    await bench.clock.advance(5 * 60_000);
    bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('permissionMissing') : null);
    await hinted(bench, 't1');
    expect((await bench.store.counts()).ticket).toBe(6);
    expect(await goneOf(bench, 't1')).toBe(null);
  });

  it('stays when every item is not found: the path is wrong, or was changed', async () => {
    const bench = await liveBench();
    await bench.clock.advance(5 * 60_000);
    bench.api.onCall = ({ kind }) => (kind === 'get' ? new EngineError('notFound') : null);
    for (const id of ['t1', 't2', 't3', 't4']) await hinted(bench, id);
    expect((await bench.store.counts()).ticket).toBe(6);
  });

  it('is a tombstone, and not lost, when the list says that it was deleted', async () => {
    const bench = await liveBench();
    bench.api.bury('ticket', 't1');
    bench.api.onCall = ({ kind, id }) => (kind === 'get' && id === 't1' ? new EngineError('notFound') : null);
    await hinted(bench, 't1');
    expect(await goneOf(bench, 't1')).toBe('deleted');
  });

  it('comes back when the server shows it again', async () => {
    const bench = await liveBench();
    bench.api.hide('ticket', 't1', 'refused');
    await hinted(bench, 't1');
    bench.api.hide('ticket', 't1', 'shown');
    await bench.clock.advance(3000);
    await hinted(bench, 't1');
    expect(await goneOf(bench, 't1')).toBe(null);
  });
});

it('a page that was asked for before does not bring back a row that was found gone meanwhile', async () => {
  const bench = await liveBench();
  let release: () => void = () => undefined;
  bench.api.onReply = ({ lane, entity }) => (lane === 'backfill' && entity === 'ticket' ? new Promise((resolve) => (release = resolve)) : undefined);
  await bench.clock.advance(HOUR);
  expect(bench.newCalls().filter(({ lane, entity }) => lane === 'backfill' && entity === 'ticket')).toHaveLength(1);
  bench.api.vanish('ticket', 't1');
  await hinted(bench, 't1');
  expect(await goneOf(bench, 't1')).toBe('notFound');
  release();
  await bench.clock.advance(100);
  expect(await goneOf(bench, 't1')).toBe('notFound');
  // What was withheld is asked for again, in case the page knew better.
  bench.newCalls();
  await bench.clock.advance(5000);
  expect(bench.newCalls().find(({ kind }) => kind === 'get')).toMatchObject({ id: 't1' });
  expect(await goneOf(bench, 't1')).toBe('notFound');
});

it('a list that is forbidden as a whole marks nothing as gone', async () => {
  const bench = await liveBench();
  bench.api.onCall = ({ entity }) => (entity === 'ticket' ? new EngineError('permissionMissing') : null);
  await bench.clock.advance(8 * HOUR);
  expect(bench.engine.status().missingPermissions).toEqual(['ticket']);
  expect((await bench.store.counts()).ticket).toBe(6);
});
