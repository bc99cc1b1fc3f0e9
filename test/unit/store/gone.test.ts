import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Gone, ReconcileState } from '../../../core/store/store.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { NOBODY, T0, baseline, consumer, page, task, ticket, wish } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const HOWS: readonly Gone[] = ['notFound', 'forbidden', 'unlisted'];
const UNDER: ReconcileState = { walk: 1, under: { cursor: 'p2', startedAt: T0, done: 20, total: null }, lastAt: null };

describe.each(DRIVERS)('rows that are gone without a tombstone on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
  });
  afterEach(() => opened.store.close());
  const kinds = async (): Promise<string[]> => (await opened.store.pendingEvents(100)).map((event) => `${event.kind} ${event.id}`);
  const go = (id: string, how: Gone = 'notFound') => opened.store.commitPage(page('ticket', [], { gone: [{ id, how }] }));

  it.each(HOWS)('leave queue, counts, unread and search, and keep what was known: %s', async (how) => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a', { subject: 'boleto', number: '7' }), ticket('b')]));
    expect((await go('a', how)).deleted).toEqual(['a']);
    expect([(await store.counts()).ticket, (await store.unread(NOBODY)).ticket]).toEqual([1, 1]);
    for (const query of ['boleto', '7', '']) expect((await store.lookup(query, 9)).some((found) => found.id === 'a'), query).toBe(false);
    for (const only of [null, 'unread'] as const) {
      expect(await store.queuePage({ ...wish('ticket', { only }), offset: 0, limit: 9 })).toMatchObject({ total: 1, unread: 1, rows: [{ id: 'b' }] });
    }
    expect(await store.itemDetail('ticket', 'a')).toMatchObject({ gone: how, row: { title: 'boleto' }, history: [{ kind: 'deleted' }, { kind: 'new' }] });
    expect((await store.record('ticket', 'a'))?.subject).toBe('boleto');
  });

  it('are one event each, silent when nobody saw them or when history is read', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a'), ticket('b')]);
    for (const how of HOWS) await go('a', how);
    await go('never stored');
    await store.commitPage(page('ticket', [], { baseline: true, gone: [{ id: 'b', how: 'unlisted' }] }));
    expect(await kinds()).toEqual(['deleted a']);
    expect([await store.record('ticket', 'never stored'), (await store.itemDetail('ticket', 'a'))?.gone]).toEqual([null, 'unlisted']);
  });

  it('come back with the same version, as often as the server changes its mind, and not with an older one', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { subject: 'boleto' })]);
    for (let n = 0; n < 2; n++) {
      await go('a');
      await store.commitPage(page('ticket', [ticket('a', { version: T0 - 1, subject: 'boleto' })]));
      expect((await store.counts()).ticket).toBe(0);
      expect((await store.commitPage(page('ticket', [ticket('a', { subject: 'boleto' })]))).created).toEqual(['a']);
      expect([(await store.lookup('boleto', 9)).length, (await store.itemDetail('ticket', 'a'))?.gone]).toEqual([1, null]);
    }
    expect(await kinds()).toEqual(['deleted a', 'new a', 'deleted a', 'new a']);
    await go('a');
    await store.commitPage(page('ticket', [ticket('a')], { baseline: true }));
    expect((await kinds()).length).toBe(5);
  });

  it('become deleted by a tombstone, told once, and a tombstone stays one', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a')]);
    await go('a');
    await store.commitPage(page('ticket', [ticket('a', { deletedAt: T0 })]));
    expect([(await store.itemDetail('ticket', 'a'))?.gone, await kinds()]).toEqual(['deleted', ['deleted a']]);
    expect((await go('a')).deleted).toEqual([]);
    expect((await store.itemDetail('ticket', 'a'))?.gone).toBe('deleted');
  });

  it('take what others say of them along: consumer, task and ticket', async () => {
    const { store } = opened;
    await baseline(store, 'consumer', [consumer('c', { name: 'Marcela' })]);
    await baseline(store, 'ticket', [ticket('a', { consumerId: 'c' })]);
    await baseline(store, 'task', [task('k', { ticketId: 'a' })]);
    await store.commitPage(page('consumer', [], { gone: [{ id: 'c', how: 'forbidden' }] }));
    await store.commitPage(page('task', [], { gone: [{ id: 'k', how: 'unlisted' }] }));
    expect([await store.counts(), await store.lookup('marcela', 9)]).toMatchObject([{ consumer: 0, task: 0 }, []]);
    expect(await store.itemDetail('ticket', 'a')).toMatchObject({ consumer: null, tasks: [], row: { consumerName: 'Marcela' } });
    await store.commitPage(page('consumer', [consumer('c', { name: 'Marcela' })]));
    expect([(await store.counts()).consumer, (await store.lookup('marcela', 9)).length]).toEqual([1, 1]);
    await go('a');
    expect((await store.itemDetail('task', 'k'))?.ticket).toBeNull();
  });

  it('are found by a walk: what it did not meet, but nothing stored since it began and nothing it could not read', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', ['a', 'b', 'c', 'bad'].map((id, n) => ticket(id, { version: T0 + n })));
    await baseline(store, 'consumer', [consumer('c2'), consumer('c1', { version: T0 - 5 })]);
    await store.commitPage(page('ticket', [], { reconcile: UNDER }));
    await store.commitPage(page('ticket', [ticket('b', { version: T0 + 1 })], { walk: 1, quarantined: [{ entity: 'ticket', id: 'bad', reason: 'x' }] }));
    await store.commitPage(page('ticket', [ticket('new')]));
    expect([await store.reconcile('ticket'), await store.reconcile('task')]).toEqual([UNDER, { walk: 0, under: null, lastAt: null }]);
    expect([await store.unseen('ticket', 1, 9), await store.unseen('ticket', 1, 1)]).toEqual([['a', 'c'], ['a']]);
    expect(await store.unseen('consumer', 1, 9)).toEqual(['c1', 'c2']);
    await store.commitPage(page('ticket', [], { reconcile: { walk: 1, under: null, lastAt: T0 }, gone: [{ id: 'a', how: 'unlisted' }] }));
    expect(await store.unseen('ticket', 1, 9)).toEqual(['c']);
    await store.commitPage(page('ticket', [ticket('a', { version: T0 })]));
    expect(await store.unseen('ticket', 1, 9)).toEqual(['c']);
  });

  it('are kept with everything else when reading begins anew', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a'), ticket('b')]);
    await store.commitPage(page('ticket', [ticket('a')], { walk: 1, reconcile: UNDER, gone: [{ id: 'b', how: 'unlisted' }], stream: { watermark: T0, backfill: null, lastCompleteAt: T0 } }));
    await store.reread();
    expect([await store.reconcile('ticket'), (await store.stream('ticket')).watermark, (await store.counts()).ticket]).toEqual([{ walk: 0, under: null, lastAt: null }, null, 1]);
    expect([await store.unseen('ticket', 1, 9), (await store.itemDetail('ticket', 'b'))?.gone]).toEqual([['a'], 'unlisted']);
    await store.wipe();
    expect(await store.record('ticket', 'b')).toBeNull();
  });
});
