// @vitest-environment happy-dom
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { EVERYTHING } from '../../../../renderer/queue/filters.ts';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleSettings } from '../../../support/renderer-data.ts';

const ME = { key: 'name:Beatriz Nogueira', id: null, name: 'Beatriz Nogueira' };
async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 40), task: sampleQueue('task', 6) }, settings: sampleSettings({ me: ME }), ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  await settle();
  return { bridge, ...view };
}
const bar = () => screen.getByRole('group', { name: 'Filters' });

describe('saved views', () => {
  const saved = (id: string, name: string) => ({ id, name, entity: 'ticket' as const, filter: { ...EVERYTHING, statuses: [name] } });
  const settings = () => sampleSettings({ me: ME, savedViews: [saved('a', 'Open'), saved('b', 'Pending'), saved('c', 'Closed')] });
  const order = (bridge: ReturnType<typeof fakeBridge>) => bridge.world.settings.savedViews.map(({ id }) => id).join('');
  const line = (name: RegExp) => screen.getByRole('button', { name });

  it('are made of what is shown, with a name, and stand in the sidebar with their count', async () => {
    const { bridge, user } = await show();
    await user.click(within(bar()).getByRole('button', { name: 'Priority' }));
    await settle();
    await user.keyboard('urgent{Enter}{Escape}');
    await user.keyboard('{Shift>}s{/Shift}');
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(screen.getByText('Give it a name.')).toBeTruthy();
    await user.type(screen.getByLabelText('Name'), 'Burning{Enter}');
    await settle();
    const count = bridge.world.rows.ticket.filter(({ priority }) => priority === 'Urgent').length;
    expect(bridge.world.settings.savedViews).toMatchObject([{ name: 'Burning', entity: 'ticket', filter: { priorities: ['Urgent'] } }]);
    await waitFor(() => expect(screen.getByRole('button', { name: `Burning ${count} tickets` }).getAttribute('aria-current')).toBe('page'));
  });
  it('are moved by Alt and arrows and by drag, and say where they are', async () => {
    const { bridge, user } = await show({ settings: settings() });
    line(/^Closed/).focus();
    await user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
    await settle();
    expect(order(bridge)).toBe('cab');
    expect(document.activeElement).toBe(line(/^Closed/));
    expect(screen.getByText('“Closed” is now number 1 of 3')).toBeTruthy();
    const items = within(screen.getByRole('region', { name: 'Views' })).getAllByRole('listitem');
    const dataTransfer = { setData: () => undefined, effectAllowed: '' };
    fireEvent.dragStart(items[0] as HTMLElement, { dataTransfer });
    fireEvent.dragOver(items[2] as HTMLElement, { dataTransfer });
    fireEvent.drop(items[2] as HTMLElement, { dataTransfer });
    await settle();
    expect(order(bridge)).toBe('abc');
  });
  it('are removed with Delete, and come back to their place with Ctrl+Z', async () => {
    const { bridge, user } = await show({ settings: settings() });
    line(/^Pending/).focus();
    await user.keyboard('{Delete}');
    await settle();
    expect(order(bridge)).toBe('ac');
    expect(document.activeElement).toBe(line(/^Closed/));
    await user.keyboard('{Control>}z{/Control}');
    await settle();
    expect(order(bridge)).toBe('abc');
  });
  it('of one name are refused, for nobody could tell them apart; a name may stay', async () => {
    const { bridge, user } = await show({ settings: settings() });
    line(/^Open \d/).focus();
    await user.keyboard('{F2}');
    await user.keyboard('Closed{Enter}');
    expect(screen.getByText('There is a view of this name already. Give it another one.')).toBeTruthy();
    await user.keyboard('{Control>}a{/Control}Open{Enter}');
    await settle();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.world.settings.savedViews.map(({ name }) => name)).toEqual(['Open', 'Pending', 'Closed']);
  });
  it('are renamed, and take over a filter that was changed', async () => {
    const { bridge, user } = await show({ settings: settings() });
    line(/^Open \d/).focus();
    await user.keyboard('{F2}');
    await user.clear(screen.getByLabelText('Name'));
    await user.type(screen.getByLabelText('Name'), 'To do{Enter}');
    await settle();
    await user.click(line(/^To do/));
    await settle();
    expect(screen.queryByRole('button', { name: 'Update view' })).toBeNull();
    await user.keyboard('{Shift>}u{/Shift}');
    await settle();
    await user.click(screen.getByRole('button', { name: 'Update view' }));
    await settle();
    expect(bridge.world.settings.savedViews[0]).toMatchObject({ name: 'To do', filter: { statuses: ['Open'], only: 'unread' } });
  });
});
