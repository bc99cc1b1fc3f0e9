// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { apiProfileSchema } from '../../../../contract/profile/schema.ts';
import { fail, ok } from '../../../../contract/result.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { fakeBridge, type FakeBridge, type FakeWorld } from '../../../support/fake-bridge.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';
import { sampleProposal } from '../../../support/sample-proposal.ts';

const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });
const row = (part: string) => {
  const line = screen.getByRole('button', { name: `Details: ${part}` }).closest('tr');
  if (!line) throw new Error(`no line ${part}`);
  return within(line);
};

/** The import page, reached as a person reaches it. */
async function show(world: Partial<FakeWorld> = {}, prepare: (bridge: FakeBridge) => void = () => undefined) {
  const bridge = fakeBridge(world);
  prepare(bridge);
  const view = await renderWindow(bridge, <MainWindow />);
  await view.user.click(button('Settings'));
  await settle();
  await view.user.click(button('Import…'));
  await settle();
  const open = async (part: string) => {
    await view.user.click(button(`Details: ${part}`));
    return within(screen.getByRole('form', { name: part }));
  };
  return { bridge, open, ...view };
}

describe('what was found', () => {
  it('names file and document as text, and every part with how sure it is', async () => {
    await show();
    expect(screen.getByText('acme-cxpress.postman_collection.json')).toBeTruthy();
    expect(screen.getByText('Cxpress da Acme <b>2026</b>')).toBeTruthy();
    expect(row('Connection: Base address').getByText('https://acme.cxpress.example/api')).toBeTruthy();
    expect(row('Connection: Authentication').getByText('X-Api-Token: …')).toBeTruthy();
    expect(row('Tickets: List').getByText('GET /tickets')).toBeTruthy();
    expect(row('Tickets: List').getByText('Sure')).toBeTruthy();
    expect(row('Tasks: List').getByText('Unsure')).toBeTruthy();
    expect(row('Custom fields: One item').getByText('Not found')).toBeTruthy();
    expect(screen.getAllByRole('button', { name: /^Details:/ })).toHaveLength(3 + 7 * 3);
    expect(document.activeElement?.textContent).toBe('Import an API profile');
  });
  it('says in one sentence what is missing and what to do', async () => {
    await show();
    expect(screen.getByText('Not found: Custom fields (one item).')).toBeTruthy();
    expect(screen.getByText(/Choose the requests by hand, or go on/)).toBeTruthy();
  });
  it('says by which statuses a refresh token is refused, only where they are not the usual ones', async () => {
    const usual = sampleProposal();
    const unusual = { ...usual, profile: { ...usual.profile, refresh: { ...usual.profile.refresh, rejectedStatuses: [410, 404] } } };
    for (const [proposal, lines] of [[usual, 0], [unusual, 1]] as const) {
      const { unmount } = await show({}, (bridge) => bridge.answer('profiles.choose', () => ok(proposal)));
      expect(screen.queryAllByText('A refused refresh token is told by 404, 410, other than usual.')).toHaveLength(lines);
      expect(screen.queryAllByText(/A refused refresh token is told by/)).toHaveLength(lines);
      unmount();
    }
  });
  it('says the reasons when asked', async () => {
    const { open } = await show();
    expect(screen.queryByText('Its path fits.')).toBeNull();
    await open('Tasks: List');
    expect(screen.getByText('Its path fits.')).toBeTruthy();
    expect(screen.getByText('It has no saved answer to learn from.')).toBeTruthy();
    expect(button('Details: Tasks: List').getAttribute('aria-expanded')).toBe('true');
  });
});

describe('correcting', () => {
  it('takes a part from another request', async () => {
    const { bridge, user } = await show();
    await user.selectOptions(screen.getByLabelText('Taken from, Custom fields: One item'), 'Campos / Obter Campos (GET /fields/:id)');
    await settle();
    expect(bridge.asked('profiles.correct')).toEqual([{ choices: { 'customField.get': 13 } }]);
    expect(row('Custom fields: One item').getByText('GET /fields/{id}')).toBeTruthy();
    expect(screen.getByText('Everything the app needs was found.')).toBeTruthy();
  });
  it('takes a part from none', async () => {
    const { bridge, user } = await show();
    await user.selectOptions(screen.getByLabelText('Taken from, Tickets: List'), 'None of them');
    await user.selectOptions(screen.getByLabelText('Taken from, Tasks: List'), 'None of them');
    await settle();
    expect(bridge.asked('profiles.correct')).toEqual([{ choices: { 'ticket.list': null } }, { choices: { 'task.list': null } }]);
    expect(screen.getByText(/the app cannot do without/)).toBeTruthy();
  });
  it('by hand sends the whole profile, with the one part changed', async () => {
    const { bridge, open, user } = await show();
    const form = await open('Tickets: List');
    await user.clear(form.getByLabelText('Path'));
    await user.type(form.getByLabelText('Path'), '/v2/tickets');
    await user.selectOptions(form.getByLabelText('Paging'), 'Offset');
    await user.clear(form.getByLabelText('Offset parameter'));
    await user.type(form.getByLabelText('Offset parameter'), 'skip{Enter}');
    await settle();
    const [sent] = bridge.asked('profiles.correct');
    if (!sent || !('profile' in sent)) throw new Error('no profile was sent');
    expect(apiProfileSchema.safeParse(sent.profile).success).toBe(true);
    const before = sampleProposal().profile;
    const list = before.versions[0]?.operations['ticket.list'];
    const paging = { style: 'offset', offsetParam: 'skip', sizeParam: 'per_page', size: 200, total: 'meta.total' };
    expect(sent.profile).toEqual({ ...before, versions: [{ ...before.versions[0], operations: { ...before.versions[0]?.operations, 'ticket.list': { ...list, path: '/v2/tickets', paging } } }] });
    expect(row('Tickets: List').getByText('GET /v2/tickets')).toBeTruthy();
    expect(document.activeElement, 'the focus stays where it was').toBe(screen.getByLabelText('Offset parameter'));
    expect(screen.getByText('Applied')).toBeTruthy();
  });
  it('says what is wrong beside the field, sends nothing and keeps what was typed', async () => {
    const { bridge, open, user } = await show();
    const form = await open('Tickets: One item');
    await user.clear(form.getByLabelText('Path'));
    await user.type(form.getByLabelText('Path'), '/tickets/one{Enter}');
    expect(form.getByText('The path lacks {id}.')).toBeTruthy();
    expect(document.activeElement).toBe(form.getByLabelText('Path'));
    expect(form.getByLabelText('Path').getAttribute('aria-invalid')).toBe('true');
    expect(form.getByLabelText<HTMLInputElement>('Path').value).toBe('/tickets/one');
    expect(bridge.asked('profiles.correct')).toEqual([]);
  });
  it('of one line leaves alone what is typed in another', async () => {
    const { open, user } = await show();
    const form = await open('Tickets: List');
    await user.type(form.getByLabelText('Place of the total'), '.all');
    await user.selectOptions(screen.getByLabelText('Taken from, Custom fields: One item'), '13');
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('Place of the total').value).toBe('meta.total.all');
  });
  it('names fields by lists', async () => {
    const { bridge, open, user } = await show();
    const form = await open('Departments: Names of fields');
    await user.clear(form.getByLabelText('active'));
    await user.type(form.getByLabelText('active'), ' enabled , is on,{Enter}');
    await settle();
    const [sent] = bridge.asked('profiles.correct');
    expect(sent && 'profile' in sent ? sent.profile.fields.department?.active : null).toEqual(['enabled', 'is on']);
  });
  it('says an error and keeps the page', async () => {
    const { user } = await show({}, (bridge) => bridge.answer('profiles.correct', () => fail('profileUnknown')));
    await user.selectOptions(screen.getByLabelText('Taken from, Tasks: List'), 'None of them');
    await settle();
    expect(screen.getByRole('alert').textContent).toBe('This profile does not exist any more. Choose another one, or import it again.');
    expect(row('Tasks: List').getByText('GET /tasks')).toBeTruthy();
  });
});

describe('trying it', () => {
  it('uses the tokens in use unless told otherwise', async () => {
    const { bridge, user } = await show();
    await user.click(button('Test'));
    await waitFor(() => expect(screen.getByText('Answered by acme.cxpress.example')).toBeTruthy());
    expect(bridge.asked('profiles.test')).toEqual([{ connection: null }]);
  });
  it('asks for address and tokens, with the document’s address proposed', async () => {
    const { bridge, user } = await show();
    await user.click(screen.getByRole('radio', { name: 'Other tokens' }));
    expect(screen.getByLabelText<HTMLInputElement>('API address').value).toBe('https://acme.cxpress.example/api');
    await user.click(button('Test'));
    expect(document.activeElement).toBe(screen.getByLabelText('API token'));
    expect(bridge.asked('profiles.test')).toEqual([]);
    await user.type(screen.getByLabelText('API token'), 'one-token');
    await user.type(screen.getByLabelText('Refresh token'), 'another-token{Enter}');
    await waitFor(() => expect(screen.getByText('Answered by acme.cxpress.example')).toBeTruthy());
    expect(bridge.asked('profiles.test')).toEqual([{ connection: { baseUrl: 'https://acme.cxpress.example/api', apiToken: 'one-token', refreshToken: 'another-token' } }]);
  });
  it('says that a result is about an earlier state', async () => {
    const { user } = await show();
    await user.click(button('Test'));
    await waitFor(() => expect(screen.getByText('Answered by acme.cxpress.example')).toBeTruthy());
    await user.selectOptions(screen.getByLabelText('Taken from, Tasks: List'), 'None of them');
    await settle();
    expect(screen.getByText('Something was corrected since the test. Test again.')).toBeTruthy();
  });
  it('says where to look when the token is refused', async () => {
    const { user } = await show({}, (bridge) => bridge.answer('profiles.test', () => fail('apiTokenRejected')));
    await user.click(button('Test'));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('Also check the line “Authentication”');
  });
});

describe('saving and using', () => {
  it('keeps it under a name, then uses it', async () => {
    const { bridge, user } = await show();
    const name = screen.getByLabelText<HTMLInputElement>('Name');
    expect(name.value).toBe('Cxpress da Acme <b>2026</b>');
    await user.clear(name);
    await user.type(name, ' Acme {Enter}');
    await waitFor(() => expect(screen.getByText('“Acme” is saved.')).toBeTruthy());
    expect(bridge.asked('profiles.save')).toEqual([{ name: 'Acme' }]);
    expect(document.activeElement).toBe(button('Use now'));
    await user.keyboard('{Enter}');
    await settle();
    expect(bridge.asked('profiles.use')).toEqual([{ id: 'imported-2' }]);
    expect(bridge.asked('profiles.discard')).toEqual([]);
    expect(within(screen.getByRole('listitem', { name: 'Acme' })).getByText('In use')).toBeTruthy();
  });
  it('says what is lacking in words, and the name stays', async () => {
    const { user } = await show({}, (bridge) => bridge.answer('profiles.save', () => fail('profileIncomplete', { missing: 'ticket.list, refresh' })));
    await user.click(button('Save'));
    await settle();
    expect(screen.getByText('The profile lacks what the app cannot do without: a list of tickets or tasks, a token refresh that sends the refresh token.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Cxpress da Acme <b>2026</b>');
  });
  it('asks for a name', async () => {
    const { bridge, user } = await show();
    await user.clear(screen.getByLabelText('Name'));
    await user.click(button('Save'));
    expect(screen.getByText('The profile needs a name.')).toBeTruthy();
    expect(bridge.asked('profiles.save')).toEqual([]);
  });
});

describe('leaving', () => {
  it('goes at once with Esc while nothing would be lost', async () => {
    const { bridge, user } = await show();
    await user.keyboard('{Escape}');
    await settle();
    expect(bridge.asked('profiles.discard')).toEqual([null]);
    expect(screen.getByRole('heading', { name: 'Settings' })).toBeTruthy();
  });
  it('asks once something was corrected or typed', async () => {
    const { bridge, user } = await show();
    await user.type(screen.getByLabelText('Name'), '!');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog', { name: 'Discard this import?' })).toBeTruthy();
    await user.click(button('Keep working'));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toContain('!');
    expect(bridge.asked('profiles.discard')).toEqual([]);
    await user.click(button('Cancel'));
    await user.click(button('Discard'));
    await settle();
    expect(bridge.asked('profiles.discard')).toEqual([null]);
  });
  it('for another file asks too, and a file that is not chosen changes nothing', async () => {
    const { bridge, user } = await show();
    await user.selectOptions(screen.getByLabelText('Taken from, Custom fields: One item'), '13');
    await settle();
    bridge.answer('profiles.choose', () => ok(null));
    await user.click(button('Choose another file…'));
    await user.click(button('Discard'));
    await settle();
    expect(bridge.asked('profiles.choose')).toHaveLength(2);
    expect(row('Custom fields: One item').getByText('GET /fields/{id}')).toBeTruthy();
  });
  it('by a click on a toast keeps the import, and Settings leads back to it', async () => {
    const { bridge, user } = await show();
    act(() => bridge.push('navigate', { to: 'settings' }));
    await settle();
    await user.click(button('Continue with acme-cxpress.postman_collection.json'));
    expect(row('Tickets: List').getByText('GET /tickets')).toBeTruthy();
  });
  it('is not forced by a session that ends', async () => {
    const { bridge } = await show();
    act(() => bridge.push('status.changed', sampleStatus({ state: 'needsTokens' })));
    await settle();
    expect(screen.getByRole('heading', { name: 'Import an API profile' })).toBeTruthy();
  });
});

describe('from the first run', () => {
  const signedOut = { status: sampleStatus({ state: 'signedOut' }), settings: sampleSettings({ baseUrl: '' }) };
  const LINK = 'Your Cxpress has other API documentation? Import a Postman collection';

  it('leads to the same page and back, with the address filled in and what was typed still there', async () => {
    const bridge = fakeBridge(signedOut);
    const { user } = await renderWindow(bridge, <MainWindow />);
    await user.click(button('Next'));
    await user.type(screen.getByLabelText('API token'), 'typed-before');
    await user.click(button(LINK));
    await settle();
    await user.click(button('Save'));
    await waitFor(() => expect(button('Use now')).toBeTruthy());
    await user.click(button('Use now'));
    await settle();
    expect(screen.getByLabelText<HTMLInputElement>('API address').value).toBe('https://acme.cxpress.example/api');
    expect(screen.getByLabelText<HTMLInputElement>('API token').value).toBe('typed-before');
    expect(screen.getByText(/API profile Cxpress da Acme/)).toBeTruthy();
  });
  it('says when the file is none, and stays', async () => {
    const bridge = fakeBridge(signedOut);
    bridge.answer('profiles.choose', () => fail('fileNotCollection'));
    const { user } = await renderWindow(bridge, <MainWindow />);
    await user.click(button('Next'));
    await user.click(button(LINK));
    await settle();
    expect(screen.getByRole('alert').textContent).toContain('neither a Postman collection nor a profile');
  });
  it('stays when no file is chosen', async () => {
    const bridge = fakeBridge(signedOut);
    bridge.answer('profiles.choose', () => ok(null));
    const { user } = await renderWindow(bridge, <MainWindow />);
    await user.click(button('Next'));
    await user.click(button(LINK));
    await settle();
    expect(screen.getByRole('heading', { name: 'Connect to Cxpress' })).toBeTruthy();
  });
});
