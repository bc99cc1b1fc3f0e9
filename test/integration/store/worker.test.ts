import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { openStore } from '../../../core/store/worker/remote.ts';
import { spawnStoreWorker } from '../../../core/store/worker/spawn.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { TEST_KEY, expectOpen, tempFolder } from '../../support/temp-store.ts';

const PROGRAM = new URL('../../../core/store/worker/entry.ts', import.meta.url);

describe('the store in a real worker thread', () => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  const toClose: OpenedStore[] = [];
  beforeEach(async () => {
    folder = await tempFolder();
  });
  afterEach(async () => {
    for (const opened of toClose.splice(0)) await opened.store.close();
    await folder.remove();
  });
  const open = async (spawn = () => spawnStoreWorker(PROGRAM)): Promise<OpenedStore> => {
    const opened = expectOpen(await openStore({ directory: folder.path, key: TEST_KEY, spawn, clock: systemClock() }));
    toClose.push(opened);
    return opened;
  };

  it('answers like the store it stands for, in order, and finds everything after a restart', async () => {
    const { store, state, outcome } = await open();
    expect(outcome).toBe('created');
    const bytes = Uint8Array.from([1, 2, 3]);
    const answers = await Promise.all([
      store.commitPage(page('ticket', [ticket('a', { subject: 'Ção' })])), store.lookup('cao', 5), store.record('ticket', 'a'), state.set('k', bytes), state.get('k'),
    ]);
    expect(answers[0].created).toEqual(['a']);
    expect(answers[1]).toMatchObject([{ id: 'a' }]);
    expect(answers[2]).toEqual(ticket('a', { subject: 'Ção' }));
    expect(answers[4]).toEqual(bytes);
    await store.close();
    await expect(store.counts()).rejects.toBeInstanceOf(EngineError);

    const again = await open();
    expect(again).toMatchObject({ outcome: 'opened', stateOutcome: 'opened' });
    expect([(await again.store.counts()).ticket, await again.state.get('k')]).toEqual([1, bytes]);
  });

  it('shows that opening goes on while the schema is brought up, before it answers', async () => {
    const heard: unknown[] = [];
    await open(() => {
      const worker = spawnStoreWorker(PROGRAM);
      worker.on('message', (reply) => heard.push(reply.ok));
      return worker;
    });
    expect(heard.lastIndexOf('underWay')).toBeGreaterThan(20);
    expect(heard.indexOf(true)).toBe(heard.lastIndexOf('underWay') + 1);
  });

  it('takes over the rules that explain a claim, which come as a map', async () => {
    const { store } = await open();
    await store.commitPage(page('ticket', [ticket('a')]));
    const [event] = await store.pendingEvents(1);
    const seq = event?.seq ?? 0;
    await store.claimToast({ id: 't', kind: 'item', claimedAt: T0, seqs: [seq] }, { rules: new Map([[seq, { id: 'mine', name: 'Mine first' }]]), summary: null });
    const { entries } = await store.ledgerPage({ item: null, search: 'first', offset: 0, limit: 5, now: T0 });
    expect(entries).toMatchObject([{ seq, decision: 'toast', rule: 'mine', ruleName: 'Mine first' }]);
  });

  it('brings errors over as what they were', async () => {
    const { store, state } = await open();
    const broken = { ...ticket('bad'), customFields: null } as never;
    const error = await store.commitPage(page('ticket', [broken])).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(EngineError);
    expect(error).toMatchObject({ code: 'internal', retry: false });
    await expect(state.set('k', (() => undefined) as never)).rejects.toMatchObject({ code: 'internal' });
    expect((await store.counts()).ticket).toBe(0);
  });

  it('rejects waiting calls when the thread is gone, and opens anew with what was committed', async () => {
    let worker: Worker | null = null;
    const opened = await open(() => (worker = new Worker(PROGRAM)));
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a')]));
    const died = new Promise((resolve) => opened.onDied(resolve));
    const waiting = Array.from({ length: 50 }, () => store.lookup('subject', 50).then(() => 'answered', (error: unknown) => (error as EngineError).code));
    await (worker as Worker | null)?.terminate();
    expect(await died).toMatchObject({ code: 'storageUnavailable', retry: true });
    expect(new Set(await Promise.all(waiting)).has('storageUnavailable')).toBe(true);
    const again = await open();
    expect([again.outcome, (await again.store.counts()).ticket]).toEqual(['opened', 1]);
  });

  it('says so when the program of the thread is missing', async () => {
    const missing = new URL('./no-such-program.ts', import.meta.url);
    await expect(openStore({ directory: folder.path, key: TEST_KEY, spawn: () => new Worker(missing), clock: systemClock() }))
      .rejects.toMatchObject({ code: 'storageUnavailable' });
  });

  it('answers to the names of its calls alone', async () => {
    const worker = new Worker(PROGRAM);
    const ask = (message: object) => new Promise<{ ok: boolean }>((resolve) => {
      worker.once('message', resolve);
      worker.postMessage(message);
    });
    const call = { id: 2, do: 'call', port: 'store', args: [] };
    expect((await ask({ ...call, name: 'counts' })).ok).toBe(false);
    expect((await ask({ id: 1, do: 'open', location: { directory: 'memory', key: null, now: T0 } })).ok).toBe(true);
    for (const name of ['constructor', '__proto__', 'toString', 'exec']) expect((await ask({ ...call, name })).ok).toBe(false);
    expect((await ask({ ...call, name: 'counts' })).ok).toBe(true);
    const ended = new Promise((resolve) => worker.once('exit', resolve));
    expect((await ask({ ...call, name: 'close' })).ok).toBe(true);
    expect(await ended).toBe(0);
  });
});
