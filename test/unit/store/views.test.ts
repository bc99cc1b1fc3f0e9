import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { itemDetailSchema, queueRowSchema } from '../../../contract/models/views.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { T0, baseline, consumer, customField, department, page, tag, task, ticket, wish } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

describe.each(DRIVERS)('views on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    const { store } = opened;
    await baseline(store, 'department', [department('d1', { name: 'Financeiro' }), department('d2', { name: 'Suporte', deletedAt: T0 })]);
    await baseline(store, 'ticketTag', [tag('t1', { name: 'Urgente', color: '#ff0000' }), tag('t2', { name: 'Velho', deletedAt: T0 })]);
    await baseline(store, 'consumerTag', [tag('v', { name: 'VIP' })]);
    await baseline(store, 'customField', [customField('f', { name: 'Contrato' })]);
    await baseline(store, 'consumer', [consumer('c1', { name: 'João Conceição', email: 'j@x.br', tagIds: ['v'], customFields: { f: 77, none: null } })]);
  });
  afterEach(() => opened.store.close());

  it('joins names into queue rows; unknown and deleted tags are left out', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [
      ticket('a', { number: '1042', departmentId: 'd1', consumerId: 'c1', assigneeName: 'Ana', tagIds: ['t1', 't2', 'nobody', 't1'], dueAt: T0 + 5, priority: 'high' }),
    ]);
    const { rows, total, unread } = await store.queuePage({ ...wish('ticket'), offset: 0, limit: 10 });
    expect([total, unread]).toEqual([1, 0]);
    expect(rows).toEqual([{
      entity: 'ticket', id: 'a', number: '1042', title: 'Subject of a', status: 'open', priority: 'high', departmentName: 'Financeiro',
      consumerName: 'João Conceição', assigneeName: 'Ana', tags: [{ id: 't1', name: 'Urgente', color: '#ff0000' }], unread: false,
      createdAt: T0, updatedAt: T0, dueAt: T0 + 5, takenAt: null, followed: false, snoozedUntil: null, woke: null,
    }]);
    expect(queueRowSchema.safeParse(rows[0]).error).toBeUndefined();
  });

  it('pages newest change first, a moved item to the top, unread alone when asked', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', Array.from({ length: 30 }, (_v, i) => ticket(`k${i}`, { version: T0 + (i % 10) * 1000 })));
    await store.commitPage(page('ticket', [ticket('k3', { version: T0 + 60_000, status: 'done' })]));
    const ids = async (offset: number, only: 'unread' | null = null) =>
      (await store.queuePage({ ...wish('ticket', { only }), offset, limit: 10 })).rows.map((row) => row.id);
    const all = [...(await ids(0)), ...(await ids(10)), ...(await ids(20))];
    expect(all[0]).toBe('k3');
    expect(new Set(all).size).toBe(30);
    const times = (await store.queuePage({ ...wish('ticket'), offset: 0, limit: 30 })).rows.map((row) => row.updatedAt ?? 0);
    expect(times).toEqual([...times].sort((a, b) => b - a));
    expect(await ids(0, 'unread')).toEqual(['k3']);
    expect(await store.queuePage({ ...wish('ticket', { only: 'unread' }), offset: 0, limit: 1 })).toMatchObject({ total: 1, unread: 1 });
    expect(await ids(30)).toEqual([]);
  });

  it('finds a place for any number of items of the same millisecond, and for times no calendar has', async () => {
    const { store } = opened;
    const odd = [ticket('past', { version: -5 }), ticket('future', { version: 8e15 }), ticket('never', { version: 0, createdAt: null })];
    await baseline(store, 'ticket', [...Array.from({ length: 2500 }, (_v, i) => ticket(`k${i}`)), ...odd]);
    expect((await store.counts()).ticket).toBe(2503);
    expect((await store.queuePage({ ...wish('ticket'), offset: 0, limit: 1 })).rows[0]?.id).toBe('future');
    expect((await store.queuePage({ ...wish('ticket'), offset: 2502, limit: 1 })).rows[0]?.id).toBe('past');
  });

  it('shows an item with its consumer, fields, ticket and tasks', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { number: '9', consumerId: 'c1', channel: 'chat', description: 'long', customFields: { f: true, g: 'x', empty: '' } })]);
    await baseline(store, 'task', [task('k', { ticketId: 'a', dueAt: T0 }), task('gone', { ticketId: 'a', deletedAt: T0 }), task('lost', { ticketId: 'unknown' })]);
    const detail = await store.itemDetail('ticket', 'a');
    expect(itemDetailSchema.omit({ hasLink: true }).safeParse(detail).error).toBeUndefined();
    expect(detail).toMatchObject({
      description: 'long', channel: 'chat', ticket: null, history: [],
      consumer: { id: 'c1', name: 'João Conceição', email: 'j@x.br', phone: null, tags: [{ name: 'VIP' }], customFields: [{ id: 'f', name: 'Contrato', value: '77', type: 'text' }] },
      customFields: [{ id: 'f', name: 'Contrato', value: 'true', type: 'text' }, { id: 'g', name: 'g', value: 'x', type: null }],
      tasks: [{ id: 'k', title: 'Title of k', status: 'open', dueAt: T0 }],
    });
    const work = await store.itemDetail('task', 'k');
    expect(itemDetailSchema.omit({ hasLink: true }).safeParse(work).error).toBeUndefined();
    expect(work).toMatchObject({ ticket: { id: 'a', number: '9', title: 'Subject of a' }, tasks: [], channel: null });
    expect((await store.itemDetail('task', 'lost'))?.ticket).toBeNull();
    expect(await store.itemDetail('task', 'a')).toBeNull();
  });

  it('tells changes in today\'s names, history newest first', async () => {
    const { store } = opened;
    await baseline(store, 'ticket', [ticket('a', { departmentId: 'd1', tagIds: ['t1'] })]);
    await store.commitPage(page('ticket', [ticket('a', {
      version: T0 + 1, departmentId: 'd2', consumerId: 'c1', tagIds: ['t2', 't9'], dueAt: T0, customFields: { f: 'K-1' },
    })]));
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 2, departmentId: 'd9', consumerId: 'c1', tagIds: [], customFields: { f: 'K-1' } })], { now: T0 + 9 }));
    await baseline(store, 'department', [department('d2', { version: T0 + 9, name: 'Suporte N1' })]);
    const history = (await store.itemDetail('ticket', 'a'))?.history;
    expect(history?.map((entry) => entry.at)).toEqual([T0 + 2, T0 + 1]);
    expect(history?.[1]?.changes).toEqual([
      { field: 'departmentId', label: null, from: 'Financeiro', to: 'Suporte N1' },
      { field: 'consumerId', label: null, from: null, to: 'João Conceição' },
      { field: 'tagIds', label: null, from: 'Urgente', to: 'Velho, t9' },
      { field: 'dueAt', label: null, from: null, to: new Date(T0).toISOString() },
      { field: 'customFields.f', label: 'Contrato', from: null, to: 'K-1' },
    ]);
    expect(history?.[0]).toMatchObject({ kind: 'changed', seenAt: T0 + 9, source: 'poll', changes: [
      { field: 'departmentId', from: 'Suporte N1', to: 'd9' }, { field: 'tagIds', from: 'Velho, t9', to: null }, { field: 'dueAt', to: null },
    ] });
    const [pending] = await store.pendingEvents(1);
    expect(pending).toMatchObject({ kind: 'changed', row: { id: 'a', unread: true, consumerName: 'João Conceição' } });
    expect(pending?.changes[0]).toEqual({ field: 'departmentId', label: null, from: 'Financeiro', to: 'Suporte N1' });
  });
});
