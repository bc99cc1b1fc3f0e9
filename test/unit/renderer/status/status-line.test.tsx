// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NOTICE_CODES, type Status } from '../../../../contract/status.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { NOW, sampleQueue, sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

const HOUR = 3_600_000;

async function show(status: Partial<Status>, world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ rows: { ticket: sampleQueue('ticket', 5), task: [] }, status: sampleStatus(status), ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  return { bridge, line: () => screen.getByRole('contentinfo', { name: 'Status' }), ...view };
}

describe('status line', () => {
  it('says live, how far complete, until when the session lasts, and what was spent', async () => {
    const { line } = await show({});
    expect(within(line()).getByRole('status').textContent).toBe('Live');
    for (const words of ['Complete up to 14:02', 'Session good until Sun 29 Nov, 14:03', '4 of 18 requests']) expect(line().textContent).toContain(words);
  });
  it('shows progress as a bar and in words', async () => {
    const { line } = await show({ state: 'catchingUp', completeUpTo: null, progress: { done: 320, total: 500, entity: 'ticket', leftMs: 52 * 60_000 } });
    expect(within(line()).getByRole('status').textContent).toBe('Catching up');
    const bar = within(line()).getByRole<HTMLProgressElement>('progressbar', { name: '320 of 500 tickets' });
    expect([bar.value, bar.max]).toEqual([320, 500]);
    expect(line().textContent).toContain('about 52m left');
  });
  it.each([
    [{ state: 'blocked', blockedUntil: new Date(2026, 10, 22, 14, 32).getTime() }, 'Blocked until 14:32'], [{ state: 'offline' }, 'Offline'],
  ] as [Partial<Status>, string][])('%j', async (status, words) => {
    const { line } = await show(status);
    expect(within(line()).getByRole('status').textContent).toBe(words);
  });
  it('says how far the clock is off, and which way', async () => {
    await show({}, { notices: [{ code: 'clockSkew', params: { minutes: 26 * 60, ahead: 0 } }] });
    expect(screen.getByText(/This computer’s clock is 1d behind the server’s\./)).toBeTruthy();
  });
  it('leads from the warning of a session’s end to the tokens', async () => {
    const { user } = await show({}, { notices: [{ code: 'sessionEnding', params: { hours: 24 } }] });
    await user.click(screen.getByRole('button', { name: 'Paste new tokens' }));
    expect(screen.getByRole('heading', { name: 'Paste a new token pair' })).toBeTruthy();
  });
  it('counts a block down', async () => {
    const { line } = await show({ state: 'blocked', blockedUntil: NOW + 583_000 });
    expect(within(line()).getByRole('timer').textContent).toMatch(/^9:4[0-3] left$/);
  });
  it('follows pushes', async () => {
    const { bridge, line } = await show({});
    await act(async () => bridge.push('status.changed', sampleStatus({ state: 'offline' })));
    await waitFor(() => expect(within(line()).getByRole('status').textContent).toBe('Offline'));
  });
  it('names missing permissions and opens to how to get them', async () => {
    const { user } = await show({ missingPermissions: ['task', 'consumerTag'] });
    await user.click(screen.getByRole('button', { name: 'No access to: Tasks and Consumer tags' }));
    expect(screen.getByRole('dialog').textContent).toContain('Sidebar Menu → Configurations → Company → API');
  });
  it('says what went wrong and what to do next', async () => {
    const { user } = await show({ error: { code: 'serverError', params: { status: 502 } } });
    await user.click(screen.getByRole('button', { name: 'Cxpress has a problem of its own (status 502).' }));
    expect(screen.getByRole('dialog').textContent).toContain('the app tries again by itself');
  });
  it.each([['memory', 'Kept for this session only'], ['locked', 'Keyring locked']] as const)('says how secrets are kept when not by the keyring: %s', async (state, words) => {
    await show({ secureStorage: { state, backend: 'basic_text' } });
    expect(screen.getByRole('button', { name: words })).toBeTruthy();
  });
  it('warns in the last two days of the session, with a way to go on', async () => {
    const { user } = await show({ sessionGoodUntil: NOW + 30 * HOUR });
    await user.click(screen.getByRole('button', { name: 'Session ends Mon 23 Nov, 20:03' }));
    await user.click(screen.getByRole('button', { name: 'Paste new tokens' }));
    expect(screen.getByRole('heading', { name: 'Paste a new token pair' })).toBeTruthy();
  });
  it.each([
    [40 * 60_000, 'Session ends in 40 minutes'], [30_000, 'Session ends in 1 minute'], [-2 * HOUR, 'Session should have ended 12:03'],
  ])('with %i ms left says %s', async (left, words) => {
    await show({ sessionGoodUntil: NOW + left });
    expect(screen.getByRole('button', { name: words })).toBeTruthy();
  });
  it('syncs now, unless that is impossible', async () => {
    const { bridge, user } = await show({});
    await user.click(screen.getByRole('button', { name: 'Sync now' }));
    expect(bridge.asked('sync.now')).toHaveLength(1);
    await act(async () => bridge.push('status.changed', sampleStatus({ state: 'blocked' })));
    const button = screen.getByRole('button', { name: 'Sync now' });
    await waitFor(() => expect(button.getAttribute('aria-disabled')).toBe('true'));
    expect(button.title).toContain('while Cxpress blocks this address');
    expect(document.activeElement).toBe(button);
    await user.click(button);
    expect(bridge.asked('sync.now')).toHaveLength(1);
  });
  it('does not say a block twice', async () => {
    const { line } = await show({ state: 'blocked', blockedUntil: NOW + HOUR, error: { code: 'blocked', params: { until: NOW + HOUR } } });
    expect(line().textContent).not.toContain('has blocked this address');
  });
  it('says when it waits for its share of requests, and where to change that', async () => {
    const { bridge, line, user } = await show({ rate: { used: 17, budget: 18, waiting: 3, pace: 100 } });
    expect(line().textContent).not.toContain('Waiting');
    await act(async () => bridge.push('status.changed', sampleStatus({ rate: { used: 18, budget: 18, waiting: 3, pace: 100 } })));
    await user.click(await screen.findByRole('button', { name: 'Waiting for its share of requests' }));
    expect(screen.getByRole('dialog').textContent).toContain('Computers in your office that use this app');
    await user.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(screen.getByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy();
  });
  it('tells the first sync of this run', async () => {
    const { line } = await show({ firstSync: { tickets: 500, tasks: 120, consumers: 240, departments: 8, requests: 9, ms: 1_400 } });
    expect(line().textContent).toContain('First sync: 500 tickets and 120 tasks in 1.4');
  });
});

describe('notices', () => {
  it('shows each with a next step and takes it away when dismissed', async () => {
    const { bridge, user } = await show({}, { notices: NOTICE_CODES.map((code) => ({ code })) });
    const stack = screen.getByRole('region', { name: 'Notices' });
    expect(within(stack).getAllByRole('status')).toHaveLength(NOTICE_CODES.length);
    expect(stack.textContent).toContain('The local copy was damaged, so it was moved aside');
    await user.click(within(stack).getAllByRole('button', { name: 'Dismiss' })[0] as HTMLElement);
    await settle();
    expect(bridge.asked('notice.dismiss')).toEqual([{ code: 'databaseRebuilt' }]);
    expect(stack.textContent).not.toContain('The local copy was damaged');
  });
  it.each([[48, 'The tokens end in about 48 hours.'], [1, 'The tokens end within the hour.'], [0, 'The seven days of the tokens are over; within the hour nothing new arrives.']])('says of tokens with %i hours left: %s', async (hours, words) => {
    await show({}, { notices: [{ code: 'sessionEnding', params: { hours } }] });
    expect(screen.getByRole('region', { name: 'Notices' }).textContent).toContain(words);
  });
  it('leads to the setting that mends it', async () => {
    const { user } = await show({}, { notices: [{ code: 'hotkeyTaken' }] });
    await user.click(screen.getByRole('button', { name: 'Open settings' }));
    expect(screen.getByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy();
  });
});

describe('a pause of the notifications', () => {
  it('is said in the line on every screen; ending it there leaves the focus in the window', async () => {
    const { line, bridge, user } = await show({}, { settings: sampleSettings({ notificationsPausedUntil: NOW + HOUR }) });
    expect(line().textContent).toContain('Notifications paused until 15:03');
    await user.keyboard('gr');
    await settle();
    expect(line().textContent).toContain('Notifications paused until 15:03');
    await user.click(within(line()).getByRole('button', { name: 'Resume' }));
    await settle();
    expect(bridge.world.settings.notificationsPausedUntil).toBe(0);
    expect(line().textContent).not.toContain('paused');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Rules', level: 1 }));
  });
  it('that a command began is said and can be taken back; its end is said too', async () => {
    const { bridge, user } = await show({});
    const command = async (name: string) => {
      await user.keyboard('{Control>}k{/Control}');
      await user.type(screen.getByRole('combobox'), name);
      await user.keyboard('{Enter}');
      await settle();
    };
    await command('until I resume');
    expect(screen.getAllByText('Notifications paused')).toHaveLength(2);
    await user.keyboard('{Control>}z{/Control}');
    await settle();
    expect(bridge.world.settings.notificationsPausedUntil).toBe(0);
    await command('until I resume');
    await command('Resume notifications');
    expect(screen.getByText('You are told about new and changed tickets and tasks.')).toBeTruthy();
  });
});
