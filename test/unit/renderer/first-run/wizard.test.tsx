// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FIRST_RUN_STEPS, type FirstRunStep } from '../../../../contract/first-run-steps.ts';
import { fail } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeBridge } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { setUpAt } from '../../../support/renderer-preview/first-run-scenes.ts';
import { sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

const signedOut = () => fakeBridge({ status: sampleStatus({ state: 'signedOut' }), settings: sampleSettings({ baseUrl: '' }) });
const show = (bridge: FakeBridge) => renderWindow(bridge, <MainWindow />);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const heading = () => screen.getByRole('heading', { level: 1 });
const steps = () => within(screen.getByRole('navigation', { name: 'Steps of the set-up' })).getAllByRole('button');
const current = () => steps().filter((step) => step.getAttribute('aria-current') === 'step').map((step) => step.textContent);
const written = (bridge: FakeBridge) => bridge.asked('settings.update').flatMap((patch) => ('firstRunStep' in patch ? [patch.firstRunStep] : []));

describe('the set-up', () => {
  it('goes from step to step by Enter alone, each time with the focus on the heading, writes each down, and ends in the queue', async () => {
    const bridge = setUpAt('language');
    const { user } = await show(bridge);
    const headings: (string | null)[] = [];
    for (let step = 0; step <= FIRST_RUN_STEPS.length; step++) {
      await waitFor(() => expect(document.activeElement).toBe(heading()));
      headings.push(heading().textContent);
      await user.keyboard('{Enter}');
      await settle();
    }
    expect(headings).toEqual(['Choose your language', 'Connect to Cxpress', 'Who are you, and which departments are yours?', 'See whether notifications arrive', 'Where the icon is', 'Try the lookup hotkey', 'Start when you log in?', 'You are ready']);
    expect(written(bridge)).toEqual([...FIRST_RUN_STEPS.slice(1), null]);
    await waitFor(() => expect(screen.getByRole('listbox', { name: 'Ticket list' })).toBeTruthy());
  });
  it.each(FIRST_RUN_STEPS)('goes on at %s after a restart', async (step) => {
    await show(setUpAt(step));
    expect(current()).toHaveLength(1);
    expect(steps()[FIRST_RUN_STEPS.indexOf(step)]?.getAttribute('aria-current')).toBe('step');
  });
  it('tells of each step whether it was done, skipped or is ahead', async () => {
    const { user } = await show(setUpAt('notifications'));
    await user.click(button('Skip'));
    await user.click(button('Next'));
    expect(steps().map(({ textContent }) => textContent?.replace(/^\d/, ''))).toEqual(['Languagedone', 'Connectiondone', 'Who you areskipped', 'Notificationsskipped', 'Tray icondone', 'Lookup hotkey', 'Start at loginnot yet']);
  });
  it('goes to any step that is chosen, and says at the end what was skipped and where it is', async () => {
    const bridge = setUpAt('language');
    const { user } = await show(bridge);
    await user.click(screen.getByRole('button', { name: /^Start at login/ }));
    await user.click(button('Skip'));
    expect(heading().textContent).toBe('You are ready');
    expect(screen.getByText(/^Skipped: Start at login\. All of it is in Settings/)).toBeTruthy();
  });
  it('can be left at any step, and is not begun again by itself', async () => {
    const bridge = setUpAt('tray');
    const { user } = await show(bridge);
    await user.click(button('Finish later'));
    await waitFor(() => expect(screen.getByRole('listbox', { name: 'Ticket list' })).toBeTruthy());
    expect(written(bridge)).toEqual([null]);
  });
  it('is left for an item that a notification leads to', async () => {
    const bridge = setUpAt('hotkey');
    await show(bridge);
    act(() => bridge.push('navigate', { to: 'item', entity: 'ticket', id: 'ticket-3' }));
    await waitFor(() => expect(bridge.world.settings.firstRunStep).toBeNull());
    await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Steps of the set-up' })).toBeNull());
  });
  it('stays and says so when a change cannot be kept', async () => {
    const bridge = setUpAt('login');
    const { user } = await show(bridge);
    bridge.answer('settings.update', () => fail('internal'));
    await user.click(button('Finish later'));
    await waitFor(() => expect(screen.getByRole('alert')).toBeTruthy());
    expect(heading().textContent).toBe('Start when you log in?');
  });
});

describe('the set-up before anybody is signed in', () => {
  it('goes on with who one is right after the sign-in, and knows so before it', async () => {
    const bridge = signedOut();
    const { user } = await show(bridge);
    await user.keyboard('{Enter}');
    await user.type(screen.getByLabelText('API address'), 'https://api.cxpress.example');
    await user.type(screen.getByLabelText('API token'), 'a');
    await user.type(screen.getByLabelText('Refresh token'), 'b{Enter}');
    await waitFor(() => expect(heading().textContent).toBe('Who are you, and which departments are yours?'));
    expect(bridge.world.settings.firstRunStep).toBe('identity');
    expect(document.activeElement).toBe(heading());
    expect(steps()[1]?.textContent).toContain('done');
  });
  it('keeps what was typed while other steps are up', async () => {
    const { user } = await show(signedOut());
    await user.keyboard('{Enter}');
    await user.type(screen.getByLabelText('API token'), 'typed');
    await user.click(button('Skip'));
    await user.click(button('Back'));
    expect(screen.getByLabelText<HTMLInputElement>('API token').value).toBe('typed');
  });
  it('goes through everything else without tokens, passes over who one is, and ends at the connection', async () => {
    const bridge = signedOut();
    const { user } = await show(bridge);
    await user.keyboard('{Enter}');
    await user.click(button('Skip'));
    expect(heading().textContent).toBe('See whether notifications arrive');
    expect(steps()[2]?.getAttribute('aria-disabled')).toBe('true');
    for (let step = 0; step < 4; step++) await user.click(button('Skip'));
    expect(heading().textContent).toBe('Only the connection is missing');
    await user.keyboard('{Enter}');
    expect(heading().textContent).toBe('Connect to Cxpress');
    expect(written(bridge)).toEqual([]);
  });
});

describe('the steps', () => {
  const at = async (step: FirstRunStep, options: Parameters<typeof setUpAt>[1] = {}, prepare: (bridge: FakeBridge) => void = () => undefined) => {
    const bridge = setUpAt(step, options);
    prepare(bridge);
    const view = await show(bridge);
    return { bridge, ...view };
  };
  it('connection: says to what, and leads to new tokens and back', async () => {
    const { user } = await at('connect');
    expect(screen.getByText('You are connected to api.cxpress.example.')).toBeTruthy();
    await user.click(button('Replace the tokens'));
    expect(screen.getByRole('heading', { name: 'Paste a new token pair' })).toBeTruthy();
    await user.click(button('Back to what is stored'));
    expect(heading().textContent).toBe('Connect to Cxpress');
  });
  it('who one is: keeps a choice at once, asks again as names come in, and says where it can be done later', async () => {
    const { bridge, user } = await at('identity', { status: { state: 'catchingUp', completeUpTo: null, progress: { done: 320, total: 500, entity: 'ticket', leftMs: null } } });
    expect(screen.getByText('Reading the list of agents… 320 of 500 tickets')).toBeTruthy();
    expect(screen.getByText(/You can also do this later, in Settings under/)).toBeTruthy();
    const before = bridge.asked('agents.list').length;
    bridge.push('status.changed', sampleStatus({ state: 'catchingUp', completeUpTo: null, progress: { done: 420, total: 500, entity: 'ticket', leftMs: null } }));
    await waitFor(() => expect(bridge.asked('agents.list').length).toBeGreaterThan(before));
    await user.click(screen.getByRole('radio', { name: /Beatriz Nogueira/ }));
    await waitFor(() => expect(bridge.world.settings.me).toEqual({ key: 'id:agent-1', id: 'agent-1', name: 'Beatriz Nogueira' }));
    await user.click(button('Next'));
    expect(steps()[2]?.textContent).toContain('done');
  });
  it('notifications: waits for the system’s answer, then asks whether it was seen', async () => {
    let answer: (shown: boolean) => void = () => undefined;
    const { user } = await at('notifications', {}, (bridge) => bridge.answer('notification.test', () => new Promise((resolve) => (answer = (shown) => resolve({ ok: true, value: { shown, via: 'electron' } })))));
    await user.click(button('Send a test notification'));
    expect(screen.getByText('Waiting for the system’s answer…')).toBeTruthy();
    answer(true);
    await waitFor(() => expect(screen.getByText('The system says it showed the test.')).toBeTruthy());
    await user.click(button('Yes, I saw it'));
    expect(screen.getByText('Good: notifications arrive on this computer.')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(heading().textContent).toBe('Where the icon is');
  });
  it.each([
    ['windows', /Focus Assist/], ['macos', /macOS asks once/], ['gnome', /“Do Not Disturb” must be off/], ['kde', /The bell beside the clock/], ['other', /dunst, mako/],
  ] as const)('notifications on %s: says what to do when none came', async (kind, words) => {
    const { user } = await at('notifications', { facts: { kind } });
    expect(screen.getByText('When nothing comes').closest('details')?.open).toBe(false);
    await user.click(button('Send a test notification'));
    await waitFor(() => expect(button('No, I saw nothing')).toBeTruthy());
    await user.click(button('No, I saw nothing'));
    expect(screen.getByText('When nothing comes').closest('details')?.open).toBe(true);
    expect(screen.getByText(words)).toBeTruthy();
  });
  it('notifications: opens the help by itself when the system confirmed nothing, and tells of do-not-disturb', async () => {
    const { user } = await at('notifications', { facts: { doNotDisturb: 'on' } }, (bridge) => bridge.answer('notification.test', () => ({ ok: true, value: { shown: false, via: 'electron' } })));
    expect(screen.getByText('The system’s “do not disturb” is on.')).toBeTruthy();
    await user.click(button('Send a test notification'));
    await waitFor(() => expect(screen.getByText('The system did not confirm that it showed the test.')).toBeTruthy());
    expect(screen.getByText('When nothing comes').closest('details')?.open).toBe(true);
    expect(screen.queryByText('Did you see it?')).toBeNull();
  });
  it.each([
    ['windows', 'the taskbar, beside the clock', /arrow \^/], ['macos', 'the menu bar, at the top right', /Hold ⌘/], ['gnome', 'the top bar, at the right', /in the top bar/], ['kde', 'the panel, beside the clock', /Always shown/], ['other', 'the panel, beside the clock', /notification area of your panel/],
  ] as const)('icon on %s: a picture and where to look', async (kind, place, words) => {
    await at('tray', { facts: { kind } });
    expect(screen.getByRole('img', { name: `Drawing of the place: ${place}` })).toBeTruthy();
    expect(screen.getByText(words)).toBeTruthy();
  });
  it('icon: says what holds without one, and notices when there is one', async () => {
    const { bridge } = await at('tray', { facts: { kind: 'gnome', tray: false } });
    expect(screen.getByText('This desktop shows no tray icons.')).toBeTruthy();
    expect(screen.queryByRole('img')).toBeNull();
    bridge.answer('desktop.facts', () => ({ ok: true, value: { tray: true, kind: 'gnome', wayland: false, hotkeyBound: true, login: 'off', tellsLock: true, doNotDisturb: 'off' } }));
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(screen.getByRole('img')).toBeTruthy());
  });
  it('hotkey: counts down while it waits, and can be stopped; what comes later is not shown', async () => {
    let press: () => void = () => undefined;
    const { bridge, user } = await at('hotkey', {}, (made) => made.answer('hotkey.try', () => new Promise((resolve) => (press = () => resolve({ ok: true, value: { heard: true } })))));
    await user.click(button('Try it'));
    expect(screen.getByText('Press Ctrl+Shift+K now')).toBeTruthy();
    expect(screen.getByRole('timer').textContent).toBe('20 seconds left');
    await user.click(button('Stop waiting'));
    expect(screen.queryByRole('timer')).toBeNull();
    expect(bridge.asked('hotkey.cancel')).toHaveLength(1);
    press();
    await settle();
    expect(screen.queryByText(/It works/)).toBeNull();
    await user.click(button('Try it'));
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('timer')).toBeNull();
    await user.click(button('Try it'));
    press();
    await waitFor(() => expect(screen.getByText('It works: the app heard Ctrl+Shift+K.')).toBeTruthy());
    expect([bridge.asked('hotkey.try').length, bridge.asked('hotkey.cancel').length]).toEqual([3, 2]);
    await user.click(button('Try again'));
    await user.click(button('Skip'));
    expect(bridge.asked('hotkey.cancel')).toHaveLength(3);
  });
  it('hotkey: says that nothing was heard, that it is not bound, and how Wayland is', async () => {
    const { user } = await at('hotkey', { facts: { wayland: true, hotkeyBound: false } }, (bridge) => bridge.answer('hotkey.try', () => ({ ok: true, value: { heard: false } })));
    expect(screen.getByText('This session runs on Wayland: the system decides which program hears a hotkey.')).toBeTruthy();
    expect(screen.getByText('cxpress-tray --lookup')).toBeTruthy();
    expect(screen.getByText('The system did not give this combination to the app.')).toBeTruthy();
    await user.click(button('Try it'));
    await waitFor(() => expect(screen.getByText('Nothing was heard within 20 seconds.')).toBeTruthy());
  });
  it('hotkey: another one is recorded, and one that is taken is said', async () => {
    const { bridge, user } = await at('hotkey', {}, (made) => made.answer('settings.update', () => fail('hotkeyTaken', { hotkey: 'CommandOrControl+Alt+L' })));
    await user.click(button('Change'));
    await user.keyboard('{Control>}{Alt>}l{/Alt}{/Control}');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Ctrl+Alt+L'));
    expect(bridge.asked('settings.update')).toEqual([{ hotkey: 'CommandOrControl+Alt+L' }]);
  });
  it('login: off until it is switched on', async () => {
    const { bridge, user } = await at('login');
    const toggle = screen.getByRole('switch', { name: 'Start Cxpress Tray when I log in' });
    expect(toggle.getAttribute('aria-checked')).toBe('false');
    await user.click(toggle);
    await waitFor(() => expect(bridge.asked('settings.update')).toEqual([{ startAtLogin: true }]));
  });
  it('login: says where it is blocked, and where the app cannot do it', async () => {
    const { unmount } = await at('login', { facts: { kind: 'windows', login: 'blocked' } });
    expect(screen.getByText('Task Manager → Startup apps: enable Cxpress Tray.')).toBeTruthy();
    unmount();
    await at('login', { facts: { login: 'unavailable' } });
    expect(screen.getByText('This cannot be switched on from here on this system.')).toBeTruthy();
    expect(screen.queryByRole('switch')).toBeNull();
  });
});
