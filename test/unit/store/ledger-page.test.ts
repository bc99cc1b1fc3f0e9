import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerEntrySchema } from '../../../contract/models/ledger.ts';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import { T0, UNEXPLAINED, baseline, consumer, page, task, ticket } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const DAY = 24 * 3_600_000;
const MINE = { id: 'default:mine', name: null };
const VIP = { id: 'r-vip', name: 'Clientes VIP à frente' };

describe.each(DRIVERS)('the ledger\'s pages on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    const { store } = opened;
    await store.commitPage(page('ticket', [ticket('a', { number: '1042', subject: 'Devolução atrasada' }), ticket('b', { subject: 'Senha' })]));
    await store.commitPage(page('task', [task('k')]));
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, number: '1042', subject: 'Devolução atrasada', status: 'closed' })], { source: 'hint' }));
  });
  afterEach(() => opened.store.close());
  const ask = async (search = '', more: { item?: { entity: 'ticket' | 'task'; id: string }; offset?: number; limit?: number; now?: number } = {}) =>
    opened.store.ledgerPage({ item: null, search, offset: 0, limit: 50, now: T0 + 2000, ...more });
  const seqs = async () => (await opened.store.recentEvents(0, 50)).map((event) => event.seq).reverse();

  it('tell how an event came, what decided, what the system answered and whether it was clicked', async () => {
    const { store } = opened;
    const [first = 0, second = 0, third = 0, fourth = 0] = await seqs();
    await store.claimToast({ id: 't', kind: 'item', claimedAt: T0 + 10, seqs: [first] }, { rules: new Map([[first, VIP]]), summary: null });
    await store.settleToast('t', { shown: true, via: 'electron', detail: null, at: T0 + 11 });
    await store.toastClicked('t', T0 + 12);
    await store.claimToast({ id: 's', kind: 'summary', claimedAt: T0 + 20, seqs: [second, third] }, { rules: new Map([[third, MINE]]), summary: 'flood' });
    await store.settleToast('s', { shown: false, via: 'none', detail: 'no service', at: T0 + 21 });
    await store.decide([{ seqs: [fourth, first], decision: 'quietHours', rule: MINE }]);
    const { total, entries } = await ask();
    expect(total).toBe(4);
    for (const entry of entries) expect(ledgerEntrySchema.safeParse(entry).error).toBeUndefined();
    expect(entries).toEqual([
      { seq: fourth, entity: 'ticket', id: 'a', number: '1042', title: 'Devolução atrasada', kind: 'changed', changes: [{ field: 'status', label: null, from: 'open', to: 'closed' }], at: T0 + 1, seenAt: T0 + 1000, source: 'hint', decision: 'quietHours', rule: 'default:mine', ruleName: null, summary: null, toast: null },
      expect.objectContaining({ seq: third, entity: 'task', decision: 'summary', rule: 'default:mine', summary: 'flood', toast: { claimedAt: T0 + 20, shown: false, via: 'none', detail: 'no service', clickedAt: null, withdrawnAt: null } }),
      expect.objectContaining({ seq: second, decision: 'summary', rule: null, ruleName: null, summary: 'flood' }),
      expect.objectContaining({ seq: first, source: 'poll', decision: 'toast', rule: 'r-vip', ruleName: 'Clientes VIP à frente', summary: null, toast: { claimedAt: T0 + 10, shown: true, via: 'electron', detail: null, clickedAt: T0 + 12, withdrawnAt: null } }),
    ]);
  });

  it('tell of each claim for itself when one toast took another\'s place', async () => {
    const { store } = opened;
    const [first = 0, , , fourth = 0] = await seqs();
    await store.claimToast({ id: 't', kind: 'item', claimedAt: T0 + 10, seqs: [first] }, UNEXPLAINED);
    await store.settleToast('t', { shown: true, via: 'electron', detail: null, at: T0 + 11 });
    await store.claimToast({ id: 't', kind: 'item', claimedAt: T0 + 20, seqs: [fourth] }, UNEXPLAINED);
    await store.toastWithdrawn('t', T0 + 30);
    const { entries } = await ask('', { item: { entity: 'ticket', id: 'a' } });
    expect(entries.map(({ toast }) => [toast?.claimedAt, toast?.shown, toast?.withdrawnAt])).toEqual([[T0 + 20, null, T0 + 30], [T0 + 10, true, null]]);
  });

  it('are searched by number, title and rule, without accents or case, every word', async () => {
    const [first = 0] = await seqs();
    await opened.store.decide([{ seqs: [first], decision: 'badge', rule: VIP }]);
    const found = async (search: string) => (await ask(search)).entries.map(({ id, kind }) => `${kind} ${id}`);
    expect(await found('DEVOLUCAO')).toEqual(['changed a', 'new a']);
    expect(await found('1042 vip')).toEqual(['new a']);
    expect([await found('frente senha'), await found('r-vip'), await found('%')]).toEqual([[], ['new a'], []]);
  });

  it('end after so many days and come in slices', async () => {
    await opened.store.commitPage(page('ticket', [ticket('b', { version: T0 + 9, subject: 'Senha', status: 'x' })], { now: T0 + 14 * DAY }));
    expect((await ask('', { now: T0 + 14 * DAY + 1000 })).total).toBe(5);
    expect((await ask('', { now: T0 + 14 * DAY + 1001 })).total).toBe(1);
    const slice = await ask('', { offset: 1, limit: 2 });
    expect([slice.total, slice.entries.map(({ seq }) => seq)]).toEqual([5, (await seqs()).reverse().slice(1, 3)]);
    expect(await ask('', { item: { entity: 'task', id: 'a' } })).toEqual({ total: 0, entries: [] });
  });

  it('give recent events newest first, decided or not', async () => {
    const [first = 0] = await seqs();
    await opened.store.decide([{ seqs: [first], decision: 'badge', rule: null }]);
    expect((await opened.store.recentEvents(T0, 3)).map(({ kind, id }) => `${kind} ${id}`)).toEqual(['changed a', 'new k', 'new b']);
    expect(await opened.store.recentEvents(T0 + 1001, 9)).toEqual([]);
  });

  it('give rules what they look at, as it is now', async () => {
    const { store } = opened;
    await baseline(store, 'consumer', [consumer('c1', { tagIds: ['v'] })]);
    await store.commitPage(page('ticket', [ticket('z', { departmentId: 'd1', assigneeId: 'u1', consumerId: 'c1', tagIds: ['g1'], description: 'long' })]));
    const facts = async () => (await store.pendingEvents(50)).find((event) => event.id === 'z')?.facts;
    expect(await facts()).toEqual({ departmentId: 'd1', assignee: 'id:u1', tagIds: ['g1'], consumerTagIds: ['v'], description: 'long', gone: false });
    await store.commitPage(page('ticket', [], { gone: [{ id: 'z', how: 'forbidden' }] }));
    expect((await facts())?.gone).toBe(true);
  });

  it('know which toasts may still stand, with their item as it is now', async () => {
    const { store } = opened;
    const [first = 0, second = 0, third = 0, fourth = 0] = await seqs();
    const toast = async (id: string, seq: number, shown = true, claimedAt = T0 + 10) => {
      await store.claimToast({ id, kind: 'item', claimedAt, seqs: [seq] }, UNEXPLAINED);
      await store.settleToast(id, { shown, via: 'electron', detail: null, at: claimedAt + 1 });
    };
    await toast('one', first);
    await toast('old', second, true, T0 - 1);
    await toast('unseen', third, false);
    await toast('two', fourth);
    const standing = async () => (await store.standingToasts(T0)).map(({ id, itemId, row, facts }) => [id, itemId, row.status, facts.assignee]);
    expect(await standing()).toEqual([['one', 'a', 'closed', null], ['two', 'a', 'closed', null]]);
    await store.toastClicked('one', T0 + 20);
    await store.commitPage(page('ticket', [ticket('a', { version: T0 + 5, assigneeName: 'Ana' })]));
    expect(await standing()).toEqual([['two', 'a', 'open', 'name:Ana']]);
    await store.toastWithdrawn('two', T0 + 30);
    expect(await standing()).toEqual([]);
  });
});
