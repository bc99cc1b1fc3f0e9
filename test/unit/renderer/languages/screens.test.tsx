// @vitest-environment happy-dom
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../../contract/locales/languages.ts';
import { ok } from '../../../../contract/result.ts';
import { ENGINE_STATES, NOTICE_CODES, type Notice } from '../../../../contract/status.ts';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { MainWindow } from '../../../../renderer/app/MainWindow.tsx';
import { LookupWindow } from '../../../../renderer/lookup/LookupWindow.tsx';
import type { FakeBridge } from '../../../support/fake-bridge.ts';
import { fakeBridge } from '../../../support/fake-bridge.ts';
import { leftInEnglish, saidBy } from '../../../support/left-in-english.ts';
import { renderWindow, settle } from '../../../support/render.tsx';
import { SCENES } from '../../../support/renderer-preview/scenes.ts';
import { NOW, sampleQueue, sampleSettings, sampleStatus } from '../../../support/renderer-data.ts';

const rows = () => ({ ticket: sampleQueue('ticket', 20), task: sampleQueue('task', 5) });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const PARAMS: Partial<Record<Notice['code'], Notice['params']>> = { clockSkew: { minutes: 7 }, sessionEnding: { hours: 20 }, hotkeyTaken: { hotkey: 'Alt+K' } };

describe.each(LANGUAGES.map(({ code }) => code))('in %s', (language: Language) => {
  const { t } = createI18n(language);
  const find = language === 'en' ? () => [] : leftInEnglish(language);
  const inLanguage = (bridge: FakeBridge): FakeBridge => {
    bridge.world.settings = { ...bridge.world.settings, language };
    return bridge;
  };
  /** Draws the main window; `renderWindow` fails the test for a missing word. */
  const show = (bridge: FakeBridge) => renderWindow(inLanguage(bridge), <MainWindow />);
  const nothingEnglish = () => expect(find(saidBy(document.body))).toEqual([]);
  const settings = async (bridge: FakeBridge) => {
    const view = await show(bridge);
    await view.user.click(button(t('screens.nav.settings')));
    await settle();
    return view;
  };
  const importPage = async (bridge: FakeBridge) => {
    const view = await settings(bridge);
    await view.user.click(button(t('screens.profiles.group.import')));
    await settle();
    return view;
  };

  it.each(Object.keys(SCENES).filter((name) => name !== 'many'))('scene %s', async (name) => {
    await show(SCENES[name]?.() ?? fakeBridge());
    expect(document.documentElement.lang).toBe(language);
    expect(saidBy(document.body).length).toBeGreaterThan(5);
    nothingEnglish();
  });
  it('an item, with its history, and one that is gone', async () => {
    const bridge = fakeBridge({ rows: rows() });
    const { user } = await show(bridge);
    await user.click(screen.getAllByRole('option')[0] as HTMLElement);
    await settle();
    expect(screen.getByText(t('screens.detail.history'))).toBeTruthy();
    nothingEnglish();
    await user.click(button(t('screens.detail.close')));
    await user.click(screen.getByRole('radio', { name: t('screens.queue.filter.unread') }));
    await settle();
    nothingEnglish();
  });
  it('settings, with a test, another hotkey and the way out', async () => {
    const { user } = await settings(SCENES.listener?.() ?? fakeBridge());
    nothingEnglish();
    for (const name of [t('screens.settings.notifications.resume'), t('screens.settings.notifications.test'), t('screens.settings.hotkey.change')]) {
      await user.click(within(screen.getByRole('main')).getByRole('button', { name }));
      await settle();
      nothingEnglish();
    }
    await user.click(button(t('screens.settings.connection.signOut')));
    expect(screen.getByRole('dialog', { name: t('screens.settings.connection.confirm.title') })).toBeTruthy();
    nothingEnglish();
  });
  it('the import, its lines, an error in them, test and saving', async () => {
    const { user } = await importPage(fakeBridge({ rows: rows() }));
    nothingEnglish();
    const part = t('screens.profiles.table.named', { entity: t('screens.entity.ticket'), line: t('screens.profiles.table.lines.list') });
    await user.click(button(t('screens.profiles.table.details', { part })));
    await user.clear(screen.getByLabelText(t('screens.profiles.edit.field.path')));
    await user.click(button(t('screens.profiles.edit.apply')));
    expect(screen.getByText(t('screens.profiles.edit.error.path.what'))).toBeTruthy();
    nothingEnglish();
    await user.click(button(t('screens.profiles.test.action')));
    await waitFor(() => expect(screen.getByText(t('screens.checks.title'))).toBeTruthy());
    nothingEnglish();
    await user.click(button(t('screens.profiles.save.action')));
    await settle();
    nothingEnglish();
  });
  it('an import that lacks what cannot be done without, and a file that was refused', async () => {
    await importPage(SCENES.importUnusable?.() ?? fakeBridge());
    expect(screen.getByText(t('screens.profiles.summary.unusable.what'))).toBeTruthy();
    nothingEnglish();
  });
  it('every notice', async () => {
    const notices = NOTICE_CODES.map((code) => ({ code, ...(PARAMS[code] && { params: PARAMS[code] }) }));
    await show(fakeBridge({ rows: rows(), notices }));
    const stack = screen.getByRole('region', { name: t('screens.notice.label') });
    expect(within(stack).getAllByRole('status')).toHaveLength(NOTICE_CODES.length);
    nothingEnglish();
  });
  it.each(ENGINE_STATES)('the status line: %s', async (state) => {
    const reading = { done: 3, total: 1_000_000, entity: 'consumerTag' as const, leftMs: 4 * 3_600_000 };
    await show(fakeBridge({
      rows: rows(),
      status: sampleStatus({
        state, blockedUntil: state === 'blocked' ? NOW + 600_000 : null, progress: state === 'catchingUp' ? reading : null, sessionGoodUntil: NOW + 20 * 60_000, missingPermissions: ['customField', 'ticketTag'],
        quarantined: 3, secureStorage: { state: 'locked', backend: 'x' }, rate: { used: 9, budget: 9, waiting: 2, pace: 50 }, error: { code: 'unreachable' }, firstSync: { tickets: 1, tasks: 2, consumers: 3, departments: 4, requests: 5, ms: 1400 },
      }),
    }));
    nothingEnglish();
  });
  it('first run: what is missing, and what a test says', async () => {
    const { user } = await show(SCENES.firstRun?.() ?? fakeBridge());
    nothingEnglish();
    await user.click(button(t('screens.setUp.next')));
    await user.click(button(t('screens.firstRun.signIn')));
    expect(screen.getByText(t('screens.firstRun.address.empty.what'))).toBeTruthy();
    nothingEnglish();
    await user.type(screen.getByLabelText(t('screens.firstRun.address.label')), 'https://api.cxpress.example');
    await user.type(screen.getByLabelText(t('screens.firstRun.apiToken.label')), 'a');
    await user.type(screen.getByLabelText(t('screens.firstRun.refreshToken.label')), 'b');
    await user.click(button(t('screens.firstRun.test')));
    await waitFor(() => expect(screen.getByText(t('screens.checks.title'))).toBeTruthy());
    nothingEnglish();
  });
  it('lookup: recent items, results and none', async () => {
    const bridge = inLanguage(fakeBridge({ rows: rows() }));
    const { user } = await renderWindow(bridge, <LookupWindow />);
    expect(document.title).toBe(t('screens.lookup.title'));
    nothingEnglish();
    await user.type(screen.getByRole('combobox'), 'nota');
    await settle(60);
    nothingEnglish();
    bridge.answer('lookup.search', () => ok({ results: [], tookMs: 1 }));
    await user.type(screen.getByRole('combobox'), 'x');
    await waitFor(() => expect(document.body.textContent).toContain(t('screens.lookup.none.text')));
    nothingEnglish();
  });
});

describe('the language', () => {
  it('changes in settings without a restart, in every part of the window', async () => {
    const bridge = fakeBridge({ rows: rows(), settings: sampleSettings({ language: 'en' }) });
    const { user } = await renderWindow(bridge, <MainWindow />);
    await user.click(button('Settings'));
    await settle();
    await user.click(screen.getByRole('radio', { name: 'Português (BR)' }));
    await settle();
    expect(bridge.asked('settings.update')).toEqual([{ language: 'pt-BR' }]);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Configurações');
    expect(document.documentElement.lang).toBe('pt-BR');
    expect(leftInEnglish('pt-BR')(saidBy(document.body))).toEqual([]);
    await user.click(screen.getByRole('radio', { name: 'English' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Settings');
  });
  it('is the first thing to be chosen on the first run, and what was typed stays when it is chosen anew', async () => {
    const bridge = SCENES.firstRun?.() ?? fakeBridge();
    const { user } = await renderWindow(bridge, <MainWindow />);
    expect(screen.getByRole('radio', { name: 'English', checked: true })).toBeTruthy();
    await user.click(button('Next'));
    await user.type(screen.getByLabelText('API token'), 'typed');
    await user.click(button('Back'));
    await user.click(screen.getByRole('radio', { name: 'Español' }));
    await settle();
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Elige tu idioma');
    await user.click(button('Siguiente'));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Conectar con Cxpress');
    expect(screen.getByLabelText<HTMLInputElement>('Token de API').value).toBe('typed');
    expect(bridge.asked('settings.update')).toEqual([{ language: 'es' }]);
  });
  it('is not asked for again when only new tokens are needed', async () => {
    await renderWindow(SCENES.needsTokens?.() ?? fakeBridge(), <MainWindow />);
    expect(screen.getByRole('heading', { name: 'Paste a new token pair' })).toBeTruthy();
    expect(screen.queryByRole('radio')).toBeNull();
  });
});

describe('what finds English', () => {
  it('sees a whole text, a part of a longer one, and lets shared words pass', () => {
    expect(leftInEnglish('es')(['Settings', 'No answer from x.example.', 'Ticket', 'Al día', 'Still: Mark as unread now'])).toEqual(['Settings', 'No answer from x.example.', 'Still: Mark as unread now']);
  });
});
