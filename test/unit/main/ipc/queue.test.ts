import { describe, expect, it } from 'vitest';
import { callSchemas } from '../../../../contract/ipc/calls.ts';
import { ALL_ROWS } from '../../../../contract/models/filter.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import type { Store, Viewer } from '../../../../core/store/store.ts';
import type { ItemsStored } from '../../../../core/sync/port.ts';
import { hearIgnored } from '../../../../main/engine/ignored-items.ts';
import { ledgerHandlers } from '../../../../main/ipc/handlers/ledger.ts';
import { queueHandlers } from '../../../../main/ipc/handlers/queue.ts';
import { viewerOf } from '../../../../main/preferences/viewer.ts';
import { pendingEvent } from '../../../support/electron/pending-event.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { T0, baseline, page, ticket, verdict } from '../../../support/records.ts';
import { tempStore } from '../../../support/temp-store.ts';

const { row } = pendingEvent();
const DETAIL = { row, description: '', channel: null, consumer: null, customFields: [], ticket: null, tasks: [], history: [], gone: null };
const item = { entity: 'ticket', id: 'a' } as const;

describe('an opened item', () => {
  function desk({ stored = [DETAIL] as (typeof DETAIL | null)[], fetch = null as null | (() => Promise<void>) } = {}) {
    let reads = 0;
    const store = { itemDetail: async () => stored[Math.min(reads++, stored.length - 1)] ?? null } as unknown as Store;
    return queueHandlers({
      store, clock: fakeClock(), viewer: () => ({ me: null, departmentIds: [] }), hasLink: (entity) => entity === 'ticket',
      refresher: () => (fetch ? { fetch } : null), onItems: () => undefined,
    })['item.get'];
  }
  const SHOWN = { ok: true, value: { ...DETAIL, hasLink: true } };

  it('is shown as it is stored, at once, and not after the server', async () => {
    let asked = 0;
    expect(await desk({ fetch: () => { asked += 1; return new Promise(() => undefined); } })(item)).toEqual(SHOWN);
    expect(asked).toBe(1);
  });

  it('says whether the profile knows its address', async () => {
    expect(await desk()({ ...item, entity: 'task' })).toMatchObject({ value: { hasLink: false } });
  });

  it('is shown as it is stored when the server cannot be reached', async () => {
    expect(await desk({ fetch: () => Promise.reject(new EngineError('unreachable')) })(item)).toEqual(SHOWN);
  });

  it('waits for the server when nothing is stored', async () => {
    expect(await desk({ stored: [null, DETAIL], fetch: async () => undefined })(item)).toEqual(SHOWN);
    expect(await desk({ stored: [null], fetch: async () => undefined })(item)).toEqual({ ok: false, error: { code: 'notFound' } });
    expect(await desk({ stored: [null] })(item)).toEqual({ ok: false, error: { code: 'notFound' } });
    await expect(desk({ stored: [null], fetch: () => Promise.reject(new EngineError('unreachable')) })(item)).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('queues', () => {
  async function desk(viewer: Viewer = { me: null, departmentIds: [] }) {
    const { store } = await tempStore();
    await store.commitPage(page('ticket', [ticket('a', { assigneeId: 'u1', assigneeName: 'Ana' }), ticket('b', { version: T0 - 1 })]));
    const items: ItemsStored[] = [];
    const clock = fakeClock();
    const handlers = queueHandlers({ store, clock, viewer: () => viewer, hasLink: () => false, refresher: () => null, onItems: (changed) => items.push(changed) });
    return { store, clock, handlers, items };
  }
  const mine = { entity: 'ticket', filter: { ...ALL_ROWS, scope: 'mine' as const } } as const;
  const all = { entity: 'ticket', filter: ALL_ROWS } as const;

  it('are those of the person of the settings', async () => {
    const { store, handlers } = await desk(viewerOf({ me: { key: 'id:u1', id: 'u1', name: 'Ana' }, myDepartmentIds: [] }));
    const reply = await handlers['queue.page']({ ...mine, offset: 0, limit: 10 });
    expect(reply).toMatchObject({ ok: true, value: { total: 1, unread: 1, rows: [{ id: 'a' }] } });
    expect(callSchemas['queue.page'].reply.safeParse(reply.ok && reply.value).error).toBeUndefined();
    expect(await handlers['queue.counts']({ filters: [all, mine] })).toEqual({ ok: true, value: { counts: [{ total: 2, unread: 2 }, { total: 1, unread: 1 }] } });
    await baseline(store, 'ticket', [ticket('c', { assigneeName: 'Ana' })]);
    expect(await handlers['queue.counts']({ filters: [mine] })).toMatchObject({ value: { counts: [{ total: 2 }] } });
  });

  it('tell what they can be filtered by, and by whom, in the contract\'s own shape', async () => {
    const { handlers } = await desk();
    const facets = await handlers['queue.facets']({ entity: 'ticket' });
    const agents = await handlers['agents.list'](null);
    expect(facets).toMatchObject({ value: { statuses: [{ value: 'open', count: 2 }], assignees: [{ key: 'id:u1', name: 'Ana', count: 1 }] } });
    expect(agents).toMatchObject({ value: { agents: [{ key: 'id:u1', id: 'u1', name: 'Ana', count: 1 }], departments: [] } });
    expect(callSchemas['queue.facets'].reply.safeParse(facets.ok && facets.value).error).toBeUndefined();
    expect(callSchemas['agents.list'].reply.safeParse(agents.ok && agents.value).error).toBeUndefined();
  });

  it('are marked as read and back, and every window hears of it', async () => {
    const { handlers, items } = await desk();
    const marked = await handlers['queue.markRead'](all);
    expect(marked).toEqual({ ok: true, value: { marked: 2, batch: 1 } });
    expect(items).toEqual([{ entity: 'ticket', ids: [], all: true }]);
    expect(await handlers['queue.markRead'](all)).toEqual({ ok: true, value: { marked: 0, batch: null } });
    expect(await handlers['queue.undoRead']({ batch: 1 })).toEqual({ ok: true, value: { restored: 2 } });
    expect(items.slice(1)).toEqual([{ entity: 'ticket', ids: [], all: true }, { entity: 'task', ids: [], all: true }]);
    expect(await handlers['queue.undoRead']({ batch: 1 })).toEqual({ ok: true, value: { restored: 0 } });
    expect(items).toHaveLength(3);
  });

  it('tell windows what was marked, followed and snoozed', async () => {
    const { handlers, items, clock } = await desk();
    await handlers['item.markRead']({ ...all, ids: ['a', 'b'], read: true });
    await handlers['item.follow']({ ...item, follow: true });
    await handlers['item.snooze']({ entity: 'ticket', ids: ['b'], until: clock.now() + 1000, orChange: false });
    expect(items.map(({ ids }) => ids)).toEqual([['a', 'b'], ['a'], ['b']]);
    expect(await handlers['queue.page']({ ...all, offset: 0, limit: 10 })).toMatchObject({ value: { total: 1, unread: 0, rows: [{ id: 'a', followed: true }] } });
  });

  it('tell what became of an event, by this computer\'s days', async () => {
    const { store } = await desk();
    const { 'ledger.page': ask } = ledgerHandlers({ store, clock: { now: () => T0 + 5000 } });
    const reply = await ask({ item, search: '', offset: 0, limit: 5 });
    expect(reply).toMatchObject({ ok: true, value: { total: 1, entries: [{ id: 'a', kind: 'new', decision: null, toast: null }] } });
    expect(callSchemas['ledger.page'].reply.safeParse(reply.ok && reply.value).error).toBeUndefined();
  });

  it('are told anew when a decision may have made something read, and only then', async () => {
    const { store } = await desk();
    let told = 0;
    const heard = hearIgnored(store, () => void (told += 1));
    const [first, second] = await store.pendingEvents(9);
    await heard.decide(verdict([first?.seq ?? 0], 'badge'));
    expect(told).toBe(0);
    await heard.decide(verdict([second?.seq ?? 0], 'ignored'));
    expect([told, (await heard.unread({ me: null, departmentIds: [] })).ticket]).toEqual([1, 1]);
  });
});
