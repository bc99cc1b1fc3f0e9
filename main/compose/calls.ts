import { app, clipboard } from 'electron';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { desktopFacts } from '../desktop/desktop-facts.ts';
import type { Hotkey } from '../desktop/hotkey.ts';
import { createItemActions } from '../desktop/item-actions.ts';
import { createLinks } from '../desktop/links.ts';
import type { LoginItem } from '../desktop/login-item/login-item.ts';
import { hasTray } from '../desktop/tray/tray-presence.ts';
import type { Answered } from '../diagnostics/checks/notifications.ts';
import type { Words } from '../i18n.ts';
import { desktopHandlers } from '../ipc/handlers/desktop.ts';
import { diagnosticsHandlers } from '../ipc/handlers/diagnostics.ts';
import { itemHandlers } from '../ipc/handlers/items.ts';
import { ledgerHandlers } from '../ipc/handlers/ledger.ts';
import { lookupHandlers } from '../ipc/handlers/lookup.ts';
import type { LookupDataCalls } from '../ipc/handlers/lookup.ts';
import { noticeHandlers } from '../ipc/handlers/notices.ts';
import { queueHandlers } from '../ipc/handlers/queue.ts';
import { ruleHandlers } from '../ipc/handlers/rules.ts';
import { sessionHandlers } from '../ipc/handlers/session.ts';
import { settingsHandlers } from '../ipc/handlers/settings.ts';
import { statusHandlers } from '../ipc/handlers/status.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { signedInOnly } from '../ipc/signed-in-only.ts';
import { createChangeSettings } from '../preferences/change-settings.ts';
import { viewerOf } from '../preferences/viewer.ts';
import { electronFileDialogs } from '../profiles/electron-file-dialogs.ts';
import type { FileDialogs } from '../profiles/file-dialogs.ts';
import { writeDurably } from '../vault/durable-file.ts';
import type { Desk } from './desk.ts';
import { composeDiagnostics } from './diagnostics.ts';
import type { EngineRoom } from './engine-room.ts';
import type { Foundation } from './foundation.ts';
import type { Notifications } from './notifications.ts';
import type { Places } from './places.ts';
import type { composeProfiles } from './profiles.ts';
import type { Windows } from './windows.ts';

/** Everything that calls lead to. */
export interface CallParts {
  readonly ground: Foundation;
  readonly room: EngineRoom;
  readonly windows: Windows;
  readonly notifications: Notifications;
  readonly profiles: ReturnType<typeof composeProfiles>;
  readonly desk: Desk;
  readonly hotkey: Hotkey;
  readonly login: LoginItem;
  readonly isSignedIn: () => boolean;
  readonly words: Words;
  readonly places: Places;
  readonly clock: Clock;
  readonly log: Logger;
}

const writeFile = (path: string, bytes: Uint8Array): Promise<void> => writeDurably(path, bytes);

/** Answers every call of the contract. What shows something of the account is answered only while somebody is signed in. */
export function composeCalls({ ground, room, windows, notifications, profiles, desk, hotkey, login, isSignedIn, words: { t }, places, clock, log }: CallParts): Handlers {
  const { preferences, notices, proxy, profile, proven, storage } = ground;
  const { store } = storage;
  let lastTest: Answered | null = null;
  const dialogs = (of: 'rules' | 'settings'): FileDialogs => electronFileDialogs(() => ({ open: t(`shell.dialogs.${of}.open`), save: t(`shell.dialogs.${of}.save`), filter: t(`shell.dialogs.${of}.filter`) }));
  const facts = () => desktopFacts({ platform: process.platform, env: process.env, hasTray: () => hasTray(process.platform), hotkey, login, lock: desk.lock, doNotDisturb: desk.doNotDisturb });
  const items = createItemActions({
    store,
    profile: () => profile.now(),
    writeClipboard: async (text) => {
      await clipboard.writeText(text);
    },
    openLink: (link) => createLinks(() => new Set([new URL(link).hostname]), log)(link),
  });
  const lookup = lookupHandlers({
    store, clock, items,
    me: () => preferences.get().me?.key ?? null,
    navigate: (target) => windows.main.navigate(target),
    show: () => windows.lookup.show(),
    hide: () => windows.lookup.hide(),
    remote: () => room.engine.current()?.lookup ?? null,
  });
  const rules = ruleHandlers({ store, preferences, clock, dialogs: dialogs('rules'), writeFile });
  return {
    ...sessionHandlers(room.account),
    ...signedInOnly(queueHandlers({
      store, clock,
      viewer: () => viewerOf(preferences.get()),
      refresher: () => room.engine.current()?.refresher ?? null,
      hasLink: (entity) => (profile.now().webLinks?.[entity] ?? null) !== null,
      onItems: room.itemsChanged,
    }), isSignedIn),
    ...signedInOnly(itemHandlers(items), isSignedIn),
    ...signedInOnly(ledgerHandlers({ store, clock }), isSignedIn),
    ...lookup,
    ...signedInOnly<LookupDataCalls>({
      'lookup.search': lookup['lookup.search'], 'lookup.remote': lookup['lookup.remote'], 'lookup.preview': lookup['lookup.preview'],
      'lookup.copy': lookup['lookup.copy'], 'lookup.browse': lookup['lookup.browse'],
    }, isSignedIn),
    ...settingsHandlers({
      preferences, proxy, writeFile,
      change: createChangeSettings({
        preferences,
        bindHotkey: (accelerator) => hotkey.bind(accelerator),
        turnListener: (on) => room.listener.turn(on && isSignedIn()),
        startAtLogin: (on) => login.set(on),
      }),
      dialogs: dialogs('settings'),
      onRefused: (what, { error }) => {
        log.info('settings.importRefused', { what, code: error.code });
        if (error.code === 'hotkeyTaken') notices.post({ code: 'hotkeyTaken', ...(error.params ? { params: error.params } : {}) });
      },
    }),
    ...profiles.handlers,
    ...rules,
    ...signedInOnly<'rules.tryOut'>({ 'rules.tryOut': rules['rules.tryOut'] }, isSignedIn),
    ...noticeHandlers({ notices, notifier: notifications.notifier, t, onTested: ({ shown, via }) => {
      lastTest = { at: clock.now(), shown, via };
    } }),
    ...desktopHandlers({ facts, hotkey }),
    ...diagnosticsHandlers({
      ...composeDiagnostics({ ground, room, places, desk, facts, lastTestToast: () => lastTest, clock, log }),
      dialogs: electronFileDialogs(() => ({ open: t('shell.dialogs.diagnostics.save'), save: t('shell.dialogs.diagnostics.save'), filter: t('shell.dialogs.diagnostics.filter') })),
      writeFile,
    }),
    ...statusHandlers({
      board: room.board,
      syncNow: () => room.engine.current()?.sync.syncNow() ?? null,
      start: () => ({
        version: app.getVersion(), electron: process.versions.electron, platform: process.platform,
        signedIn: isSignedIn(),
        profile: { id: profile.now().id, name: profile.now().name, verified: proven.has(profile.now()) },
        settings: preferences.get(),
        notices: notices.list(),
      }),
    }),
  };
}
