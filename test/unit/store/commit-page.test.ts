import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StreamState } from '../../../core/store/store.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { NOBODY, T0, UNEXPLAINED, baseline, consumer, page, tag, task, ticket, verdict, wish } from '../../support/records.ts';
import { DRIVERS, memoryDatabase, tempStore } from '../../support/temp-store.ts';

const STREAM: StreamState = { watermark: T0, backfill: { cursor: 'p2', startedAtServer: T0, done: 3, total: null }, lastCompleteAt: T0 };

describe.each(DRIVERS)('commitPage on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
  });
  afterEach(() => opened.store.close());
  const kinds = async (): Promise<string[]> => (await opened.store.pendingEvents(100)).map((event) => `${event.kind} ${event.id}`);

  it('gives a record back as it came', async () => {
    const { store } = opened;
    const row = ticket('a\u0000b', { subject: 'nul \u0000 in it', number: '7', tagIds: ['x'], customFields: { f: 'ü', n: 1.5, b: false }, extra: { deep: [{ z: 1, a: null }] }, dueAt: T0 + 0.5 });
    await baseline(store, 'ticket', [row]);
    expect(await store.record('ticket', row.id)).toEqual(row);
    expect(await store.record('task', row.id)).toBeNull();
  });

  it('keeps the first sync silent and read', async () => {
    const { store } = opened;
    expect(await baseline(store, 'ticket', [ticket('a'), ticket('b')])).toEqual({ created: ['a', 'b'], changed: [], deleted: [], unchanged: 0 });
    await baseline(store, 'ticket', [ticket('a', { version: T0 + 1, status: 'done' })]);
    expect(await kinds()).toEqual([]);
    expect(await store.unread(NOBODY)).toEqual({ ticket: 0, task: 0 });
  });

  it('makes one event of each new, changed and deleted item; unread unless deleted', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a'), ticket('b')]);
    const outcome = await store.commitPage(page('ticket', [
      ticket('a', { version: T0 + 1, status: 'done' }), ticket('b', { version: T0 + 1, deletedAt: T0 + 1 }), ticket('c'),
    ]));
    expect(outcome).toEqual({ created: ['c'], changed: ['a'], deleted: ['b'], unchanged: 0 });
    expect(await kinds()).toEqual(['changed a', 'deleted b', 'new c']);
    expect(await store.unread(NOBODY)).toEqual({ ticket: 2, task: 0 });
  });

  it('makes no second event of a change that a hint brought before the poll', async () => {
    const { store } = opened;
    await baseline(store, 'task', [task('a')]);
    const changed = page('task', [task('a', { version: T0 + 1, status: 'done' })]);
    await store.commitPage({ ...changed, source: 'hint' });
    expect(await store.commitPage(changed)).toEqual({ created: [], changed: [], deleted: [], unchanged: 1 });
    const events = await store.pendingEvents(10);
    expect(events).toMatchObject([{ kind: 'changed', source: 'hint', version: T0 + 1, changes: [{ field: 'status', from: 'open', to: 'done' }] }]);
  });

  it('stores an update time that moves alone, without an event', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a')]);
    expect((await store.commitPage(page('ticket', [ticket('a', { version: T0 + 5 })]))).changed).toEqual(['a']);
    expect((await store.record('ticket', 'a'))?.updatedAt).toBe(T0 + 5);
    expect(await kinds()).toEqual([]);
  });

  it('never lets an older version overwrite a newer one', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 5, subject: 'newer' })]));
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, subject: 'older' })]));
    expect((await store.record('ticket', 'a'))?.subject).toBe('newer');
    expect(await kinds()).toEqual(['new a']);
  });

  it('tells each state once where a server shows the same version now this way, now that way', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a')]);
    for (const status of ['done', 'open', 'done', 'open', 'done']) await store.commitPage(page('ticket', [ticket('a', { status })]));
    expect(await kinds()).toEqual(['changed a', 'changed a']);
    expect((await store.record('ticket', 'a'))?.status).toBe('done');
  });

  it('tells every change where the server gives no versions', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { version: 0 })]);
    for (const status of ['done', 'open', 'done']) await store.commitPage(page('ticket', [ticket('a', { version: 0, status })]));
    expect(await kinds()).toEqual(['changed a', 'changed a', 'changed a']);
  });

  it('keeps tombstones: gone from queue and search, still known, not raised by a late page, new again when restored', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { subject: 'boleto' })]);
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, deletedAt: T0 + 1, subject: 'boleto' })]));
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, subject: 'boleto' })]));
    expect((await store.record('ticket', 'a'))?.deletedAt).toBe(T0 + 1);
    expect([(await store.counts()).ticket, (await store.lookup('boleto', 5)).length]).toEqual([0, 0]);
    expect((await store.queuePage({ ...wish('ticket'), offset: 0, limit: 5 })).rows).toEqual([]);
    expect((await store.itemDetail('ticket', 'a'))?.history[0]?.kind).toBe('deleted');

    expect((await store.commitPage(page('ticket', [ticket('a', { version: T0 + 2, subject: 'boleto' })]))).created).toEqual(['a']);
    expect(await kinds()).toEqual(['deleted a', 'new a']);
    expect((await store.lookup('boleto', 5)).length).toBe(1);
  });

  it('says nothing of a row first met as a tombstone', async () => {
    const { store } = opened;
    expect(await store.commitPage(page('task', [task('a', { deletedAt: T0 })]))).toEqual({ created: [], changed: [], deleted: [], unchanged: 1 });
    expect(await kinds()).toEqual([]);
  });

  it('takes one row twice in a page, in its order', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a', { subject: 'alpha' }), ticket('a', { version: T0 + 1, subject: 'beta' })]));
    expect(await kinds()).toEqual(['new a', 'changed a']);
    expect([(await store.lookup('alpha', 5)).length, (await store.lookup('beta', 5)).length]).toEqual([0, 1]);
  });

  it('leaves read marks alone when the server row changes', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a')]);
    await store.markRead('ticket', ['a', 'unknown'], false);
    await baseline(store, 'ticket', [ticket('a', { version: T0 + 1, subject: 'x' })]);
    expect((await store.unread(NOBODY)).ticket).toBe(1);
    await store.markRead('ticket', ['a'], true);
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 2, subject: 'x' })]));
    expect((await store.unread(NOBODY)).ticket).toBe(0);
  });

  it('stores reading state with the rows, and nothing of a page that fails', async () => {
    const { store } = opened;
    expect(await store.stream('ticket')).toEqual({ watermark: null, backfill: null, lastCompleteAt: null });
    const broken = { ...ticket('bad'), customFields: null } as unknown as ReturnType<typeof ticket>;
    await expect(store.commitPage(page('ticket', [ticket('a'), broken], { stream: STREAM }))).rejects.toMatchObject({ code: 'internal' });
    expect([await store.record('ticket', 'a'), (await store.stream('ticket')).watermark, await kinds()]).toEqual([null, null, []]);
    await store.commitPage(page('ticket', [ticket('a')], { stream: STREAM }));
    expect(await store.stream('ticket')).toEqual(STREAM);
  });

  it('stores no row of a page whose reading state cannot be stored', async () => {
    const { store } = opened;
    await expect(store.commitPage(page('ticket', [ticket('a')], { stream: { ...STREAM, watermark: Number.NaN } }))).rejects.toMatchObject({ code: 'internal' });
    expect([await store.record('ticket', 'a'), (await store.stream('ticket')).watermark, await kinds()]).toEqual([null, null, []]);
  });

  it('shows a row that the page both shows and calls gone, unless it shows an older one', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { version: T0 + 5 }), ticket('b', { version: T0 + 5 })]);
    const gone = [{ id: 'a', how: 'unlisted' }, { id: 'b', how: 'unlisted' }] as const;
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 5 }), ticket('b', { version: T0 + 1 })], { gone }));
    expect((await store.queuePage({ ...wish('ticket'), offset: 0, limit: 5 })).rows.map(({ id }) => id)).toEqual(['a']);
  });

  it('counts rows set aside once, and no more when they could be read', async () => {
    const { store } = opened;
    const bad = { entity: 'ticket', id: 'q', reason: 'no id' } as const;
    await store.commitPage(page('ticket', [], { quarantined: [bad, bad, { ...bad, id: null }] }));
    await store.commitPage(page('ticket', [], { quarantined: [bad] }));
    expect(await store.quarantineCount()).toBe(2);
    await store.commitPage(page('ticket', [ticket('q')]));
    expect(await store.quarantineCount()).toBe(1);
    await store.commitPage(page('task', [], { quarantined: Array.from({ length: 1200 }, (_v, i) => ({ entity: 'task' as const, id: `${i}`, reason: 'shape' })) }));
    expect(await store.quarantineCount()).toBe(1000);
  });

  it('counts what is there and wipes everything', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a')], { stream: STREAM, quarantined: [{ entity: 'ticket', id: null, reason: 'x' }] }));
    await store.commitPage(page('consumer', [consumer('c'), consumer('d', { deletedAt: T0 })]));
    await store.commitPage(page('ticketTag', [tag('t')]));
    expect(await store.counts()).toEqual({ ticket: 1, task: 0, consumer: 1, department: 0, ticketTag: 1, consumerTag: 0, customField: 0 });
    const [event] = await store.pendingEvents(1);
    await store.claimToast({ id: 't1', kind: 'item', claimedAt: T0, seqs: [event?.seq ?? 0] }, UNEXPLAINED);
    await store.wipe();
    expect(Object.values(await store.counts()).every((n) => n === 0)).toBe(true);
    expect([await kinds(), await store.unsettledToasts(), await store.quarantineCount(), await store.lookup('', 5)]).toEqual([[], [], 0, []]);
    expect((await store.stream('ticket')).watermark).toBeNull();
    await store.commitPage(page('ticket', [ticket('a')]));
    expect((await store.lookup('subject', 5)).length).toBe(1);
  });

  it('forgets decided events and gone rows after so many days, undecided ones and live ones never', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a'), ticket('b'), ticket('dead', { deletedAt: T0 }), ticket('lost')]));
    await store.commitPage(page('ticket', [], { gone: [{ id: 'lost', how: 'notFound' }] }));
    const events = await store.pendingEvents(10);
    await store.decide(verdict(events.filter((event) => event.id !== 'b').map((event) => event.seq), 'quiet'));
    const later = T0 + 91 * 24 * 3_600_000;
    expect([await store.forget(0, later), await store.forget(92, later)]).toEqual([false, false]);
    expect([(await store.itemDetail('ticket', 'a'))?.history.length, (await store.itemDetail('ticket', 'lost'))?.gone]).toEqual([1, 'notFound']);
    expect(await store.forget(90, later)).toBe(false);
    expect((await store.itemDetail('ticket', 'a'))?.history).toEqual([]);
    expect([await store.itemDetail('ticket', 'dead'), await store.itemDetail('ticket', 'lost')]).toEqual([null, null]);
    expect(await kinds()).toEqual(['new b']);
  });

  it('remembers that an item in the queues has waited, or it would be told again', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('waits'), ticket('goes')]));
    const DAY = 24 * 3_600_000;
    const ring = (days: number) => store.ring({ now: T0 + days * DAY, waitingMinutes: [30], since: T0 - DAY });
    const waiting = async (now: number) => (await store.ledgerPage({ item: null, search: '', offset: 0, limit: 50, now })).entries.filter(({ kind }) => kind === 'waiting').map(({ id }) => id);
    await ring(1);
    await store.decide(verdict((await store.pendingEvents(50)).map(({ seq }) => seq), 'quiet'));
    await store.commitPage(page('ticket', [], { gone: [{ id: 'goes', how: 'notFound' }], now: T0 + 39 * DAY }));
    expect(await waiting(T0 + DAY)).toEqual(['goes', 'waits']);
    await store.forget(30, T0 + 40 * DAY);
    await ring(40);
    expect(await waiting(T0 + DAY)).toEqual(['waits']);
    expect((await store.pendingEvents(50)).map(({ kind }) => kind)).toEqual(['deleted']);
  });

  it('forgets what is undecided together with its item, which would stay so for ever', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    store.commitPage(page('ticket', [ticket('kept'), ticket('lost')]));
    store.commitPage(page('ticket', [], { gone: [{ id: 'lost', how: 'notFound' }] }));
    store.forget(30, T0 + 40 * 24 * 3_600_000);
    expect(db.all<{ id: string }>('SELECT id FROM event').map(({ id }) => id)).toEqual(['kept']);
    db.close();
  });

  it('forgets in slices and says when there is more', async () => {
    const { store } = opened;
    await store.commitPage(page('ticket', Array.from({ length: 700 }, (_v, i) => ticket(`k${i}`))));
    await store.decide(verdict((await store.pendingEvents(1000)).map((event) => event.seq), 'quiet'));
    const later = T0 + 91 * 24 * 3_600_000;
    expect([await store.forget(30, later), await store.forget(30, later)]).toEqual([true, false]);
    expect(await store.recentEvents(0, 1000)).toEqual([]);
    expect((await store.counts()).ticket).toBe(700);
  });
});
