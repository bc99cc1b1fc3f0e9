// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { Status } from '../../../../contract/status.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { bannerOf } from '../../../../renderer/queue/QueueBanner.tsx';
import { emptinessOf } from '../../../../renderer/queue/QueueEmpty.tsx';
import { placeOf } from '../../../../renderer/queue/useKeptRow.ts';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleRow, sampleStatus } from '../../../support/renderer-data.ts';

async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 250), task: sampleQueue('task', 3) }, ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  await settle();
  return { bridge, ...view };
}
const list = () => screen.getByRole('listbox', { name: 'Ticket list' });
const cursorId = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.dataset.item;
const option = (id: string) => document.querySelector<HTMLElement>(`[data-item="${id}"]`);

describe('queue list', () => {
  it('draws few of many rows and asks for their chunk only', async () => {
    const { bridge } = await show({ rows: { ticket: sampleQueue('ticket', 100_000), task: [] } });
    expect(within(list()).getAllByRole('option').length).toBeLessThan(40);
    expect(screen.getByText('100,000 tickets')).toBeTruthy();
    expect(bridge.asked('queue.page')).toEqual([{ entity: 'ticket', filter: EVERYTHING, offset: 0, limit: 100 }]);
    expect(option('ticket-0')?.getAttribute('aria-setsize')).toBe('100000');
  });
  it('shows what one line must say', async () => {
    await show();
    const row = option('ticket-0');
    for (const words of ['Unread', 'Não consigo acessar o painel', '#104200', 'Maria Aparecida dos Santos', 'Suporte Técnico', 'Open', 'Overdue 2h', 'now']) expect(row?.textContent).toContain(words);
    expect(option('ticket-2')?.textContent).toContain('Priority: Urgent');
    expect(option('ticket-1')?.querySelector('time')?.title).toMatch(/^Updated .*\nCreated /);
  });
  it('moves with j, k and arrows, opens with Enter, and reads what it opened', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('jj{ArrowDown}k');
    expect(cursorId()).toBe('ticket-2');
    expect(bridge.asked('item.get')).toEqual([]);
    await user.keyboard('{Enter}');
    await settle();
    expect(new Set(bridge.asked('item.get').map(({ id }) => id))).toEqual(new Set(['ticket-2']));
    expect(bridge.asked('item.markRead')).toEqual([{ entity: 'ticket', ids: ['ticket-2'], read: true }]);
    expect(option('ticket-2')?.getAttribute('aria-selected')).toBe('true');
    expect(document.activeElement).toBe(list());
  });
  it('turns unread with u and with a click on the mark, without opening', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('u');
    expect(bridge.asked('item.markRead').at(-1)).toEqual({ entity: 'ticket', ids: ['ticket-0'], read: true });
    await settle();
    expect(option('ticket-0')?.textContent).not.toContain('Unread');
    await user.click(within(option('ticket-0') as HTMLElement).getByTitle('Mark as unread'));
    expect(bridge.asked('item.markRead').at(-1)).toMatchObject({ read: false });
    expect(bridge.asked('item.get')).toEqual([]);
  });
  it('goes back with Esc, to the list', async () => {
    const { user } = await show();
    await user.click(option('ticket-1') as HTMLElement);
    await settle();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Nota fiscal emitida com CNPJ errado');
    await user.keyboard('{Escape}');
    expect(screen.getByText('No ticket selected')).toBeTruthy();
    expect(document.activeElement).toBe(list());
  });
  it('keeps cursor and selection on their items when rows move', async () => {
    const { bridge, user } = await show();
    await user.click(option('ticket-3') as HTMLElement);
    await settle();
    bridge.world.rows.ticket = [{ ...sampleRow('ticket', 900), id: 'brand-new', title: 'Brand new' }, ...bridge.world.rows.ticket];
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: ['brand-new'], all: false }));
    await waitFor(() => expect(screen.getByText('Brand new')).toBeTruthy());
    expect(cursorId()).toBe('ticket-3');
    expect(option('ticket-3')?.getAttribute('aria-posinset')).toBe('5');
    expect(option('ticket-3')?.getAttribute('aria-selected')).toBe('true');
  });
  it('stands still while rows come in above what is on screen, and lets them push in at the top', async () => {
    const { bridge } = await show();
    const insert = async (id: string) => {
      bridge.world.rows.ticket = [{ ...sampleRow('ticket', 900), id }, ...bridge.world.rows.ticket];
      await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: [id], all: false }));
      await waitFor(() => expect(screen.getByText(`${bridge.world.rows.ticket.length} tickets`)).toBeTruthy());
      await settle();
    };
    await insert('first');
    expect(list().scrollTop).toBe(0);
    await act(async () => {
      list().scrollTop = 1_120;
      list().dispatchEvent(new Event('scroll'));
    });
    await settle(200);
    await insert('second');
    expect(list().scrollTop).toBe(1_120 + 56);
  });
  it('keeps rows on screen while a push asks again', async () => {
    const { bridge } = await show();
    bridge.answer('queue.page', () => new Promise(() => undefined));
    await act(async () => bridge.push('items.changed', { entity: 'ticket', ids: [], all: true }));
    await settle(200);
    expect(option('ticket-0')).not.toBeNull();
    expect(screen.queryByRole('status', { name: 'Loading' })).toBeNull();
  });
  it('filters unread', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('radio', { name: 'Unread' }));
    await settle();
    expect(bridge.asked('queue.page').at(-1)).toMatchObject({ filter: { ...EVERYTHING, only: 'unread' } });
    expect(screen.getByRole('radio', { name: 'Unread' }).getAttribute('aria-checked')).toBe('true');
    expect(option('ticket-2')).toBeNull();
    expect(screen.getByText('10 unread', { selector: 'header *' })).toBeTruthy();
  });
  it('keeps the open row among the unread until another is opened, and j goes to the true next', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('radio', { name: 'Unread' }));
    await settle();
    expect(['ticket-0', 'ticket-1', 'ticket-5', 'ticket-6'].map((id) => option(id)?.getAttribute('aria-posinset'))).toEqual(['1', '2', '3', '4']);
    list().focus();
    await user.keyboard('j{Enter}');
    await settle(150);
    expect(screen.getByText('9 unread', { selector: 'header *' })).toBeTruthy();
    expect(option('ticket-1')?.getAttribute('aria-selected')).toBe('true');
    expect(option('ticket-1')?.getAttribute('aria-posinset')).toBe('2');
    expect(option('ticket-1')?.textContent).not.toContain('Unread');
    await user.keyboard('j');
    expect(cursorId()).toBe('ticket-5');
    await user.keyboard('{Enter}');
    await settle(150);
    expect(option('ticket-1')).toBeNull();
    expect(option('ticket-5')?.getAttribute('aria-posinset')).toBe('2');
    await user.keyboard('j');
    expect(cursorId()).toBe('ticket-6');
    await user.click(screen.getByRole('radio', { name: 'All' }));
    await user.click(screen.getByRole('radio', { name: 'Unread' }));
    await settle();
    expect(option('ticket-5')).toBeNull();
  });
  it('keeps the last unread row while it is open', async () => {
    const { user } = await show({ rows: { ticket: [sampleRow('ticket', 0)], task: [] } });
    await user.click(screen.getByRole('radio', { name: 'Unread' }));
    await settle();
    await user.click(option('ticket-0') as HTMLElement);
    await settle(150);
    expect(option('ticket-0')?.getAttribute('aria-selected')).toBe('true');
    expect(screen.queryByText('Nothing unread')).toBeNull();
  });
  it('marks and brings on screen what was opened from elsewhere', async () => {
    const { bridge } = await show();
    Object.defineProperty(list(), 'scrollHeight', { value: 250 * 56 });
    await act(async () => bridge.push('navigate', { to: 'item', entity: 'ticket', id: 'ticket-60' }));
    await waitFor(() => expect(cursorId()).toBe('ticket-60'));
    await settle(50);
    expect(option('ticket-60')?.getAttribute('aria-selected')).toBe('true');
    expect(list().scrollTop).toBeGreaterThan(50 * 56);
  });
  it('shows skeletons while it waits, and an error with a way on', async () => {
    const bridge = fakeBridge();
    let answer: (result: ReturnType<typeof fail>) => void = () => undefined;
    bridge.answer('queue.page', () => new Promise((resolve) => (answer = resolve)));
    const { user } = await renderWindow(bridge, <MainWindow />);
    await waitFor(() => expect(screen.getByRole('status', { name: 'Loading' })).toBeTruthy());
    await act(async () => answer(fail('internal')));
    await waitFor(() => expect(screen.getByText('Something went wrong inside the app.')).toBeTruthy());
    bridge.answer('queue.page', () => ok({ total: 1, unread: 0, rows: [sampleRow('ticket', 0)] }));
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(option('ticket-0')).not.toBeNull());
  });
});

describe('the place of a kept row', () => {
  const rows = [0, 1, 2, 4, 5].map((index) => sampleRow('ticket', index));
  const place = (from: number, index: number) => placeOf(sampleRow('ticket', index), from, (at) => rows[at], rows.length);
  it.each([[0, 3, 3], [3, 3, 3], [5, 3, 3], [99, 9, 5], [4, 3, 3]])('looked for from %d, row %d stands at %d', (from, index, expected) => expect(place(from, index)).toBe(expected));
});

const ANA = { key: 'id:1', id: '1', name: 'Ana' };
const NOBODY = { me: null, myDepartmentIds: [] as string[] };

describe('what a queue says of itself', () => {
  const status = (change: Partial<Status>) => sampleStatus(change);
  it.each([
    [{}, null], [{ state: 'offline' }, 'offline'], [{ state: 'blocked' }, 'blocked'], [{ state: 'needsTokens' }, 'needsTokens'], [{ missingPermissions: ['ticket'] }, 'noPermission'], [{ missingPermissions: ['task'] }, null],
    [{ state: 'catchingUp', completeUpTo: null }, 'first'], [{ state: 'catchingUp' }, null],
  ] as [Partial<Status>, string | null][])('above rows: %j → %s', (change, banner) => {
    expect(bannerOf(status(change), 'ticket')).toBe(banner);
  });
  it.each([
    [{}, 'all', 'nothing'], [{}, 'unread', 'unread'], [{ completeUpTo: null, state: 'catchingUp' }, 'all', 'first'], [{ completeUpTo: null, state: 'offline' }, 'all', 'offline'],
    [{ completeUpTo: null, state: 'blocked' }, 'all', 'blocked'], [{ missingPermissions: ['ticket'] }, 'unread', 'noPermission'],
    [{}, 'followed', 'followed'], [{}, 'snoozed', 'snoozed'],
  ] as [Partial<Status>, 'all' | 'unread' | 'followed' | 'snoozed', string][])('without rows: %j, %s → %s', (change, only, reason) => {
    expect(emptinessOf(status(change), NOBODY, 'ticket', { ...EVERYTHING, only: only === 'all' ? null : only })).toBe(reason);
  });
  it.each([
    ['mine', NOBODY, 'identity'], ['departments', NOBODY, 'identity'], ['departments', { ...NOBODY, me: ANA }, 'noDepartments'], ['mine', { ...NOBODY, me: ANA }, 'mine'],
    ['departments', { me: null, myDepartmentIds: ['d'] }, 'departments'], ['unassigned', NOBODY, 'unassigned'], ['all', NOBODY, 'nothing'],
  ] as const)('without rows of scope %s', (scope, viewer, reason) => {
    expect(emptinessOf(status({}), { ...viewer, myDepartmentIds: [...viewer.myDepartmentIds] }, 'ticket', { ...EVERYTHING, scope })).toBe(reason);
  });
  it('a filter explains an empty queue before its scope does', () => {
    expect(emptinessOf(status({}), { me: ANA, myDepartmentIds: [] }, 'ticket', { ...EVERYTHING, scope: 'mine', only: 'unread', statuses: ['Open'] })).toBe('filtered');
  });
  it('explains a missing permission once, with the way to get it', async () => {
    await show({ rows: { ticket: [], task: [] }, status: sampleStatus({ missingPermissions: ['ticket'] }) });
    expect(screen.getByText('This token may not read tickets')).toBeTruthy();
    expect(screen.queryByText(/no longer allows/)).toBeNull();
    expect(screen.getByRole('button', { name: 'No access to: Tickets' })).toBeTruthy();
  });
});
