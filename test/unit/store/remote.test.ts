import { describe, expect, it } from 'vitest';
import type { StoreReply, StoreRequest } from '../../../core/store/worker/protocol.ts';
import { openStore } from '../../../core/store/worker/remote.ts';
import type { StorePort } from '../../../core/store/worker/remote.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { TEST_KEY, expectOpen } from '../../support/temp-store.ts';

const FOUND = { outcome: 'opened', movedTo: null, stateOutcome: 'opened', stateMovedTo: null, driver: 'libsql' } as const;

/** A worker that answers what a test says, or nothing. */
function fakeWorker(answer: (request: StoreRequest) => StoreReply | null) {
  const listeners = new Map<string, (value: never) => void>();
  const asked: StoreRequest[] = [];
  let terminated = 0;
  const port = {
    on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
    postMessage: (request: StoreRequest) => {
      asked.push(structuredClone(request));
      const reply = answer(request);
      if (reply) queueMicrotask(() => listeners.get('message')?.(reply as never));
    },
    terminate: async () => {
      terminated += 1;
      listeners.get('exit')?.(1 as never);
    },
  } as StorePort;
  return { port, asked, terminated: () => terminated, emit: (event: string, value: unknown) => listeners.get(event)?.(value as never) };
}
const opening = (request: StoreRequest): StoreReply | null => (request.do === 'open' ? { id: request.id, ok: true, value: FOUND } : null);

describe('the main thread\'s end of the store', () => {
  it('sends the key in a buffer of its own and leaves the caller\'s alone', async () => {
    const worker = fakeWorker(opening);
    const pool = Buffer.concat([Buffer.from(TEST_KEY), Buffer.from('a neighbour')]);
    await openStore({ directory: '/x', key: pool.subarray(0, 32), spawn: () => worker.port, clock: fakeClock(5) });
    const [request] = worker.asked;
    expect(request).toMatchObject({ do: 'open', location: { directory: '/x', now: 5 } });
    expect(request?.do === 'open' ? request.location.key?.buffer.byteLength : 0).toBe(32);
    expect(pool[1]).toBe(TEST_KEY[1]);
  });

  it('rejects what waits and what comes later when the thread dies, and says so once', async () => {
    const worker = fakeWorker(opening);
    const opened = expectOpen(await openStore({ directory: '/x', key: null, spawn: () => worker.port, clock: fakeClock() }));
    const deaths: string[] = [];
    opened.onDied((error) => deaths.push(error.code));
    const waiting = [opened.store.counts(), opened.state.get('k')].map((call) => call.then(() => 'answered', (error: { code: string }) => error.code));
    worker.emit('error', new Error('out of memory'));
    worker.emit('exit', 1);
    expect(await Promise.all(waiting)).toEqual(['storageUnavailable', 'storageUnavailable']);
    await expect(opened.store.counts()).rejects.toMatchObject({ code: 'storageUnavailable', retry: true });
    expect(deaths).toEqual(['storageUnavailable']);
    await opened.store.close();
  });

  it('ends a thread that does not close in time, without calling it a death', async () => {
    const worker = fakeWorker(opening);
    const clock = fakeClock();
    const opened = expectOpen(await openStore({ directory: '/x', key: null, spawn: () => worker.port, clock }));
    let deaths = 0;
    opened.onDied(() => (deaths += 1));
    const stuck = opened.store.counts().catch((error: { code: string }) => error.code);
    const closing = opened.store.close();
    expect(opened.store.close()).toBe(closing);
    await clock.advance(1999);
    expect(worker.terminated()).toBe(0);
    await clock.advance(1);
    await closing;
    expect([worker.terminated(), deaths, await stuck]).toEqual([1, 0, 'storageUnavailable']);
  });

  it('gives up a thread that never answers to opening, even when that thread does not end', async () => {
    const worker = fakeWorker(() => null);
    const clock = fakeClock();
    const hanging = { ...worker.port, terminate: () => new Promise<never>(() => undefined) };
    const failed = openStore({ directory: '/x', key: null, spawn: () => hanging, clock }).then(() => null, (error: { code: string }) => error.code);
    await clock.advance(119_999);
    expect(clock.pending()).toBe(1);
    await clock.advance(1);
    expect([await failed, clock.pending()]).toEqual(['storageUnavailable', 0]);
  });

  it('waits for a thread that opens slowly while it shows that it goes on', async () => {
    const worker = fakeWorker(() => null);
    const clock = fakeClock();
    const opening2 = openStore({ directory: '/x', key: null, spawn: () => worker.port, clock }).then((opened) => opened.outcome, (error: { code: string }) => error.code);
    for (let minute = 0; minute < 10; minute++) {
      await clock.advance(100_000);
      worker.emit('message', { id: 1, ok: 'underWay' });
    }
    await clock.advance(119_999);
    expect(worker.terminated()).toBe(0);
    worker.emit('message', { id: 1, ok: true, value: FOUND });
    expect([await opening2, clock.pending()]).toEqual(['opened', 0]);
  });

  it('gives up a thread that went on and then fell silent', async () => {
    const worker = fakeWorker(() => null);
    const clock = fakeClock();
    const failed = openStore({ directory: '/x', key: null, spawn: () => worker.port, clock }).catch((error: { code: string }) => error.code);
    await clock.advance(100_000);
    worker.emit('message', { id: 1, ok: 'underWay' });
    await clock.advance(120_000);
    worker.emit('message', { id: 1, ok: 'underWay' });
    expect([await failed, worker.terminated(), clock.pending()]).toEqual(['storageUnavailable', 1, 0]);
  });

  it('gives up a thread that cannot open', async () => {
    const refusing = fakeWorker(({ id }) => ({ id, ok: false, error: { code: 'storageUnavailable', params: { reason: 'SQLITE_FULL' }, retry: true, cause: 'full' } }));
    const opening2 = openStore({ directory: '/x', key: null, spawn: () => refusing.port, clock: fakeClock() });
    await expect(opening2).rejects.toMatchObject({ code: 'storageUnavailable', params: { reason: 'SQLITE_FULL' }, retry: true });
    const newer = fakeWorker(({ id }) => ({ id, ok: true, value: { outcome: 'newerThanApp', file: 'cache.db' } }));
    expect(await openStore({ directory: '/x', key: null, spawn: () => newer.port, clock: fakeClock() })).toEqual({ outcome: 'newerThanApp', file: 'cache.db' });
    expect([refusing.terminated(), newer.terminated()]).toEqual([1, 1]);
  });
});
