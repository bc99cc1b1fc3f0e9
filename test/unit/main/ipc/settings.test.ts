import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../../../contract/result.ts';
import type { Result } from '../../../../contract/result.ts';
import { settingsSchema } from '../../../../contract/settings.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { settingsHandlers } from '../../../../main/ipc/handlers/settings.ts';
import type { ProxyCredentials } from '../../../../main/net/proxy-credentials.ts';
import { createChangeSettings } from '../../../../main/preferences/change-settings.ts';
import { memorySettingsFile } from '../../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../../main/preferences/preferences.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';

const DEFAULTS = settingsSchema.parse({});

function desk({ bind = (_accelerator: string): Result<null> => ok(null), listener = async (_on: boolean): Promise<void> => undefined, login = async (_on: boolean): Promise<void> => undefined } = {}) {
  const preferences = createPreferences(memorySettingsFile(), recordingLog());
  const file = join(temporaryFolder(), 'settings.json');
  const chosen: { path: string | null } = { path: file };
  const steps: unknown[] = [];
  const change = createChangeSettings({
    preferences,
    bindHotkey: (accelerator) => { steps.push(['bind', accelerator]); return bind(accelerator); },
    turnListener: (on) => { steps.push(['listener', on]); return listener(on); },
    startAtLogin: (on) => { steps.push(['login', on]); return login(on); },
  });
  const handlers = settingsHandlers({
    preferences, change,
    proxy: { signIn: async (credentials: ProxyCredentials | null) => void steps.push(['proxy', credentials && [credentials.user, credentials.password.reveal()]]) },
    dialogs: { open: async () => chosen.path, save: async () => chosen.path },
    writeFile: async (path, bytes) => writeFileSync(path, bytes),
    onRefused: (what, { error }) => steps.push(['refused', what, error.code]),
  });
  return { preferences, steps, handlers, file, chosen, update: handlers['settings.update'] };
}

describe('settings', () => {
  it('are changed at once and told back', async () => {
    const { update, handlers } = desk();
    expect(await update({ theme: 'dark', syncIntervalSeconds: 60 })).toEqual({ ok: true, value: { ...DEFAULTS, theme: 'dark', syncIntervalSeconds: 60 } });
    expect(await handlers['settings.get'](null)).toMatchObject({ value: { theme: 'dark' } });
  });

  it('stay as they are when the hotkey is taken', async () => {
    const { update, preferences, steps } = desk({ bind: () => fail('hotkeyTaken', { hotkey: 'Ctrl+K' }) });
    expect(await update({ hotkey: 'Ctrl+K', theme: 'dark', webhookListener: true, startAtLogin: true })).toEqual({ ok: false, error: { code: 'hotkeyTaken', params: { hotkey: 'Ctrl+K' } } });
    expect([preferences.get(), steps]).toEqual([DEFAULTS, [['bind', 'Ctrl+K']]]);
  });

  it('stay as they are when the listener cannot start: hotkey and login are as they were', async () => {
    const { update, preferences, steps } = desk({ listener: () => Promise.reject(new EngineError('listenerFailed')) });
    await expect(update({ hotkey: 'Ctrl+Alt+L', startAtLogin: true, webhookListener: true })).rejects.toMatchObject({ code: 'listenerFailed' });
    expect(steps).toEqual([['bind', 'Ctrl+Alt+L'], ['login', true], ['listener', true], ['bind', 'CommandOrControl+Shift+K'], ['login', false]]);
    expect(preferences.get()).toEqual(DEFAULTS);
  });

  it('stay as they are when the system does not start the app at login', async () => {
    const { update, preferences } = desk({ login: () => Promise.reject(new EngineError('loginItemFailed')) });
    await expect(update({ startAtLogin: true, theme: 'dark' })).rejects.toMatchObject({ code: 'loginItemFailed' });
    expect(preferences.get()).toEqual(DEFAULTS);
  });

  it('touch hotkey, listener and login only when these change', async () => {
    const { update, steps } = desk();
    await update({ theme: 'light', webhookListener: false, startAtLogin: false });
    expect(steps).toEqual([]);
    await update({ webhookListener: true, startAtLogin: true });
    expect(steps).toEqual([['login', true], ['listener', true]]);
  });

  it('take no manual proxy without an address that is one', async () => {
    const { update, preferences } = desk();
    for (const patch of [{ proxyMode: 'manual' }, { proxyMode: 'manual', proxyUrl: 'http://a b' }, { proxyMode: 'manual', proxyUrl: 'http://user:secret@proxy:1' }, { proxyMode: 'manual', proxyUrl: 'http://proxy:1', proxyBypass: '{}' }] as const) {
      expect(await update(patch)).toEqual({ ok: false, error: { code: 'proxyInvalid' } });
    }
    expect(preferences.get()).toEqual(DEFAULTS);
    expect(await update({ proxyMode: 'manual', proxyUrl: 'http://proxy:8080' })).toMatchObject({ ok: true });
    expect(await update({ proxyUrl: '' })).toEqual({ ok: false, error: { code: 'proxyInvalid' } });
    expect(await update({ proxyMode: 'direct', proxyUrl: '' })).toMatchObject({ ok: true });
  });
});

describe('settings as a file', () => {
  const RULE = { id: 'vip', name: 'VIP', on: true, when: { keyword: 'urgente' }, action: 'toast', sound: true, breaksQuiet: true };
  const write = (path: string, settings: unknown, head: object = {}) => writeFileSync(path, JSON.stringify({ format: 'cxpress-tray-settings', version: 1, settings, ...head }));

  it('go to another computer and come back there, but for what belongs to this one', async () => {
    const here = desk();
    here.preferences.update({ theme: 'dark', baseUrl: 'https://api.example/', notificationsPausedUntil: -1, windowBounds: { x: 1, y: 2, width: 300, height: 300 }, standingNotices: ['settingsReset'], webhookListener: true, startAtLogin: true, closeHintShown: true, me: { key: 'id:7', id: '7', name: 'Ana' }, zoom: 150 });
    expect(await here.handlers['settings.export'](null)).toEqual({ ok: true, value: { saved: true } });
    const text = readFileSync(here.file, 'utf8');
    expect(text).not.toMatch(/windowBounds|standingNotices|webhookListener|notificationsPausedUntil|startAtLogin|closeHintShown|profileId/);
    const there = desk();
    writeFileSync(there.file, text);
    const imported = await there.handlers['settings.import'](null);
    expect(imported).toMatchObject({ ok: true, value: { theme: 'dark', baseUrl: 'https://api.example/', zoom: 150, me: { key: 'id:7' }, notificationsPausedUntil: 0, windowBounds: null, webhookListener: false, startAtLogin: false } });
  });

  it('change nothing when the person changed their mind', async () => {
    const { handlers, chosen, preferences } = desk();
    chosen.path = null;
    expect(await handlers['settings.export'](null)).toEqual({ ok: true, value: { saved: false } });
    expect([await handlers['settings.import'](null), preferences.get()]).toEqual([{ ok: true, value: null }, DEFAULTS]);
  });

  it('are taken one by one: what is broken, unknown or not to be shared costs only itself', async () => {
    const { handlers, file } = desk();
    write(file, { theme: 'dark', zoom: 7000, rules: [RULE, { ...RULE, id: 'NOT AN ID' }, 'nonsense'], windowBounds: { x: 0, y: 0, width: 900, height: 900 }, webhookListener: true, future: 1, __proto__: { sound: false } });
    expect(await handlers['settings.import'](null)).toMatchObject({ ok: true, value: { ...DEFAULTS, theme: 'dark', rules: [{ id: 'vip' }] } });
  });

  it('never move a desktop that has an address to another one', async () => {
    const { handlers, file, preferences } = desk();
    preferences.update({ baseUrl: 'https://ours.example/' });
    write(file, { baseUrl: 'https://evil.example/' });
    expect(await handlers['settings.import'](null)).toMatchObject({ value: { baseUrl: 'https://ours.example/' } });
  });

  it('say what the system refused, and keep the rest', async () => {
    const { handlers, file, steps } = desk({ bind: (hotkey) => (hotkey === '' ? ok(null) : fail('hotkeyTaken', { hotkey })) });
    write(file, { hotkey: 'Ctrl+Alt+L', theme: 'dark', proxyMode: 'manual', proxyUrl: 'no proxy' });
    expect(await handlers['settings.import'](null)).toMatchObject({ ok: true, value: { ...DEFAULTS, theme: 'dark' } });
    expect(steps).toEqual([['bind', 'Ctrl+Alt+L'], ['refused', 'hotkey', 'hotkeyTaken'], ['refused', 'proxyMode', 'proxyInvalid']]);
  });

  it.each([
    ['no JSON', 'settings', 'notSettings'],
    ['rules', JSON.stringify({ format: 'cxpress-tray-rules', version: 1, rules: [] }), 'notSettings'],
    ['the file of preferences itself', JSON.stringify(DEFAULTS), 'notSettings'],
    ['a newer version', JSON.stringify({ format: 'cxpress-tray-settings', version: 2, settings: {} }), 'newerProfile'],
  ])('are refused as %s', async (_what, text, reason) => {
    const { handlers, file, preferences } = desk();
    writeFileSync(file, text);
    await expect(handlers['settings.import'](null)).rejects.toMatchObject({ code: 'fileRefused', params: { reason } });
    expect(preferences.get()).toEqual(DEFAULTS);
  });
});

describe('name and password for the proxy', () => {
  it('are kept, and forgotten when both are empty', async () => {
    const { handlers, steps } = desk();
    await handlers['proxy.signIn']({ user: 'ana', password: 'secret' });
    await handlers['proxy.signIn']({ user: '', password: '' });
    expect(steps).toEqual([['proxy', ['ana', 'secret']], ['proxy', null]]);
  });
});
