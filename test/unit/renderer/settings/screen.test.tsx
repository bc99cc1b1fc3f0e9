// @vitest-environment happy-dom
import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { DesktopFacts } from '../../../../contract/desktop-facts.ts';
import { fail, ok } from '../../../../contract/result.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { SettingsScreen } from '../../../../renderer/settings/SettingsScreen.tsx';
import { SETTINGS_SECTIONS, type SettingsSection } from '../../../../renderer/settings/sections.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { sampleSettings } from '../../../support/renderer-data.ts';
import { SAMPLE_RULES } from '../../../support/sample-day.ts';

const FACTS: DesktopFacts = { tray: true, kind: 'kde', wayland: false, hotkeyBound: true, login: 'off', tellsLock: true, doNotDisturb: 'off' };
const PEOPLE = {
  agents: [...['Ana Souza', 'Bruno Lima', 'João Pedro', 'Íris Camargo', 'Hannah Doyle', 'Tiago Reis', 'Zoë Prado'].map((name, index) => ({ key: `id:${index}`, id: String(index), name, count: 20 - index })), { key: 'name:Nobody Known', id: null, name: 'Nobody Known', count: 0 }],
  departments: [{ id: 'd1', name: 'Suporte', employees: ['2', '3'] }, { id: 'd2', name: 'Financeiro', employees: ['2'] }, { id: 'd3', name: 'Vendas', employees: [] }],
};

async function show({ settings = {}, facts = {}, section = null }: { settings?: Partial<Settings>; facts?: Partial<DesktopFacts>; section?: SettingsSection | null } = {}) {
  const bridge = fakeBridge({ settings: sampleSettings(settings) });
  bridge.answer('desktop.facts', () => ok({ ...FACTS, ...facts }));
  bridge.answer('agents.list', () => ok(structuredClone(PEOPLE)));
  const ways = { onPasteTokens: vi.fn(), onImport: vi.fn(), onRules: vi.fn(), onLedger: vi.fn(), onDiagnostics: vi.fn() };
  const view = await renderWindow(bridge, <SettingsScreen section={section} {...ways} />);
  await settle();
  return { bridge, ways, changes: () => bridge.asked('settings.update'), ...view };
}
const part = (name: string) => within(screen.getByRole('region', { name }));
const button = (name: string | RegExp) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('the way through the settings', () => {
  it('leads to each part, whose heading takes the focus', async () => {
    const { user } = await show();
    const nav = within(screen.getByRole('navigation', { name: 'Parts of the settings' }));
    expect(nav.getAllByRole('button')).toHaveLength(SETTINGS_SECTIONS.length);
    await user.click(nav.getByRole('button', { name: 'Proxy' }));
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Proxy' }));
    expect(nav.getByRole('button', { name: 'Proxy' }).getAttribute('aria-current')).toBe('location');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Go to' }), 'Data');
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Data' }));
  });
  it('begins at the part that was asked for', async () => {
    await show({ section: 'identity' });
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Who you are' }));
  });
  it('leads out to rules, ledger, diagnostics, and back to the first steps', async () => {
    const { user, ways, changes } = await show();
    await user.click(button('Open the rules'));
    await user.click(button('Notification log'));
    await user.click(button('Run the diagnostics'));
    expect([ways.onRules, ways.onLedger, ways.onDiagnostics].map((way) => way.mock.calls.length)).toEqual([1, 1, 1]);
    await user.click(button('Go through the first steps again'));
    await settle();
    expect(changes()).toEqual([{ firstRunStep: 'language' }]);
  });
});

describe('who you are', () => {
  it('is found without accents; choosing ticks the departments that name the person', async () => {
    const { user, changes } = await show();
    await user.type(screen.getByRole('searchbox', { name: 'Find your name' }), 'joao');
    expect(part('Who you are').getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['João Pedro18 items', 'I am not in the list']);
    await user.click(screen.getByRole('radio', { name: /João Pedro/ }));
    await settle();
    expect(changes()).toEqual([{ me: { key: 'id:2', id: '2', name: 'João Pedro' }, myDepartmentIds: ['d1', 'd2'] }]);
    expect(screen.getByText('You are João Pedro.')).toBeTruthy();
  });
  it('leaves departments alone that were ticked by hand', async () => {
    const { user, changes } = await show({ settings: { myDepartmentIds: ['d3'] } });
    await user.click(screen.getByRole('radio', { name: /João Pedro/ }));
    await settle();
    expect(changes()).toEqual([{ me: { key: 'id:2', id: '2', name: 'João Pedro' } }]);
    await user.click(screen.getByRole('checkbox', { name: 'Vendas' }));
    await settle();
    expect(changes().at(-1)).toEqual({ myDepartmentIds: [] });
  });
  it('can be nobody of the list; somebody the list lost stays', async () => {
    const { user, changes } = await show({ settings: { me: { key: 'id:99', id: '99', name: 'Rita Gone' } } });
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Rita Gone' }).checked).toBe(true);
    await user.click(screen.getByRole('radio', { name: 'I am not in the list' }));
    await settle();
    expect(changes()).toEqual([{ me: null }]);
  });
  it('says when the list could not be read, and tries again', async () => {
    const bridge = fakeBridge();
    bridge.answer('agents.list', () => fail('storageUnavailable'));
    const { user } = await renderWindow(bridge, <SettingsScreen onPasteTokens={vi.fn()} onImport={vi.fn()} onRules={vi.fn()} onLedger={vi.fn()} onDiagnostics={vi.fn()} />);
    await settle();
    bridge.answer('agents.list', () => ok({ agents: [], departments: [] }));
    await user.click(part('Who you are').getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.getByText(/^No names yet/)).toBeTruthy());
  });
});

describe('quiet hours', () => {
  const on = { quietHours: { on: true, days: sampleSettings().quietHours.days } };
  const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
  it('are a row for each weekday, which says when it goes over midnight', async () => {
    await show({ settings: on });
    const rows = within(screen.getByRole('list', { name: 'Quiet hours by weekday' })).getAllByRole('listitem');
    expect(rows).toHaveLength(7);
    expect(rows[0]?.textContent).toContain('Monday');
    expect(rows[0]?.textContent).toContain('the next day');
    expect(rows[6]?.textContent).toContain('the whole day and night');
  });
  it('take a time once its field is left; a wrong one stays, with what is wrong', async () => {
    const { user, changes } = await show({ settings: on });
    await user.clear(field('Monday: from'));
    await user.type(field('Monday: from'), '9x');
    await user.tab();
    expect(screen.getByText('This is not a time of day.')).toBeTruthy();
    expect(changes()).toEqual([]);
    await user.clear(field('Monday: from'));
    await user.type(field('Monday: from'), '19{Enter}');
    await settle();
    expect(changes()[0]?.quietHours?.days[1]).toEqual({ from: '19:00', to: '08:00' });
    expect(field('Monday: from').value).toBe('19:00');
  });
  it('are copied to Monday to Friday, and taken off a day', async () => {
    const { user, changes } = await show({ settings: { quietHours: { on: true, days: [null, { from: '20:00', to: '07:00' }, null, null, null, null, null] } } });
    await user.click(button('Copy the hours of Monday to Monday to Friday'));
    await settle();
    expect(changes()[0]?.quietHours?.days).toEqual([null, ...Array.from({ length: 5 }, () => ({ from: '20:00', to: '07:00' })), null]);
    expect(screen.getByText('Monday to Friday have the hours of Monday now.')).toBeTruthy();
    await user.click(screen.getByRole('checkbox', { name: 'Friday' }));
    await settle();
    expect(changes()[1]?.quietHours?.days[5]).toBeNull();
  });
  it('say what breaks through, by the rules', async () => {
    const { bridge } = await show({ settings: on });
    expect(screen.getByText(/^Nothing breaks through/)).toBeTruthy();
    await act(async () => bridge.push('settings.changed', { ...bridge.world.settings, rules: [...SAMPLE_RULES] }));
    await settle();
    expect(within(part('Quiet hours and privacy').getByText('What breaks through:').parentElement as HTMLElement).getAllByRole('listitem').map((item) => item.textContent)).toEqual([SAMPLE_RULES[0]?.name]);
  });
});

describe('privacy', () => {
  it('shows how a notification would read, by the words that notifications have', async () => {
    const { user, changes } = await show();
    const preview = () => screen.getByRole('figure').textContent;
    expect(preview()).toContain('New ticket: #104200 Refund has not arrivedAna Souza · Billing');
    await user.click(screen.getByRole('radio', { name: 'Number and department' }));
    await settle();
    expect(preview()).toContain('New ticket: #104200Billing');
    await user.click(screen.getByRole('radio', { name: 'Only that there is news' }));
    await settle();
    expect(preview()).toMatch(/New ticket$/);
    expect(changes()).toEqual([{ toastContent: 'number' }, { toastContent: 'hidden' }]);
  });
  it('says when the system does not tell of its lock', async () => {
    await show({ facts: { tellsLock: false } });
    expect(screen.getByText(/^This system does not tell the app when the screen is locked/)).toBeTruthy();
  });
});

describe('look', () => {
  it('zooms in steps, ends at its bounds, and goes back', async () => {
    const { user, changes } = await show({ settings: { zoom: 195 } });
    await user.click(button('Larger'));
    await settle();
    expect(button('Larger').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('Smaller'));
    await user.click(button('Back to 100%'));
    await settle();
    expect(changes()).toEqual([{ zoom: 200 }, { zoom: 190 }, { zoom: 100 }]);
    expect(part('Look and language').getByText(/^Ctrl\+\+ and Ctrl\+− do the same/)).toBeTruthy();
  });
  it('has more contrast at once, here or where the system asks for it', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('radio', { name: 'High' }));
    await settle();
    expect(document.documentElement.dataset.contrast).toBe('more');
    await user.click(within(part('Look and language').getByRole('radiogroup', { name: 'Contrast' })).getByRole('radio', { name: 'System' }));
    await settle();
    expect(document.documentElement.dataset.contrast).toBeUndefined();
  });
});

describe('start', () => {
  it.each([['blocked', 'windows', 'Open Task Manager → Startup apps and enable Cxpress Tray.'], ['blocked', 'gnome', 'Enable Cxpress Tray among the programs that your desktop starts at login.'], ['unavailable', 'kde', 'Add it to the programs that your system starts at login.']] as const)('says what to do when login is %s on %s', async (login, kind, words) => {
    await show({ facts: { login, kind } });
    expect(part('Start and tray').getByText(words)).toBeTruthy();
  });
  it('says what a desktop without tray icons means', async () => {
    await show({ facts: { tray: false, kind: 'gnome' } });
    expect(part('Start and tray').getByText(/^On GNOME, the extension/)).toBeTruthy();
  });
  it('switches login on and looks again what the system says', async () => {
    const { bridge, user, changes } = await show();
    const before = bridge.asked('desktop.facts').length;
    await user.click(screen.getByRole('switch', { name: 'Start when I log in to this computer' }));
    await settle();
    expect(changes()).toEqual([{ startAtLogin: true }]);
    expect(bridge.asked('desktop.facts').length).toBeGreaterThan(before);
  });
});

describe('data', () => {
  it('says what a shorter history removes', async () => {
    const { user, changes } = await show();
    expect(screen.getByText(/^Older than 90 days, these leave this computer/)).toBeTruthy();
    await user.selectOptions(screen.getByLabelText('Keep history for'), 'As long as the app is installed');
    await settle();
    expect(changes()).toEqual([{ retentionDays: 0 }]);
    expect(screen.getByText(/^Nothing leaves this computer because of its age/)).toBeTruthy();
  });
  it('writes and takes the settings as a file, says what came of it, and nothing when somebody changed their mind', async () => {
    const { bridge, user } = await show();
    await user.click(button('Export settings…'));
    await waitFor(() => expect(screen.getByText('The settings were written to the file.')).toBeTruthy());
    bridge.answer('settings.import', () => ok({ ...bridge.world.settings, toastContent: 'hidden' as const }));
    await user.click(button('Import settings…'));
    await waitFor(() => expect(screen.getByText('The settings of the file are in force now.')).toBeTruthy());
    expect(screen.getByRole('radio', { name: 'Only that there is news' }).getAttribute('aria-checked')).toBe('true');
    bridge.answer('settings.import', () => ok(null));
    await user.click(button('Import settings…'));
    await settle();
    expect(screen.queryByText('The settings of the file are in force now.')).toBeNull();
    bridge.answer('settings.import', () => fail('fileUnreadable'));
    await user.click(button('Import settings…'));
    await waitFor(() => expect(screen.getByText('The file could not be read.')).toBeTruthy());
  });
});

describe('the proxy', () => {
  const address = () => screen.getByLabelText<HTMLInputElement>('Address of the proxy');
  it('by hand is not switched to before its address is complete', async () => {
    const { bridge, user, changes } = await show();
    await user.click(screen.getByRole('radio', { name: /^Through this proxy/ }));
    expect(screen.getByText(/^It takes effect once the address is complete/)).toBeTruthy();
    await user.type(address(), 'proxy:8080{Enter}');
    expect(screen.getByText('The kind of proxy is missing or unknown.')).toBeTruthy();
    expect(address().value).toBe('proxy:8080');
    expect(changes()).toEqual([]);
    await user.clear(address());
    await user.type(address(), 'http://proxy:8080');
    await user.type(screen.getByLabelText('Not through the proxy'), 'b@d{Enter}');
    expect(screen.getByText('“b@d” cannot be the name of a server.')).toBeTruthy();
    await user.clear(screen.getByLabelText('Not through the proxy'));
    bridge.answer('settings.update', () => fail('storageUnavailable'));
    await user.type(screen.getByLabelText('Not through the proxy'), '*.local{Enter}');
    await settle();
    expect([address().value, screen.queryByText('In force now.')]).toEqual(['http://proxy:8080', null]);
    bridge.answer('settings.update', (patch) => ok(bridge.world.settings = { ...bridge.world.settings, ...(patch as Partial<Settings>) }));
    await user.click(button('Apply'));
    await settle();
    expect(changes().at(-1)).toEqual({ proxyMode: 'manual', proxyUrl: 'http://proxy:8080', proxyBypass: '*.local' });
    expect(screen.getByText('In force now.')).toBeTruthy();
  });
  it('that is known is switched to and from at once', async () => {
    const { user, changes } = await show({ settings: { proxyUrl: 'http://proxy:8080' } });
    await user.click(screen.getByRole('radio', { name: /^Through this proxy/ }));
    await settle();
    await user.click(screen.getByRole('radio', { name: /^Without a proxy/ }));
    await settle();
    expect(changes()).toEqual([{ proxyMode: 'manual' }, { proxyMode: 'direct' }]);
  });
  it('gets name and password, which leave the page; without a name the password stays', async () => {
    const { bridge, user } = await show({ settings: { proxyMode: 'manual', proxyUrl: 'http://proxy:8080' } });
    const password = screen.getByLabelText<HTMLInputElement>('Password');
    await user.type(password, 'hunter2');
    await user.click(button('Keep'));
    expect(screen.getByText('The user name is missing.')).toBeTruthy();
    expect(password.value).toBe('hunter2');
    await user.type(screen.getByLabelText('User name'), 'ana');
    bridge.answer('proxy.signIn', () => fail('storageUnavailable'));
    await user.click(button('Keep'));
    await settle();
    expect(screen.getByText('The local copy could not be written.')).toBeTruthy();
    expect(password.value).toBe('hunter2');
    bridge.answer('proxy.signIn', () => ok(null));
    await user.click(button('Keep'));
    await settle();
    expect(screen.getByText('Kept, encrypted. It is used from the next request on.')).toBeTruthy();
    expect(password.value).toBe('');
    await user.click(button('Forget what is kept'));
    await settle();
    expect(bridge.asked('proxy.signIn').map(({ user: name, password: secret }) => `${name}:${secret}`)).toEqual(['ana:hunter2', 'ana:hunter2', ':']);
    expect(document.body.innerHTML).not.toContain('hunter2');
  });
});

describe.each(['pt-BR', 'es'] as const)('in %s', (language) => {
  it('no part is left in English, whatever the desktop lacks', async () => {
    await show({ settings: { language, rules: SAMPLE_RULES.map((rule) => ({ ...rule, name: 'x' })), quietHours: { on: true, days: sampleSettings().quietHours.days }, proxyMode: 'manual', proxyUrl: 'http://proxy:1', zoom: 120 }, facts: { tray: false, login: 'blocked', tellsLock: false } });
    expect(saidBy(document.body).length).toBeGreaterThan(150);
    expect(leftInEnglish(language)(saidBy(document.body))).toEqual([]);
  });
});
