import { BrowserWindow, nativeTheme } from 'electron';
import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';
import { lockedPreferences } from './locked-preferences.ts';
import { pageColour } from './page-colour.ts';

/** What all windows share. */
export interface WindowGround {
  /** Session without persistence in which the app's scheme is served. */
  readonly session: Session;
  /** Absolute path of the built preload script. */
  readonly preload: string;
  readonly devTools: boolean;
  /** Path of the window icon. */
  readonly icon: string;
  /** Called with every new window before it loads anything. */
  readonly adopt: (window: BrowserWindow) => void;
}

/** Options a window may choose; its web preferences are not among them. */
export type WindowShape = Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'icon' | 'backgroundColor'>;

/** The colour behind the page, which also shows while a window grows, follows the theme. */
function followTheme(window: BrowserWindow): void {
  const follow = (): void => window.setBackgroundColor(pageColour(nativeTheme.shouldUseDarkColors));
  nativeTheme.on('updated', follow);
  window.once('closed', () => nativeTheme.removeListener('updated', follow));
}

/** The one place where windows are made: hidden, sandboxed, with {@link lockedPreferences} and nothing else. */
export function createSecureWindow(ground: WindowGround, shape: WindowShape): BrowserWindow {
  const webPreferences: WebPreferences = { ...lockedPreferences(ground.devTools), preload: ground.preload, session: ground.session };
  const window = new BrowserWindow({ ...shape, show: false, icon: ground.icon, backgroundColor: pageColour(nativeTheme.shouldUseDarkColors), webPreferences });
  followTheme(window);
  ground.adopt(window);
  return window;
}
