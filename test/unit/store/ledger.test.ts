import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { T0, UNEXPLAINED, page, task, ticket, verdict } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const SHOWN = { shown: true, via: 'electron', detail: null, at: T0 + 5 };

describe.each(DRIVERS)('ledger on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    await opened.store.commitPage(page('ticket', [ticket('a'), ticket('b')]));
    await opened.store.commitPage(page('task', [task('k')]));
  });
  afterEach(() => opened.store.close());
  const pending = async (): Promise<number[]> => (await opened.store.pendingEvents(100)).map((event) => event.seq);

  it('gives undecided events in the order they were stored', async () => {
    const events = await opened.store.pendingEvents(100);
    expect(events.map((event) => `${event.entity} ${event.id}`)).toEqual(['ticket a', 'ticket b', 'task k']);
    expect(await opened.store.pendingEvents(1)).toEqual(events.slice(0, 1));
    expect(events[2]).toMatchObject({ kind: 'new', version: T0, seenAt: T0 + 1000, source: 'poll', changes: [], row: { entity: 'task', title: 'Title of k', unread: true } });
  });

  it('claims the undecided events alone, and nothing when none is left', async () => {
    const { store } = opened;
    const seqs = await pending();
    await store.decide(verdict(seqs.slice(0, 1), 'quiet'));
    const claim = { id: 't1', kind: 'item', claimedAt: T0, seqs } as const;
    expect(await store.claimToast(claim, UNEXPLAINED)).toEqual({ ...claim, seqs: seqs.slice(1) });
    expect(await store.claimToast({ ...claim, id: 't2' }, UNEXPLAINED)).toBeNull();
    expect(await store.claimToast({ ...claim, seqs: [999] }, UNEXPLAINED)).toBeNull();
    expect([await pending(), (await store.unsettledToasts()).map((one) => one.id)]).toEqual([[], ['t1']]);
  });

  it('keeps the first decision', async () => {
    const { store } = opened;
    const seqs = await pending();
    await store.claimToast({ id: 't1', kind: 'item', claimedAt: T0, seqs: seqs.slice(0, 1) }, UNEXPLAINED);
    await store.decide(verdict(seqs, 'paused'));
    expect(await store.claimToast({ id: 't2', kind: 'summary', claimedAt: T0, seqs }, UNEXPLAINED)).toBeNull();
    expect((await store.toastEvents('t1')).map((event) => event.id)).toEqual(['a']);
  });

  it('remembers claims without an answer, with their events as they were pending', async () => {
    const { store } = opened;
    const events = await store.pendingEvents(100);
    const seqs = events.map((event) => event.seq);
    await store.claimToast({ id: 't1', kind: 'item', claimedAt: T0, seqs: seqs.slice(0, 1) }, UNEXPLAINED);
    await store.claimToast({ id: 't2', kind: 'summary', claimedAt: T0 + 1, seqs: seqs.slice(1) }, UNEXPLAINED);
    expect(await store.unsettledToasts()).toEqual([
      { id: 't1', kind: 'item', claimedAt: T0, seqs: seqs.slice(0, 1) }, { id: 't2', kind: 'summary', claimedAt: T0 + 1, seqs: seqs.slice(1) },
    ]);
    expect(await store.toastEvents('t2')).toEqual(events.slice(1));
    expect(await store.toastEvents('unknown')).toEqual([]);
    await store.settleToast('t1', SHOWN);
    await store.settleToast('t2', { ...SHOWN, shown: false, detail: 'no service' });
    expect(await store.unsettledToasts()).toEqual([]);
  });

  it('knows what a click opens', async () => {
    const { store } = opened;
    const seqs = await pending();
    await store.claimToast({ id: 't1', kind: 'item', claimedAt: T0, seqs: seqs.slice(2) }, UNEXPLAINED);
    await store.claimToast({ id: 't2', kind: 'summary', claimedAt: T0, seqs }, UNEXPLAINED);
    expect(await store.toastTarget('t1')).toEqual({ kind: 'item', entity: 'task', id: 'k' });
    expect(await store.toastTarget('t2')).toEqual({ kind: 'summary' });
    expect(await store.toastTarget('<script>')).toBeNull();
    await store.toastClicked('t1', T0 + 9);
    await store.toastClicked('unknown', T0 + 9);
  });

  it('gives the times of item toasts, each claim of one id for itself, and speaks of its latest claim', async () => {
    const { store } = opened;
    const seqs = await pending();
    await store.claimToast({ id: 'same', kind: 'item', claimedAt: T0 + 20, seqs: seqs.slice(0, 1) }, UNEXPLAINED);
    await store.settleToast('same', SHOWN);
    await store.claimToast({ id: 'same', kind: 'item', claimedAt: T0 + 10, seqs: seqs.slice(1, 2) }, UNEXPLAINED);
    await store.claimToast({ id: 's', kind: 'summary', claimedAt: T0 + 15, seqs: seqs.slice(2) }, UNEXPLAINED);
    expect(await store.toastTimes(T0)).toEqual([T0 + 10, T0 + 20]);
    expect(await store.toastTimes(T0 + 11)).toEqual([T0 + 20]);
    expect((await store.unsettledToasts()).map((one) => [one.id, one.seqs])).toEqual([['same', seqs.slice(1, 2)], ['s', seqs.slice(2)]]);
    expect(await store.toastTarget('same')).toEqual({ kind: 'item', entity: 'ticket', id: 'b' });
  });
});
