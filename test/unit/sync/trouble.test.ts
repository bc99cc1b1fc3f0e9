import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import type { PageCommit, PageOutcome } from '../../../core/store/store.ts';
import { T0 } from '../../support/records.ts';
import { goLive, syncBench } from '../../support/sync-bench.ts';
import type { SyncBench } from '../../support/sync-bench.ts';

const MINUTE = 60_000;

/** Monotonic times at which something was asked, calls of one moment counted once. */
function moments(bench: SyncBench): number[] {
  return [...new Set(bench.newCalls().map(({ at }) => at))];
}

describe('a server that cannot be reached', () => {
  it('is tried with growing waits of one second to five minutes', async () => {
    const bench = await syncBench({ rng: () => 0.999, fails: () => new EngineError('unreachable') });
    bench.engine.start();
    await bench.clock.advance(60 * MINUTE);
    const times = moments(bench);
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits[0]).toBeGreaterThanOrEqual(1000);
    expect(waits[0]).toBeLessThan(2001);
    expect(Math.max(...waits)).toBeLessThanOrEqual(5 * MINUTE);
    expect(waits.at(-1)).toBeGreaterThan(4 * MINUTE);
    expect(bench.engine.status()).toMatchObject({ phase: 'offline', error: { code: 'unreachable' } });
  });

  it('never waits less than a second, whatever the dice say', async () => {
    const bench = await syncBench({ rng: () => 0, fails: () => new EngineError('unreachable') });
    bench.engine.start();
    await bench.clock.advance(30_000);
    expect(moments(bench).length).toBeLessThanOrEqual(31);
  });

  it('comes back by itself and clears the error', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = () => new EngineError('offline');
    await bench.clock.advance(2 * MINUTE);
    expect(bench.passes).toEqual([]);
    expect(bench.engine.status().phase).toBe('offline');
    bench.api.onCall = () => null;
    bench.api.put('ticket', 't1');
    await bench.clock.advance(5 * MINUTE);
    expect(bench.engine.status()).toMatchObject({ phase: 'live', error: null });
    expect(await bench.store.record('ticket', 't1')).not.toBeNull();
  });
});

describe('a blocked address', () => {
  it('is left alone until the deadline, by sync now, wake and hints as well', async () => {
    const bench = await syncBench();
    await goLive(bench);
    const until = bench.clock.now() + 30_000 + 10 * MINUTE;
    bench.api.onCall = () => new EngineError('blocked', { params: { until } });
    await bench.clock.advance(31_000);
    expect(bench.engine.status()).toMatchObject({ phase: 'blocked', error: { code: 'blocked' } });
    bench.newCalls();
    for (let i = 0; i < 9; i++) {
      await bench.engine.syncNow();
      bench.engine.wake();
      bench.engine.hint('ticket', 't1');
      await bench.clock.advance(MINUTE);
    }
    expect(bench.newCalls()).toEqual([]);
    bench.api.onCall = () => null;
    await bench.clock.advance(2 * MINUTE);
    expect(bench.engine.status()).toMatchObject({ phase: 'live', error: null });
  });
});

it.each([-24 * 60 * MINUTE, 24 * 60 * MINUTE])('a block ends in time although the clock jumps by %d', async (jump) => {
  const bench = await syncBench();
  await goLive(bench);
  const until = bench.clock.now() + 30_000 + 10 * MINUTE;
  bench.api.onCall = () => new EngineError('blocked', { params: { until } });
  await bench.clock.advance(31_000);
  bench.clock.jumpWall(jump);
  bench.api.onCall = () => null;
  await bench.clock.advance(11 * MINUTE);
  expect(bench.engine.status().phase).toBe('live');
});

describe('a session that is over', () => {
  it.each(['signedOut', 'refreshTokenRejected'] as const)('%s: stops, and begins again with a new start', async (code) => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = () => new EngineError(code);
    await bench.clock.advance(31_000);
    expect(bench.engine.status()).toMatchObject({ phase: 'stopped', error: { code } });
    bench.newCalls();
    await bench.engine.syncNow();
    bench.engine.wake();
    bench.engine.hint('ticket', 't1');
    await bench.clock.advance(60 * MINUTE);
    expect(bench.newCalls()).toEqual([]);
    bench.api.onCall = () => null;
    bench.engine.start();
    await bench.clock.advance(1000);
    expect(bench.engine.status()).toMatchObject({ phase: 'live', error: null });
  });
});

describe('one entity that fails alone', () => {
  it('does not hold up the others for long: they are told after three tries', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = ({ entity }) => (entity === 'task' ? new EngineError('wrongShape') : null);
    bench.api.put('ticket', 't1');
    await bench.clock.advance(30_000);
    expect(bench.passes).toEqual([]);
    await bench.clock.advance(MINUTE);
    expect(bench.passes.length).toBeGreaterThan(0);
    expect(bench.engine.status()).toMatchObject({ phase: 'live', error: { code: 'wrongShape' }, missingPermissions: [] });
  });

  it('is honest about completeness: it stays at the time of what could be read', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = ({ entity }) => (entity === 'task' ? new EngineError('wrongShape') : null);
    await bench.clock.advance(10 * MINUTE);
    expect(bench.engine.status().completeUpTo).toBeLessThanOrEqual(T0 + 1000);
  });

  it('is tried again later', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = ({ entity }) => (entity === 'task' ? new EngineError('wrongShape') : null);
    await bench.clock.advance(2 * MINUTE);
    bench.api.onCall = () => null;
    bench.api.put('task', 'k1');
    await bench.clock.advance(6 * MINUTE);
    expect(await bench.store.record('task', 'k1')).not.toBeNull();
    expect(bench.engine.status().error).toBeNull();
  });

  it('loses its permission: the rest is live at once, it is tried again in an hour', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = ({ entity }) => (entity === 'ticket' ? new EngineError('permissionMissing') : null);
    await bench.clock.advance(31_000);
    expect(bench.engine.status()).toMatchObject({ phase: 'live', missingPermissions: ['ticket'], error: null });
    bench.newCalls();
    await bench.clock.advance(50 * MINUTE);
    expect(bench.newCalls().filter(({ entity }) => entity === 'ticket')).toEqual([]);
    bench.api.onCall = () => null;
    await bench.clock.advance(15 * MINUTE);
    expect(bench.engine.status().missingPermissions).toEqual([]);
  });

  it('when nothing at all can be read, nothing is told and it is not called live', async () => {
    const bench = await syncBench();
    await goLive(bench);
    bench.api.onCall = () => new EngineError('serverError', { params: { status: 500 } });
    await bench.clock.advance(10 * MINUTE);
    expect(bench.passes).toEqual([]);
    expect(bench.engine.status()).toMatchObject({ phase: 'catchingUp', error: { code: 'serverError' } });
  });
});

it('takes a broken store for trouble of its own and goes on when it works again', async () => {
  const bench = await syncBench();
  await goLive(bench);
  const broken = bench.store as { commitPage: (commit: PageCommit) => Promise<PageOutcome> };
  const { commitPage } = broken;
  broken.commitPage = () => Promise.reject(new EngineError('storageUnavailable'));
  await bench.clock.advance(31_000);
  expect(bench.engine.status()).toMatchObject({ phase: 'catchingUp', error: { code: 'storageUnavailable' } });
  broken.commitPage = commitPage;
  await bench.clock.advance(MINUTE);
  expect(bench.engine.status()).toMatchObject({ phase: 'live', error: null });
});
