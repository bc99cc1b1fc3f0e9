import { BrowserWindow } from 'electron';
import type { BrowserWindowConstructorOptions, Session, WebPreferences } from 'electron';
import { lockedPreferences } from './locked-preferences.ts';

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
export type WindowShape = Omit<BrowserWindowConstructorOptions, 'webPreferences' | 'icon'>;

/** The one place where windows are made: hidden, sandboxed, with {@link lockedPreferences} and nothing else. */
export function createSecureWindow(ground: WindowGround, shape: WindowShape): BrowserWindow {
  const webPreferences: WebPreferences = { ...lockedPreferences(ground.devTools), preload: ground.preload, session: ground.session };
  const window = new BrowserWindow({ ...shape, show: false, icon: ground.icon, webPreferences });
  ground.adopt(window);
  return window;
}
