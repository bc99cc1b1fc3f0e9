// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { takenByOther } from '../../../../renderer/queue/QueueRow.tsx';
import { departmentId } from '../../../support/fake-queue-calls.ts';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';

const MINUTE = 60_000;
const ME = { key: 'name:Beatriz Nogueira', id: null, name: 'Beatriz Nogueira' };
async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 40), task: sampleQueue('task', 6) }, settings: sampleSettings({ me: ME, myDepartmentIds: [departmentId('Financeiro')] }), ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  await settle();
  return { bridge, ...view };
}
const list = () => screen.getByRole('listbox', { name: 'Ticket list' });
const option = (id: string) => document.querySelector<HTMLElement>(`[data-item="${id}"]`);
const cursorId = () => document.getElementById(list().getAttribute('aria-activedescendant') ?? '')?.dataset.item;
const lastFilter = (bridge: ReturnType<typeof fakeBridge>) => bridge.asked('queue.page').at(-1)?.filter;
const bar = () => screen.getByRole('group', { name: 'Filters' });

describe('scopes', () => {
  it('stand in the sidebar with what is unread of them, counted in one call', async () => {
    const { bridge, user } = await show();
    const tickets = screen.getByRole('list', { name: 'Tickets' });
    const mine = bridge.world.rows.ticket.filter((row) => row.assigneeName === ME.name && row.unread).length;
    expect(mine).toBeGreaterThan(0);
    expect(within(tickets).getByRole('button', { name: `Mine ${mine} unread` })).toBeTruthy();
    expect(bridge.asked('queue.counts')).toHaveLength(1);
    await user.click(within(tickets).getByRole('button', { name: /^Mine/ }));
    await settle();
    expect(lastFilter(bridge)).toEqual({ ...EVERYTHING, scope: 'mine' });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('TicketsMine');
    expect(within(tickets).getByRole('button', { name: /^Mine/ }).getAttribute('aria-current')).toBe('page');
  });
  it('are reached by keys, and the next and the former by brackets', async () => {
    const { bridge, user } = await show();
    const here = () => document.querySelector('nav [aria-current="page"]')?.textContent;
    for (const [keys, name] of [['gu', 'Unassigned'], ['gd', 'My departments'], ['ga', 'All'], ['gm', 'Mine'], [']', 'My departments'], ['[[', 'Mine'], ['[[', 'Snoozed']] as const) {
      await user.keyboard(keys);
      await settle();
      expect(here()).toContain(name);
    }
    expect(bridge.asked('queue.page').map(({ filter }) => filter.scope)).toEqual(['all', 'unassigned', 'departments', 'mine', 'all']);
  });
  it('that need a person lead to where one says who one is', async () => {
    const { user } = await show({ settings: sampleSettings() });
    await user.keyboard('gm');
    await settle();
    expect(screen.getByText('Who are you?')).toBeTruthy();
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Say who you are' }));
    await settle();
    expect(document.activeElement?.closest('[data-settings-section]')?.getAttribute('data-settings-section')).toBe('identity');
  });
  it('tell when they are empty, each in its own words', async () => {
    const { user } = await show({ rows: { ticket: [], task: [] } });
    for (const [keys, words] of [['gm', 'Nothing is assigned to you'], ['gd', 'Nothing in your departments'], ['gu', 'Nothing waits for an assignee'], ['gf', 'You follow nothing here'], ['gs', 'Nothing is snoozed']] as const) {
      await user.keyboard(keys);
      await settle();
      expect(screen.getByText(words)).toBeTruthy();
    }
    await user.click(screen.getByRole('button', { name: 'Show all' }));
    await settle();
    expect(screen.getByText('No tickets yet')).toBeTruthy();
  });
});

describe('the filter bar', () => {
  it('adds values by keyboard alone, shows them, and takes them away one by one', async () => {
    const { bridge, user } = await show();
    within(bar()).getByRole('button', { name: 'Status' }).focus();
    await user.keyboard('{Enter}');
    await settle();
    const field = screen.getByRole('combobox', { name: 'Status' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('pend{Enter}');
    await settle();
    expect(lastFilter(bridge)).toEqual({ ...EVERYTHING, statuses: ['Pending'] });
    expect(screen.getByRole('option', { name: /^Pending/ }).getAttribute('aria-selected')).toBe('true');
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(within(bar()).getByRole('button', { name: /^Status/ }));
    expect(bar().textContent).toContain('Status:Pending');
    await user.click(within(bar()).getByRole('button', { name: 'Remove filter Status: Pending' }));
    await settle();
    expect(bar().textContent).not.toContain('Pending');
    expect(option('ticket-0')).not.toBeNull();
  });
  it('searches all conditions with /, words in any order and without accents', async () => {
    const { bridge, user } = await show();
    await user.keyboard('/');
    await settle();
    await user.keyboard('logistica{Enter}');
    await settle();
    expect(lastFilter(bridge)?.departmentIds).toEqual([departmentId('Logística')]);
    await user.clear(screen.getByRole('combobox'));
    await user.keyboard('overdue{Enter}');
    await settle();
    expect(lastFilter(bridge)).toMatchObject({ departmentIds: [departmentId('Logística')], due: 'overdue' });
  });
  it('says when nothing matches, and clears', async () => {
    const { bridge, user } = await show();
    await act(async () => bridge.push('navigate', { to: 'queue', entity: 'ticket', filter: { ...EVERYTHING, statuses: ['No such status'] } }));
    await settle();
    expect(screen.getByText('No ticket matches these filters')).toBeTruthy();
    expect(bar().textContent).toContain('No such status');
    await user.click(within(screen.getByRole('region', { name: /^Tickets/ })).getAllByRole('button', { name: 'Clear' }).at(-1) as HTMLElement);
    await settle();
    expect(option('ticket-0')).not.toBeNull();
    expect(within(bar()).queryByRole('button', { name: 'Clear' })).toBeNull();
  });
  it('keeps the filter of a queue while another screen is up', async () => {
    const { bridge, user } = await show();
    await act(async () => bridge.push('navigate', { to: 'queue', entity: 'ticket', filter: { ...EVERYTHING, priorities: ['Urgent'] } }));
    await user.keyboard('{Control>}2{/Control}{Control>},{/Control}{Control>}1{/Control}');
    await settle();
    expect(bar().textContent).toContain('Priority:Urgent');
  });
  it('orders by another field', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('button', { name: 'Order: Last change: newest first' }));
    await user.click(screen.getByRole('radio', { name: /Due.*soonest first/ }));
    await settle();
    expect(lastFilter(bridge)?.sort).toEqual({ by: 'due', descending: false });
    expect(screen.getByRole('button', { name: 'Order: Due: soonest first' })).toBe(document.activeElement);
  });
  it('shows all of one consumer, from their card', async () => {
    const { bridge, user } = await show();
    await user.click(option('ticket-1') as HTMLElement);
    await settle();
    await user.click(screen.getByRole('button', { name: 'Show all in the list' }));
    await settle();
    expect(lastFilter(bridge)).toEqual({ ...EVERYTHING, consumerId: 'consumer João Pedro Albuquerque' });
    expect(bar().textContent).toContain('Consumer:João Pedro Albuquerque');
  });
});

describe('acts', () => {
  it('marks what is shown as read, nothing else, and takes it back', async () => {
    const { bridge, user } = await show();
    const unread = () => bridge.world.rows.ticket.filter((row) => row.unread).map(({ id }) => id);
    const before = unread();
    const filter = { ...EVERYTHING, statuses: ['Open'] };
    await act(async () => bridge.push('navigate', { to: 'queue', entity: 'ticket', filter }));
    await settle();
    await user.keyboard('{Shift>}a{/Shift}');
    await settle();
    expect(bridge.asked('queue.markRead')).toEqual([{ entity: 'ticket', filter }]);
    const left = unread();
    expect(left.length).toBeGreaterThan(0);
    expect(left.length).toBeLessThan(before.length);
    await user.click(within(screen.getByText(`${before.length - left.length} marked as read`).parentElement as HTMLElement).getByRole('button', { name: /^Undo/ }));
    await settle();
    expect(unread()).toEqual(before);
    await user.keyboard('{Shift>}a{/Shift}');
    await settle();
    await user.keyboard('{Control>}z{/Control}');
    await settle();
    expect(unread()).toEqual(before);
  });
  it('follows with f, and goes on with e', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('fe');
    await settle();
    expect(bridge.asked('item.follow')).toEqual([{ entity: 'ticket', id: 'ticket-0', follow: true }]);
    expect(option('ticket-0')?.textContent).toContain('Followed');
    expect(bridge.world.rows.ticket[0]?.unread).toBe(false);
    expect(cursorId()).toBe('ticket-1');
  });
  it('snoozes by key, until a usual time or one’s own, and wakes', async () => {
    const { bridge, user } = await show();
    list().focus();
    await user.keyboard('s');
    expect(screen.getByRole('dialog', { name: 'Snooze until' })).toBeTruthy();
    await user.keyboard('2');
    await settle();
    expect(bridge.asked('item.snooze')).toEqual([{ entity: 'ticket', ids: ['ticket-0'], until: NOW + 240 * MINUTE, orChange: true }]);
    expect(option('ticket-0')).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    await settle();
    expect(option('ticket-0')).not.toBeNull();
    await user.keyboard('s');
    await user.click(screen.getByRole('checkbox', { name: 'Or when something changes' }));
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '0:01' } });
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    expect(screen.getByRole('alert').textContent).toContain('still to come');
    await user.selectOptions(screen.getByLabelText('Date'), 'Wed 25 Nov');
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: '9h15' } });
    await user.click(screen.getByRole('button', { name: 'Snooze' }));
    await settle();
    expect(bridge.asked('item.snooze').at(-1)).toMatchObject({ until: new Date(2026, 10, 25, 9, 15).getTime(), orChange: false });
    await user.keyboard('gs');
    await settle();
    expect(option(bridge.asked('item.snooze').at(-1)?.ids[0] ?? '')?.textContent).toContain('Snoozed until Wed 25 Nov, 09:15');
    await user.keyboard('s');
    await user.click(screen.getByRole('button', { name: 'Wake now' }));
    await settle();
    expect(bridge.asked('item.snooze').at(-1)).toMatchObject({ until: null });
  });
  it('says why something could not be done', async () => {
    const { bridge, user } = await show();
    bridge.answer('item.follow', () => fail('internal'));
    list().focus();
    await user.keyboard('f');
    await settle();
    expect(screen.getByText(/Something went wrong inside the app/)).toBeTruthy();
    await waitFor(() => expect(option('ticket-0')?.textContent).not.toContain('Followed'));
  });
  it('copies, opens in Cxpress and leads to the ledger, of the item whose details have the focus', async () => {
    const { bridge, user } = await show();
    await user.click(option('ticket-1') as HTMLElement);
    await settle();
    await user.keyboard('j');
    const item = { entity: 'ticket', id: 'ticket-1' };
    screen.getByRole('button', { name: 'Copy link' }).focus();
    await user.keyboard('c{Shift>}c{/Shift}{Control>}{Enter}{/Control}');
    await settle();
    expect(bridge.asked('item.copy')).toEqual([{ ...item, what: 'number' }, { ...item, what: 'link' }]);
    expect(bridge.asked('item.browse')).toEqual([item]);
    await user.keyboard('w');
    await settle();
    expect(bridge.asked('ledger.page').at(-1)).toMatchObject({ item });
  });
});

describe('what a row says', () => {
  it('why it is back, that it is followed, and who took it just now', async () => {
    const [a, b, c, d, ...rest] = sampleQueue('ticket', 12) as [ReturnType<typeof sampleQueue>[number], ...ReturnType<typeof sampleQueue>] & ReturnType<typeof sampleQueue>;
    if (!a || !b || !c || !d) throw new Error('The sample is too short');
    await show({ rows: { ticket: [{ ...a, woke: 'time', followed: true }, { ...b, woke: 'change' }, { ...c, assigneeName: 'Ana', takenAt: NOW - 2 * MINUTE }, { ...d, assigneeName: ME.name, takenAt: NOW - 2 * MINUTE }, ...rest], task: [] } });
    expect(option(a.id)?.textContent).toContain('Followed');
    expect(option(a.id)?.textContent).toContain('Back: time’s up');
    expect(option(b.id)?.textContent).toContain('Back: something changed');
    expect(option(c.id)?.textContent).toContain('Taken by Ana 2 min ago');
    expect(option(d.id)?.textContent).not.toContain('Taken');
  });
  it.each([[29, true], [31, false]])('taken %d minutes ago: %s', (minutes, news) => expect(takenByOther({ takenAt: NOW - minutes * MINUTE, assigneeName: 'Ana' }, ME, NOW)).toBe(news));
});
