// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../../contract/entity.ts';
import { ERROR_CODES, fail, ok, type ErrorCode } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { firstError, missingFields, placeError } from '../../../../renderer/first-run/connection-errors.ts';
import { verdictOf } from '../../../../renderer/first-run/PermissionChecks.tsx';
import { fakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { SAMPLE_CHECKS, sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

async function show(world: Partial<FakeWorld> = {}) {
  const bridge = fakeBridge({ status: sampleStatus({ state: 'signedOut' }), settings: sampleSettings({ baseUrl: '' }), ...world });
  const view = await renderWindow(bridge, <MainWindow />);
  // Whoever was connected before begins at the connection.
  if (bridge.world.settings.baseUrl === '') await view.user.click(button('Next'));
  const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  const fill = async () => {
    await view.user.type(field('API address'), ' https://api.cxpress.example ');
    await view.user.type(field('API token'), 'api-token-value');
    await view.user.type(field('Refresh token'), 'refresh-token-value');
  };
  return { bridge, field, fill, ...view };
}
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const CONNECTION = { baseUrl: 'https://api.cxpress.example', apiToken: 'api-token-value', refreshToken: 'refresh-token-value' };

describe('the connection', () => {
  it('quotes where the tokens come from and what they are', async () => {
    await show();
    for (const place of ['Sidebar Menu', 'Configurations', 'Company', 'API']) expect(screen.getByText(place)).toBeTruthy();
    expect(screen.getByText(/168 hours/)).toBeTruthy();
    expect(screen.getByText(/for one hour/)).toBeTruthy();
    expect(screen.getByText(/shows both tokens once/)).toBeTruthy();
    expect(screen.getByText('API profile Cxpress 1.0: our best guess until a connection test has passed.')).toBeTruthy();
  });
  it('leaves no token in a field that went away before the sign-in had answered', async () => {
    const { field, fill, unmount } = await show();
    await fill();
    const fields = [field('API token'), field('Refresh token')];
    unmount();
    expect(fields.map(({ value }) => value)).toEqual(['', '']);
  });
  it('keeps tokens out of what can be read off the page', async () => {
    const { field, fill, container } = await show();
    await fill();
    expect(field('API token').type).toBe('password');
    expect(field('Refresh token').type).toBe('password');
    expect(screen.getByText('15 characters')).toBeTruthy();
    expect(container.innerHTML).not.toContain('api-token-value');
    expect(container.innerHTML).not.toContain('refresh-token-value');
  });
  it('tests without signing in and shows a result for each of the seven', async () => {
    const { bridge, fill, user } = await show();
    await fill();
    await user.click(button('Test connection'));
    await waitFor(() => expect(screen.getByText('Answered by api.cxpress.example')).toBeTruthy());
    expect(bridge.asked('session.test')).toEqual([CONNECTION]);
    expect(bridge.asked('session.signIn')).toEqual([]);
    const results = within(screen.getByRole('status', { name: 'What this token may read' })).getAllByRole('listitem');
    expect(results).toHaveLength(ENTITIES.length);
    expect(results.map((result) => result.textContent)).toEqual([
      'Tickets512 found', 'TasksNo permission', 'Consumers1,204 found', 'Departments8 found', 'Ticket tagsReadable',
      'Consumer tagsFailedCxpress has a problem of its own (status 502). Nothing is lost; the app tries again by itself.', 'Custom fields9 found',
    ]);
  });
  it('forgets a result when what was tested changes', async () => {
    const { fill, field, user } = await show();
    await fill();
    await user.click(button('Test connection'));
    await waitFor(() => expect(screen.getByText('Answered by api.cxpress.example')).toBeTruthy());
    await user.type(field('API token'), 'x');
    expect(screen.queryByText('Answered by api.cxpress.example')).toBeNull();
  });
  it('signs in on Enter, with the office’s size stored first', async () => {
    const { bridge, fill, field, user } = await show();
    await fill();
    await user.clear(field('Computers in your office that use this app'));
    await user.type(field('Computers in your office that use this app'), '25');
    await user.type(field('Refresh token'), '{Enter}');
    await waitFor(() => expect(bridge.asked('session.signIn')).toEqual([CONNECTION]));
    expect(bridge.asked('settings.update')).toEqual([{ desktopsBehindAddress: 25, firstRunStep: 'identity' }]);
    const names = bridge.calls.map(({ name }) => name);
    expect(names.indexOf('settings.update')).toBeLessThan(names.indexOf('session.signIn'));
    await waitFor(() => expect(screen.queryByLabelText('API token')).toBeNull());
  });
  it('tells every empty field, sends nothing, and goes to the first', async () => {
    const { bridge, field, user } = await show();
    await user.click(button('Sign in'));
    expect(document.activeElement).toBe(field('API address'));
    expect(screen.getByText('Enter the API address.')).toBeTruthy();
    expect(screen.getAllByText('A token is missing.')).toHaveLength(2);
    expect(field('API token').getAttribute('aria-invalid')).toBe('true');
    expect(bridge.asked('session.signIn')).toEqual([]);
  });
  it('tells the same token pasted twice before anything is sent', async () => {
    const { bridge, field, user } = await show();
    await user.type(field('API address'), 'https://api.cxpress.example');
    await user.type(field('API token'), 'same');
    await user.type(field('Refresh token'), ' same');
    await user.click(button('Test connection'));
    expect(document.activeElement).toBe(field('Refresh token'));
    expect(screen.getByText('Both fields hold the same token.')).toBeTruthy();
    expect(bridge.asked('session.test')).toEqual([]);
  });
  it('tells an error that all checks share once, and asks for the address', async () => {
    const { bridge, fill, user } = await show();
    bridge.answer('session.test', () => ok({ host: 'app.cxpress.example', checks: ENTITIES.map((entity) => ({ entity, outcome: 'failed' as const, total: null, error: { code: 'notFound' as const } })) }));
    await fill();
    await user.click(button('Test connection'));
    await waitFor(() => expect(screen.getAllByText(/Is this the API address\?/)).toHaveLength(1));
    expect(screen.queryByText(/does not know this item/)).toBeNull();
  });
  it('says after a good test what it confirmed and what it did not try', async () => {
    const { bridge, fill, user } = await show();
    bridge.answer('session.test', () => ok({ host: 'api.cxpress.example', checks: ENTITIES.map((entity) => ({ entity, outcome: 'ok' as const, total: 1, error: null })) }));
    await fill();
    await user.click(button('Test connection'));
    await waitFor(() => expect(screen.getByText('The connection works and nothing is missing.')).toBeTruthy());
    expect(screen.getByText('API profile Cxpress 1.0: confirmed by a connection test.')).toBeTruthy();
    expect(screen.getByText(/refresh token is not tried by this test/)).toBeTruthy();
  });
  it('takes a number’s error away as soon as it is mended, so that nothing moves under a click', async () => {
    const { field, user } = await show();
    const desktops = field('Computers in your office that use this app');
    await user.clear(desktops);
    await user.tab();
    expect(screen.getByText('Enter a whole number from 1 to 500.')).toBeTruthy();
    await user.type(desktops, '1');
    expect(document.activeElement).toBe(desktops);
    expect(screen.queryByText('Enter a whole number from 1 to 500.')).toBeNull();
  });
  it('does not sign in while the office’s size is no number, and goes to it', async () => {
    const { bridge, user, field, fill } = await show();
    await fill();
    const size = field('Computers in your office that use this app');
    await user.clear(size);
    await user.type(size, '2.5');
    await user.click(field('API token'));
    await user.keyboard('{Enter}');
    expect(bridge.asked('session.signIn')).toEqual([]);
    expect(document.activeElement).toBe(size);
    expect(size.getAttribute('aria-invalid')).toBe('true');
  });
  it('joins a token that was copied over several lines', async () => {
    const { user, field } = await show();
    await user.click(field('API token'));
    await user.paste(' "abc\r\n   def\nghi"\n');
    expect(field('API token').value).toBe('"abcdefghi"');
    expect(screen.getByText('11 characters')).toBeTruthy();
    await user.click(field('Refresh token'));
    await user.paste('as it is');
    expect(field('Refresh token').value).toBe('as it is');
  });
  it('says why a test takes its time once this computer’s share of requests is spent', async () => {
    const { bridge, user, fill } = await show();
    await fill();
    bridge.answer('session.test', () => new Promise(() => undefined));
    await user.click(button('Test connection'));
    expect(screen.queryByText(/has used its share of requests/)).toBeNull();
    await act(async () => bridge.push('status.changed', sampleStatus({ state: 'signedOut', rate: { used: 18, budget: 18, waiting: 1, pace: 100 } })));
    expect(await screen.findByText(/has used its share of requests for this minute/)).toBeTruthy();
  });
  it('begins at its heading, from where Enter leads into the first field, and does not tell about the tray yet', async () => {
    const { field, user } = await show({ settings: sampleSettings(), notices: [{ code: 'closeToTray' }, { code: 'settingsReset' }] });
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    await user.keyboard('{Enter}');
    expect(document.activeElement).toBe(field('API address'));
    expect(screen.getByText(/settings file was damaged/)).toBeTruthy();
    expect(screen.queryByText(/Closing the window/)).toBeNull();
  });
  it('begins in the first empty field where only new tokens are needed, and does not begin the set-up again', async () => {
    const bridge = fakeBridge({ status: sampleStatus({ state: 'needsTokens' }) });
    const { user } = await renderWindow(bridge, <MainWindow />);
    expect(document.activeElement).toBe(screen.getByLabelText('API token'));
    await user.type(screen.getByLabelText('API token'), 'a');
    await user.type(screen.getByLabelText('Refresh token'), 'b{Enter}');
    await waitFor(() => expect(bridge.asked('session.signIn')).toHaveLength(1));
    expect(bridge.asked('settings.update')).toEqual([{ desktopsBehindAddress: 10 }]);
  });
  it('puts an error beside its field, keeps what was typed, and clears the error when the field changes', async () => {
    const { bridge, fill, field, user } = await show();
    bridge.answer('session.signIn', () => fail('refreshTokenRejected'));
    await fill();
    await user.click(button('Sign in'));
    await waitFor(() => expect(document.activeElement).toBe(field('Refresh token')));
    const described = field('Refresh token').getAttribute('aria-describedby')?.split(' ').map((id) => document.getElementById(id)?.textContent).join(' ');
    expect(described).toContain('Cxpress refused the refresh token.');
    expect(field('API token').value).toBe('api-token-value');
    expect(field('Refresh token').value).toBe('refresh-token-value');
    expect(field('API address').value).toContain('https://api.cxpress.example');
    await user.type(field('Refresh token'), 'x');
    expect(screen.queryByText(/refused the refresh token/)).toBeNull();
  });
  it('does not move the focus away while one of two errors is mended', async () => {
    const { field, user } = await show();
    await user.click(button('Test connection'));
    await user.type(field('API address'), 'https://a.test');
    await user.type(field('API token'), 'one-token');
    expect([field('API token').value, field('Refresh token').value]).toEqual(['one-token', '']);
  });
  it('says what no field can mend above them, and moves the focus there', async () => {
    const { bridge, fill, user } = await show();
    bridge.answer('session.test', () => fail('offline'));
    await fill();
    await user.click(button('Test connection'));
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('There is no network connection.'));
    expect(document.activeElement).toBe(screen.getByRole('alert'));
  });
  it('does one thing at a time', async () => {
    const { bridge, fill, user } = await show();
    bridge.answer('session.test', () => new Promise(() => undefined));
    await fill();
    await user.click(button('Test connection'));
    expect(button('Testing…').getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button('Testing…'));
    await user.click(button('Sign in'));
    expect(bridge.asked('session.signIn')).toEqual([]);
    await settle();
    expect(bridge.asked('session.test')).toHaveLength(1);
  });
  it.each([['memory', 'This computer offers no encrypted place for secrets.'], ['locked', 'The system’s keyring is locked.']] as const)('says before signing in that secrets are not kept: %s', async (state, words) => {
    await show({ status: sampleStatus({ state: 'signedOut', secureStorage: { state, backend: 'basic_text' } }) });
    expect(screen.getByText(words)).toBeTruthy();
    expect(screen.queryByText(/encrypted by the system/)).toBeNull();
  });
  it('calls the profile confirmed once it is', async () => {
    await show({ verified: true });
    expect(screen.getByText('API profile Cxpress 1.0: confirmed by a connection test.')).toBeTruthy();
  });
});

describe('connection errors', () => {
  const place = (code: ErrorCode) => Object.keys(placeError({ code }))[0];
  it('knows a place for every error', () => {
    for (const code of ERROR_CODES) expect(['baseUrl', 'apiToken', 'refreshToken', 'form']).toContain(place(code));
    expect(['unreachable', 'tls', 'redirected', 'notJson', 'addressInsecure', 'addressInvalid'].map((code) => place(code as ErrorCode))).toEqual(Array(6).fill('baseUrl'));
    expect(place('apiTokenRejected')).toBe('apiToken');
    expect(place('blocked')).toBe('form');
  });
  it('goes to the first field from the top', () => {
    expect(firstError(missingFields({ baseUrl: 'https://x', apiToken: ' ', refreshToken: '' }))).toBe('apiToken');
    expect(firstError({ form: { code: 'offline' } })).toBe('form');
    expect(firstError({})).toBeNull();
  });
  it('sums the checks up', () => {
    const only = (...outcomes: ('ok' | 'missing' | 'failed')[]) => outcomes.map((outcome) => ({ entity: 'ticket' as const, outcome, total: null, error: null }));
    expect(verdictOf(only('ok', 'ok'))).toBe('allOk');
    expect(verdictOf(only('ok', 'missing'))).toBe('someMissing');
    expect(verdictOf(only('ok', 'failed'))).toBe('someFailed');
    expect(verdictOf(only('missing', 'missing'))).toBe('noneOk');
    expect(verdictOf(only('missing', 'failed'))).toBe('noneTried');
    expect(verdictOf(SAMPLE_CHECKS)).toBe('someMissing');
  });
});
