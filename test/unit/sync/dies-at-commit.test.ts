import { expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import type { Store } from '../../../core/store/store.ts';
import { syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;
const ROWS = ['t1', 't2', 't3', 't4', 't5'];

/** A bench whose store takes so many commits and then none, until it is told to go on: what is stored then is what a death at that moment leaves. */
async function mortalBench(): Promise<SyncBench & { dieAfter(commits: number): void; commits(): number }> {
  let left = Infinity;
  let taken = 0;
  const wrap = (store: Store): Store => ({
    ...store,
    commitPage(page) {
      if (left <= 0) return Promise.reject(new EngineError('storageUnavailable', { retry: true }));
      left -= 1;
      taken += 1;
      return store.commitPage(page);
    },
  });
  const bench = await syncBench({ pageSize: 2, wrap });
  return Object.assign(bench, { dieAfter: (commits: number) => void (left = commits), commits: () => taken });
}

/** Rows that changed minutes apart, so that reading two minutes again does not bring back what was skipped. */
function change(bench: SyncBench, status: string): void {
  for (const id of ROWS) {
    bench.api.elapse(5 * MINUTE);
    bench.api.put('ticket', id, { status });
  }
  bench.api.elapse(5 * MINUTE);
}

async function missing(bench: SyncBench): Promise<string[]> {
  const rows = [...bench.api.visible('ticket')];
  const stored = await Promise.all(rows.map(async ([id, row]) => ((await bench.store.record('ticket', id))?.version === row.version ? [] : [id])));
  return stored.flat();
}

/** The store refuses everything after so many commits; then another process begins on what is there. Returns how many the whole way takes. */
async function play(bench: Awaited<ReturnType<typeof mortalBench>>, commits: number): Promise<number> {
  const before = bench.commits();
  bench.dieAfter(commits);
  await bench.clock.advance(40_000);
  const taken = bench.commits() - before;
  bench.dieAfter(Infinity);
  const engine = await bench.restart();
  engine.start();
  await bench.clock.advance(5 * MINUTE);
  return taken;
}

/** Dies before the first commit, then before the second, and so on until nobody dies any more. Returns at how many it died. */
async function dieEverywhere(prepare: (bench: SyncBench) => Promise<void>): Promise<number> {
  for (let commits = 0; commits < 100; commits++) {
    const bench = await mortalBench();
    await prepare(bench);
    const taken = await play(bench, commits);
    expect(await missing(bench), `after ${commits} commits`).toEqual([]);
    if (taken < commits) return commits;
  }
  throw new Error('there is no end of commits');
}

it('a first sync that dies before any of its commits goes on without a gap: no place in the list is stored before its rows', async () => {
  const deaths = await dieEverywhere(async (bench) => {
    change(bench, 'open');
    bench.engine.start();
    await Promise.resolve();
  });
  expect(deaths).toBeGreaterThan(5);
});

it('a reading of changes that dies before any of its commits misses none: no watermark is stored before its rows', async () => {
  const deaths = await dieEverywhere(async (bench) => {
    change(bench, 'open');
    bench.engine.start();
    await bench.clock.advance(1_000);
    change(bench, 'closed');
  });
  expect(deaths).toBeGreaterThan(5);
});
