import type { MenuItemConstructorOptions } from 'electron';
import type { menu as english } from '../../contract/locales/en/menu.ts';
import type { Translate } from '../i18n.ts';

/** What the menu leads to, besides what the system does by itself. */
export interface AppMenuActions {
  settings(): void;
  lookup(): void;
}

/** What the menu depends on. */
export interface AppMenuNeeds {
  readonly platform: string;
  readonly t: Translate;
  readonly act: AppMenuActions;
  /** Whether the tools of developers can be opened; never in a packaged app. */
  readonly devTools: boolean;
}

type Entry = MenuItemConstructorOptions;

const LINE: Entry = { type: 'separator' };

/**
 * The application menu: on macOS the bar, which text fields need for their keys; elsewhere what Alt shows. Without one
 * Electron puts in its own, in English, with its own links.
 */
export function appMenuTemplate({ platform, t, act, devTools }: AppMenuNeeds): Entry[] {
  const mac = platform === 'darwin';
  const role = (name: NonNullable<Entry['role']>, word: keyof typeof english): Entry => ({ role: name, label: t(`shell.menu.${word}`) });
  /** A key that pages hear for themselves: elsewhere than on macOS the menu only names it. */
  const ofPages = (entry: Entry): Entry => ({ ...entry, registerAccelerator: false });
  const settings = ofPages({ label: t('shell.menu.settings'), accelerator: 'CommandOrControl+,', click: () => act.settings() });
  const lookup: Entry = { label: t('shell.tray.lookup'), click: () => act.lookup() };
  const editing = (['undo', 'redo', LINE, 'cut', 'copy', 'paste', 'selectAll'] as const).map((each) => (typeof each === 'string' ? ofPages(role(each, each)) : each));
  const app: Entry = {
    label: t('shell.menu.app'),
    submenu: [role('about', 'about'), LINE, settings, LINE, role('services', 'services'), LINE, role('hide', 'hide'), role('hideOthers', 'hideOthers'), role('unhide', 'showAll'), LINE, role('quit', 'quit')],
  };
  const file: Entry = { label: t('shell.menu.file'), submenu: mac ? [lookup, LINE, role('close', 'close')] : [lookup, settings, LINE, { ...role('close', 'close'), accelerator: 'Control+W' }, { ...role('quit', 'quit'), accelerator: 'Control+Q' }] };
  const view: Entry = { label: t('shell.menu.view'), submenu: [role('togglefullscreen', 'fullScreen'), ...(devTools ? [{ role: 'toggleDevTools' } satisfies Entry] : [])] };
  const window: Entry = { label: t('shell.menu.window'), role: 'windowMenu', submenu: [role('minimize', 'minimise'), role('zoom', 'zoom'), LINE, role('front', 'front')] };
  const edit: Entry = { label: t('shell.menu.edit'), submenu: editing };
  return mac ? [app, file, edit, view, window] : [file, edit, view];
}
