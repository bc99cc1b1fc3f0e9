// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge(world);
  const view = await renderWindow(bridge, <MainWindow />);
  await view.user.click(screen.getByRole('button', { name: 'Settings' }));
  await settle();
  return { bridge, ...view };
}
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const group = (name: string) => screen.getByRole('region', { name });

describe('settings', () => {
  it('stores a number once the field is left, not while it is typed', async () => {
    const { bridge, user } = await show();
    const interval = field('Seconds between two syncs');
    await user.clear(interval);
    await user.type(interval, '60');
    expect(bridge.asked('settings.update')).toEqual([]);
    await user.tab();
    await settle();
    expect(bridge.asked('settings.update')).toEqual([{ syncIntervalSeconds: 60 }]);
    expect(field('Seconds between two syncs').value).toBe('60');
  });
  it('keeps a wrong number in the field and says the range', async () => {
    const { bridge, user } = await show();
    await user.clear(field('Seconds between two syncs'));
    await user.type(field('Seconds between two syncs'), '5{Enter}');
    expect(screen.getByText('Enter a whole number from 10 to 900.')).toBeTruthy();
    expect(field('Seconds between two syncs').value).toBe('5');
    expect(bridge.asked('settings.update')).toEqual([]);
  });
  it('shows what share and desktops come to', async () => {
    const { user } = await show();
    expect(screen.getByText('This computer: 18 requests a minute, of 180 for all together.')).toBeTruthy();
    await user.clear(field('Computers in your office that use this app'));
    await user.type(field('Computers in your office that use this app'), '200{Enter}');
    await waitFor(() => expect(screen.getByText('This computer: 1 request a minute, of 180 for all together.')).toBeTruthy());
  });

  it('records a hotkey', async () => {
    const { bridge, user } = await show();
    await user.click(button('Change'));
    expect(screen.getByRole('textbox', { name: 'Hotkey' }).textContent).toBe('Press the keys… Esc keeps the former one');
    await user.keyboard('{Control>}{Shift>}');
    expect(screen.getByRole('textbox', { name: 'Hotkey' }).textContent).toBe('Ctrl+Shift…');
    await user.keyboard('l{/Shift}{/Control}');
    await settle();
    expect(bridge.asked('settings.update')).toEqual([{ hotkey: 'CommandOrControl+Shift+L' }]);
    expect(screen.getByRole('group', { name: 'Hotkey' }).textContent).toContain('Ctrl+Shift+L');
    expect(document.activeElement).toBe(button('Change'));
  });
  it('keeps the former hotkey when the new one is taken, and says so', async () => {
    const { bridge, user } = await show();
    bridge.answer('settings.update', ({ hotkey }) => fail('hotkeyTaken', { hotkey: hotkey ?? '' }));
    await user.click(button('Change'));
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(screen.getByText('Another program already uses Ctrl+L.')).toBeTruthy());
    expect(screen.getByRole('group', { name: 'Hotkey' }).textContent).toContain('Ctrl+Shift+K');
  });
  it('leaves the hotkey alone on Esc, without leaving the screen; refuses a bare letter; clears', async () => {
    const { bridge, user } = await show();
    await user.click(button('Change'));
    await user.keyboard('l');
    expect(screen.getByText('People type with that key. Add Ctrl, Alt or another modifier to it.')).toBeTruthy();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy();
    expect(bridge.asked('settings.update')).toEqual([]);
    await user.click(button('Clear'));
    expect(bridge.asked('settings.update')).toEqual([{ hotkey: '' }]);
    await waitFor(() => expect(screen.getByRole('group', { name: 'Hotkey' }).textContent).toBe('None'));
    expect(document.activeElement).toBe(button('Clear'));
  });

  it('refuses a combination that programs need, says why, and goes on recording', async () => {
    const { bridge, user } = await show();
    await user.click(button('Change'));
    await user.keyboard('{Control>}c{/Control}');
    expect(screen.getByText(/^Programs use Ctrl\+C for their own work/)).toBeTruthy();
    expect(screen.getByRole('textbox', { name: 'Hotkey' })).toBeTruthy();
    expect(bridge.asked('settings.update')).toEqual([]);
  });

  it('pauses and resumes notifications', async () => {
    const { bridge, user } = await show();
    await user.click(button('Until I resume'));
    await waitFor(() => expect(screen.getByText('Paused until you resume.')).toBeTruthy());
    expect(document.activeElement).toBe(within(screen.getByRole('main')).getByRole('button', { name: 'Resume' }));
    await user.click(within(screen.getByRole('main')).getByRole('button', { name: 'Resume' }));
    await waitFor(() => expect(button('Until tomorrow, 08:00')).toBeTruthy());
    expect(document.activeElement).toBe(button('30 minutes'));
    expect(bridge.asked('settings.update')).toEqual([{ notificationsPausedUntil: -1 }, { notificationsPausedUntil: 0 }]);
  });
  it('says until when a pause lasts, and knows one that is over', async () => {
    const { bridge } = await show({ settings: sampleSettings({ notificationsPausedUntil: new Date(2026, 10, 23, 8).getTime() }) });
    expect(screen.getByText('Paused until Mon 23 Nov, 08:00.')).toBeTruthy();
    await act(async () => bridge.push('settings.changed', sampleSettings({ notificationsPausedUntil: NOW - 1 })));
    await waitFor(() => expect(screen.getByText('You are told about new and changed tickets and tasks.')).toBeTruthy());
  });
  it.each([[true, 'The system says it showed the test (by the system).'], [false, /^The system did not show the test \(by the system\)/]])('brings the system’s own answer to a test: %s', async (shown, words) => {
    const { bridge, user } = await show();
    bridge.answer('notification.test', () => ok({ shown, via: 'electron' }));
    await user.click(button('Send a test'));
    await waitFor(() => expect(screen.getByText(words)).toBeTruthy());
  });

  it('turns the listener on, then shows its address and what it is good for', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('switch', { name: 'Listen for webhooks' }));
    await waitFor(() => expect(within(group('Webhooks')).getByText('Starting…')).toBeTruthy());
    await act(async () => bridge.push('status.changed', sampleStatus({ hintUrl: 'http://127.0.0.1:4000/abc', hintsReceived: 1 })));
    await waitFor(() => expect(field('Listener address').value).toBe('http://127.0.0.1:4000/abc'));
    expect(screen.getByText('1 webhook call received')).toBeTruthy();
    expect(group('Webhooks').textContent).toContain('on this computer only');
  });
  it('turns nothing on that the main process refused', async () => {
    const { bridge, user } = await show();
    bridge.answer('settings.update', () => fail('listenerFailed'));
    await user.click(screen.getByRole('switch', { name: 'Listen for webhooks' }));
    await waitFor(() => expect(screen.getByText('The webhook listener could not start.')).toBeTruthy());
    expect(screen.getByRole('switch', { name: 'Listen for webhooks' }).getAttribute('aria-checked')).toBe('false');
  });
  it('changes theme and tray behaviour at once', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('radio', { name: 'Dark' }));
    await user.click(screen.getByRole('switch', { name: 'Keep running in the tray when the window is closed' }));
    expect(bridge.asked('settings.update')).toEqual([{ theme: 'dark' }, { closeToTray: false }]);
  });

  it.each([[false], [true]])('asks before signing out; deletes local data only when told to: %s', async (wipe) => {
    const { bridge, user } = await show();
    await user.click(button('Sign out'));
    const dialog = screen.getByRole('dialog', { name: 'Sign out?' });
    if (wipe) await user.click(within(dialog).getByRole('checkbox', { name: 'Also delete the local data' }));
    await user.click(within(dialog).getByRole('button', { name: 'Sign out' }));
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Connect to Cxpress' })).toBeTruthy());
    expect(bridge.asked('session.signOut')).toEqual([{ wipe }]);
    expect(field('API address').value).toBe('https://api.cxpress.example');
  });
  it('names the way a test went when it was not the system’s own', async () => {
    const { bridge, user } = await show();
    bridge.answer('notification.test', () => ok({ shown: true, via: 'node-notifier' }));
    await user.click(button('Send a test'));
    await waitFor(() => expect(screen.getByText('The system says it showed the test (by a helper program).')).toBeTruthy());
  });
  it('does not sign out on Cancel', async () => {
    const { bridge, user } = await show();
    await user.click(button('Sign out'));
    await user.click(button('Cancel'));
    expect(document.activeElement).toBe(button('Sign out'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(bridge.asked('session.signOut')).toEqual([]);
  });
  it('says what runs and whose it is', async () => {
    await show();
    const about = group('About and diagnostics').textContent;
    for (const words of ['0.1.0', '45.4.1', 'our best guess until a connection test has passed', 'gnome_libsecret, encrypted by the system', 'Unofficial client']) expect(about).toContain(words);
  });
});
