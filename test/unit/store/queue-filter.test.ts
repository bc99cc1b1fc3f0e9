import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { facetsSchema } from '../../../contract/models/filter.ts';
import type { QueueFilter } from '../../../contract/models/filter.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import type { Viewer } from '../../../core/store/store.ts';
import { dueSpan } from '../../../core/store/views/due-range.ts';
import { NOBODY, T0, baseline, consumer, department, page, tag, task, ticket, wish } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const ANA: Viewer = { me: 'id:u1', name: 'Ana', departmentIds: ['d1'] };

describe.each(DRIVERS)('filters on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    await baseline(opened.store, 'ticket', [
      ticket('ana', { version: T0 + 5, assigneeId: 'u1', assigneeName: 'Ana', departmentId: 'd2', priority: 'low', number: '9', dueAt: T0 - 1, tagIds: ['g1'] }),
      ticket('by-name', { version: T0 + 4, assigneeName: 'Ana', departmentId: 'd1', status: 'closed', number: '10', tagIds: ['g2'] }),
      ticket('bia', { version: T0 + 3, assigneeId: 'u2', assigneeName: 'Ana', departmentId: 'd1', priority: 'Urgente', number: '1', consumerId: 'c1' }),
      ticket('free', { version: T0 + 2, priority: 'odd', dueAt: T0 + 60_000, tagIds: ['g1', 'g2'] }),
    ]);
  });
  afterEach(() => opened.store.close());
  const of = async (filter: Partial<QueueFilter>, viewer: Viewer = ANA): Promise<string[]> =>
    (await opened.store.queuePage({ ...wish('ticket', filter, { viewer }), offset: 0, limit: 50 })).rows.map((row) => row.id);

  it('know whose items are whose; a name counts only where there is no id', async () => {
    expect(await of({ scope: 'mine' })).toEqual(['ana', 'by-name']);
    expect(await of({ scope: 'mine' }, { me: 'name:Ana', departmentIds: [] })).toEqual(['by-name']);
    expect(await of({ scope: 'mine' }, NOBODY)).toEqual([]);
    expect(await of({ scope: 'departments' })).toEqual(['by-name', 'bia']);
    expect(await of({ scope: 'departments' }, NOBODY)).toEqual([]);
    expect(await of({ scope: 'unassigned' })).toEqual(['free']);
  });

  it('ask for all conditions, and for any value within one', async () => {
    expect(await of({ tagIds: ['g1', 'g2'] })).toEqual(['ana', 'by-name', 'free']);
    expect(await of({ tagIds: ['g1', 'g2'], assignees: ['id:u1', 'id:u2'] })).toEqual(['ana']);
    expect(await of({ statuses: ['closed', 'never'] })).toEqual(['by-name']);
    expect(await of({ consumerId: 'c1' })).toEqual(['bia']);
    expect(await of({ departmentIds: ['d1'], priorities: ['Urgente'] })).toEqual(['bia']);
    expect([await of({ due: 'overdue' }), await of({ due: 'none' })]).toEqual([['ana'], ['by-name', 'bia']]);
  });

  it('take text for text, whatever stands in it', async () => {
    expect(await of({ statuses: [`open' OR '1'='1`, '"', ']', '%'] })).toEqual([]);
    expect(await of({ tagIds: ['g', '*'] })).toEqual([]);
  });

  it('order by value either way, rows without one last', async () => {
    expect(await of({ sort: { by: 'priority', descending: true } })).toEqual(['bia', 'free', 'ana', 'by-name']);
    expect(await of({ sort: { by: 'priority', descending: false } })).toEqual(['ana', 'free', 'bia', 'by-name']);
    expect(await of({ sort: { by: 'number', descending: false } })).toEqual(['bia', 'ana', 'by-name', 'free']);
    expect(await of({ sort: { by: 'due', descending: true } })).toEqual(['free', 'ana', 'by-name', 'bia']);
    expect(await of({ sort: { by: 'changed', descending: false } })).toEqual(['free', 'bia', 'by-name', 'ana']);
  });

  it('count rows and unread ones, again after every change', async () => {
    const { store } = opened;
    const counts = () => store.queueCounts([wish('ticket'), wish('ticket', { scope: 'mine' }, { viewer: ANA }), wish('ticket', { only: 'unread' })]);
    expect(await counts()).toEqual([{ total: 4, unread: 0 }, { total: 2, unread: 0 }, { total: 0, unread: 0 }]);
    await store.commitPage(page('ticket', [ticket('ana', { version: T0 + 9, assigneeId: 'u1' })]));
    expect(await counts()).toEqual([{ total: 4, unread: 1 }, { total: 2, unread: 1 }, { total: 1, unread: 1 }]);
    await store.markRead('ticket', ['ana'], true);
    expect(await counts()).toEqual([{ total: 4, unread: 0 }, { total: 2, unread: 0 }, { total: 0, unread: 0 }]);
  });

  it('count as unread what concerns the person: theirs, their departments\', what they follow', async () => {
    const { store } = opened;
    await store.markRead('ticket', ['ana', 'by-name', 'bia', 'free'], false);
    expect([await store.unread(NOBODY), await store.unread(ANA), await store.unread({ me: null, departmentIds: ['d2'] })]).toMatchObject([{ ticket: 4 }, { ticket: 3 }, { ticket: 1 }]);
    await store.follow('ticket', 'free', true);
    expect((await store.unread(ANA)).ticket).toBe(4);
    await store.snooze({ entity: 'ticket', ids: ['free', 'ana'], until: T0, orChange: false });
    expect([await store.unread(ANA), await store.unread(NOBODY)]).toMatchObject([{ ticket: 2 }, { ticket: 2 }]);
  });

  it('offer the values that there are, and none that could not be asked for', async () => {
    const { store } = opened;
    await baseline(store, 'department', [department('d1', { name: 'Financeiro', employeeUserIds: ['u1', ''] }), department('gone', { deletedAt: T0 })]);
    await baseline(store, 'ticketTag', [tag('g1', { name: 'Troca', color: '#00ff00' })]);
    await baseline(store, 'consumerTag', [tag('v', { name: 'VIP' })]);
    await baseline(store, 'consumer', [consumer('c1', { tagIds: ['v'] })]);
    await baseline(store, 'ticket', [ticket('odd', { version: T0 + 1, status: 'x'.repeat(121), assigneeName: 'y'.repeat(300) })]);
    await baseline(store, 'task', [task('k', { assigneeId: 'u1', assigneeName: 'Ana Maria', version: T0 + 99 })]);
    const facets = await store.facets('ticket');
    expect(facetsSchema.safeParse(facets).error).toBeUndefined();
    expect(facets).toEqual({
      departments: [{ id: 'd1', name: 'Financeiro', count: 2 }, { id: 'd2', name: 'd2', count: 1 }],
      statuses: [{ value: 'open', count: 3 }, { value: 'closed', count: 1 }],
      priorities: [{ value: 'Urgente', count: 1 }, { value: 'low', count: 1 }, { value: 'odd', count: 1 }],
      tags: [{ id: 'g1', name: 'Troca', color: '#00ff00', count: 2 }],
      assignees: [{ key: 'id:u1', id: 'u1', name: 'Ana', count: 1 }, { key: 'id:u2', id: 'u2', name: 'Ana', count: 1 }, { key: 'name:Ana', id: null, name: 'Ana', count: 1 }],
      consumerTags: [{ id: 'v', name: 'VIP', color: null, count: 1 }],
    });
    expect(await store.agents()).toEqual({
      agents: [{ key: 'id:u1', id: 'u1', name: 'Ana', count: 2 }, { key: 'id:u2', id: 'u2', name: 'Ana', count: 1 }, { key: 'name:Ana', id: null, name: 'Ana', count: 1 }],
      departments: [{ id: 'd1', name: 'Financeiro', employees: ['u1'] }],
    });
  });

  it('show a consumer\'s other tickets and tasks, ten and the number of the rest', async () => {
    const { store } = opened;
    await baseline(store, 'consumer', [consumer('c1')]);
    await baseline(store, 'ticket', [...Array.from({ length: 11 }, (_v, i) => ticket(`o${i}`, { version: T0 + 100 + i, consumerId: 'c1', number: String(i) })), ticket('dead', { consumerId: 'c1', deletedAt: T0 })]);
    await baseline(store, 'task', [task('k', { version: T0 + 200, consumerId: 'c1' })]);
    const others = (await store.itemDetail('ticket', 'bia'))?.consumer?.others;
    expect(others?.items.map(({ id }) => id)).toEqual(['k', ...Array.from({ length: 9 }, (_v, i) => `o${10 - i}`)]);
    expect([others?.more, others?.items[1]]).toEqual([2, { entity: 'ticket', id: 'o10', number: '10', title: 'Subject of o10', status: 'open', updatedAt: T0 + 110 }]);
  });
});

describe('due ranges', () => {
  const local = (day: number, hour = 0): number => new Date(2026, 2, day, hour).getTime();

  it('are days of this computer\'s calendar', () => {
    expect(dueSpan('overdue', local(5, 15))).toEqual({ from: null, to: local(5, 15) });
    expect(dueSpan('today', local(5, 15))).toEqual({ from: local(5), to: local(6) });
    expect(dueSpan('week', local(5, 15))).toEqual({ from: local(5), to: local(12) });
  });

  it('may have 23 or 25 hours where clocks change', () => {
    const zone = process.env['TZ'];
    const hours = (iso: string): number => {
      const { from, to } = dueSpan('today', Date.parse(iso));
      return ((to ?? 0) - (from ?? 0)) / 3_600_000;
    };
    try {
      process.env['TZ'] = 'America/Santiago';
      expect(['2026-04-04T18:00:00Z', '2026-09-06T18:00:00Z', '2026-06-01T18:00:00Z'].map(hours)).toEqual([25, 23, 24]);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});
