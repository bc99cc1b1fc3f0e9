import { describe, expect, it } from 'vitest';
import { LANGUAGES, REGIONS, type Language } from '../../../contract/locales/languages.ts';
import { TOAST_CONTENTS } from '../../../contract/rules.ts';
import { ENGINE_STATES } from '../../../contract/status.ts';
import { createToastWords } from '../../../main/desktop/toast-words.ts';
import { trayModel } from '../../../main/desktop/tray/tray-state.ts';
import type { TrayEntry, TrayModel } from '../../../main/desktop/tray/tray-state.ts';
import { createWords, type Translate } from '../../../main/i18n.ts';
import { memorySettingsFile } from '../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../main/preferences/preferences.ts';
import { pendingEvent } from '../../support/electron/pending-event.ts';
import { recordingLog } from '../../support/electron/recording-log.ts';
import { leftInEnglish } from '../../support/left-in-english.ts';

const NOW = new Date(2026, 0, 5, 14, 0).getTime();
const labels = (entries: readonly TrayEntry[]): string[] => entries.flatMap((entry) => (entry.kind === 'line' ? [] : entry.kind === 'submenu' ? [entry.label, ...labels(entry.entries)] : [entry.label]));
const said = (model: TrayModel): string[] => [model.tooltip, ...labels(model.menu)];

/** Everything the tray can say. */
function traySays(language: Language, t: Translate): string[] {
  return ENGINE_STATES.flatMap((state) => [0, 1, 7].flatMap((ticket) => [0, -1, NOW + 60_000].flatMap((pausedUntil) => [null, NOW + 600_000].flatMap((at) =>
    said(trayModel({ status: { state, unread: { ticket, task: 0 }, blockedUntil: at, sessionGoodUntil: at }, pausedUntil, now: NOW, language: REGIONS[language] }, t))))));
}

/** Every kind of toast. */
function toastsSay(t: Translate): string[] {
  const words = createToastWords(t, 'win32');
  const changes = ['status', 'dueAt', 'assigneeId', 'tagIds', 'priority', 'customFields.x'].map((field) => ({ field, label: null, from: null, to: 'x' }));
  const events = (['ticket', 'task'] as const).flatMap((entity) => [pendingEvent({ entity, kind: 'new', row: { title: '' } }), pendingEvent({ entity, changes }), pendingEvent({ entity, changes: [] }), pendingEvent({ entity, kind: 'woke' }), ...[45, 300, 20_000, 1_500].map((minutes) => pendingEvent({ entity, kind: 'waiting', seenAt: NOW, row: { createdAt: NOW - minutes * 60_000 } }))]);
  const contents = [...events.flatMap((event) => TOAST_CONTENTS.map((level) => words({ kind: 'item', events: [{ ...event, row: { ...event.row, departmentName: null } }] }, level))), ...([[1, 0], [0, 2], [1_000_000, 5]] as const).flatMap(([ticket, task]) => (['flood', 'away', 'digest'] as const).map((reason) => words({ kind: 'summary', counts: { ticket, task }, reason }, 'full')))];
  const session = (['twoDays', 'day', 'hour', 'over'] as const).flatMap((stage) => [t(`shell.toast.sessionEnding.${stage}.title`, { hours: 20 }), t(`shell.toast.sessionEnding.${stage}.body`, { time: '14:00' })]);
  return [...contents.flatMap(({ title, body }) => [title, body]), ...session, ...['closed', 'sessionEnded', 'test'].flatMap((name) => [t(`shell.toast.${name}.title`), t(`shell.toast.${name}.body`)])];
}

describe.each(LANGUAGES.map(({ code }) => code))('the shell in %s', (language) => {
  const { t } = createWords(language);
  const texts = [...traySays(language, t), ...toastsSay(t), ...['open', 'save', 'filter'].map((name) => t(`screens.profiles.dialog.${name}`))];
  it('leaves no key and no placeholder in sight', () => {
    expect(texts.length).toBeGreaterThan(500);
    expect(texts.filter((text) => /\b(shell|screens|errors)\.\w|\{\{|undefined/.test(text))).toEqual([]);
  });
  if (language !== 'en') {
    it('says nothing in English', () => {
      expect(leftInEnglish(language)(texts)).toEqual([]);
    });
  }
});

describe('another language', () => {
  it('is spoken at once: by the tray, and by the next toast', () => {
    const words = createWords('en');
    const toast = createToastWords(words.t, 'win32');
    const quit = () => labels(trayModel({ status: { state: 'live', unread: { ticket: 0, task: 0 }, blockedUntil: null }, pausedUntil: 0, now: NOW, language: 'en-GB' }, words.t).menu).at(-1);
    const title = () => toast({ kind: 'item', events: [pendingEvent({ kind: 'new' })] }, 'full').title;
    const heard = (['en', 'pt-BR', 'es', 'en'] as const).map((language) => {
      words.setLanguage(language);
      return [quit(), title()];
    });
    expect(heard).toEqual([['Quit', 'New ticket: #1042 Cannot log in'], ['Sair', 'Novo ticket: #1042 Cannot log in'], ['Salir', 'Nuevo ticket: #1042 Cannot log in'], ['Quit', 'New ticket: #1042 Cannot log in']]);
  });
});

describe('the first language', () => {
  const stored = (value: unknown, system: Language) => createPreferences({ read: () => value, write: () => undefined }, recordingLog(), system);
  it('is the system’s until one was written down', () => {
    expect(stored({}, 'pt-BR').get().language).toBe('pt-BR');
    expect(stored({ theme: 'dark' }, 'es').get()).toMatchObject({ language: 'es', theme: 'dark' });
    expect(stored({ language: 'en' }, 'es').get().language).toBe('en');
    expect(stored({}, 'es').reset).toBe(false);
  });
  it('is kept with the first change of anything', () => {
    const file = memorySettingsFile();
    createPreferences(file, recordingLog(), 'pt-BR').update({ theme: 'dark' });
    expect(createPreferences(file, recordingLog(), 'es').get().language).toBe('pt-BR');
  });
});
