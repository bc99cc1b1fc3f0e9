// @vitest-environment happy-dom
import { act, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { keepEarlyNavigation } from '../../../../renderer/bridge/early-navigation.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleQueue, sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

const rows = () => ({ ticket: sampleQueue('ticket', 20), task: sampleQueue('task', 5) });

describe('main window', () => {
  it('shows the first run while signed out, and the queue once signed in', async () => {
    const bridge = fakeBridge({ rows: rows(), status: sampleStatus({ state: 'signedOut' }) });
    await renderWindow(bridge, <MainWindow />);
    expect(screen.getByRole('heading', { name: 'Connect to Cxpress' })).toBeTruthy();
    await act(async () => bridge.push('status.changed', sampleStatus({ state: 'catchingUp' })));
    await waitFor(() => expect(screen.getByRole('listbox')).toBeTruthy());
  });
  it('asks for new tokens when the session ended, says what is kept, and lets one go back to it', async () => {
    const { user } = await renderWindow(fakeBridge({ rows: rows(), status: sampleStatus({ state: 'needsTokens' }) }), <MainWindow />);
    expect(screen.getByRole('heading', { name: 'Paste a new token pair' })).toBeTruthy();
    expect(screen.getByText(/tasks and settings on this computer are kept/)).toBeTruthy();
    await user.type(screen.getByLabelText('API token'), 'typed');
    screen.getByRole('button', { name: 'Sign in' }).focus();
    await user.keyboard('{Escape}');
    expect(screen.getByLabelText<HTMLInputElement>('API token').value).toBe('typed');
    await user.click(screen.getByRole('button', { name: 'Back to what is stored' }));
    await settle();
    expect(screen.getByRole('listbox')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Paste new tokens' }));
    expect(screen.getByLabelText('API token')).toBeTruthy();
  });
  it('goes where it was told before its first frame', async () => {
    const bridge = fakeBridge({ rows: rows() });
    const early = Object.assign(Object.create(bridge) as typeof bridge, keepEarlyNavigation(bridge));
    bridge.push('navigate', { to: 'item', entity: 'task', id: 'task-1' });
    await renderWindow(early, <MainWindow />);
    await settle();
    expect(screen.getByRole('listbox', { name: 'Task list' })).toBeTruthy();
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('Enviar segunda via do boleto');
    expect(bridge.asked('item.markRead')).toEqual([{ entity: 'task', ids: ['task-1'], read: true }]);
  });
  it('follows links between a task and its ticket', async () => {
    const { user } = await renderWindow(fakeBridge({ rows: rows() }), <MainWindow />);
    await user.click(screen.getByRole('button', { name: /^Tasks/ }));
    await settle();
    await user.click(document.querySelector('[data-item="task-2"]') as HTMLElement);
    await settle();
    await user.click(screen.getByRole('button', { name: /#104200/ }));
    await settle();
    expect(screen.getByRole('listbox', { name: 'Ticket list' })).toBeTruthy();
    expect(document.querySelector('[data-item="ticket-0"]')?.getAttribute('aria-selected')).toBe('true');
  });
  it('puts the focus on the list after signing in, and on list or heading after a screen was asked for by key', async () => {
    const bridge = fakeBridge({ rows: rows(), status: sampleStatus({ state: 'signedOut' }) });
    const { user } = await renderWindow(bridge, <MainWindow />);
    await act(async () => bridge.push('status.changed', sampleStatus()));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Ticket list' })));
    await user.keyboard('{Control>}2{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Task list' })));
    await user.keyboard('{Control>},{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Settings', level: 1 }));
    screen.getByRole('button', { name: /^Tickets/ }).focus();
    await user.keyboard('{Control>}1{/Control}');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Ticket list' })));
    screen.getByRole('button', { name: /^Tickets/ }).focus();
    await user.keyboard('{Control>}1{/Control}');
    expect(document.activeElement).toBe(screen.getByRole('listbox', { name: 'Ticket list' }));
  });
  it('brings the lookup up from the sidebar', async () => {
    const bridge = fakeBridge({ rows: rows() });
    const { user } = await renderWindow(bridge, <MainWindow />);
    expect(screen.getByRole('button', { name: 'Lookup' }).title).toContain('Ctrl+Shift+K');
    await user.click(screen.getByRole('button', { name: 'Lookup' }));
    expect(bridge.asked('lookup.show')).toHaveLength(1);
  });
  it('tells the keys of its screens', async () => {
    await renderWindow(fakeBridge({ rows: rows() }), <MainWindow />);
    expect(screen.getByRole('button', { name: /^Tickets/ }).title).toContain('Tickets (Ctrl+1)');
    expect(screen.getByRole('button', { name: 'Settings' }).title).toBe('Settings (Ctrl+,)');
  });
  it('applies the theme to the page, also when it changes', async () => {
    const bridge = fakeBridge({ settings: sampleSettings({ theme: 'dark' }) });
    await renderWindow(bridge, <MainWindow />);
    expect(document.documentElement.dataset.theme).toBe('dark');
    await act(async () => bridge.push('settings.changed', sampleSettings({ theme: 'system' })));
    await waitFor(() => expect(document.documentElement.hasAttribute('data-theme')).toBe(false));
  });
  it('says when it cannot start, and tries again', async () => {
    const bridge = fakeBridge({ rows: rows() });
    bridge.answer('app.start', () => fail('internal'));
    const { user } = await renderWindow(bridge, <MainWindow />);
    expect(screen.getByText('Something went wrong inside the app.')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    await settle();
    expect(bridge.asked('app.start')).toHaveLength(2);
  });
});
