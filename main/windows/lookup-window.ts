import { screen } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createSecureWindow } from './secure-window.ts';
import type { WindowGround } from './secure-window.ts';
import { lookupWindowPlace, zoomedSize } from './window-places.ts';

/** What the lookup window needs. */
export interface LookupWindowNeeds {
  readonly ground: WindowGround;
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Zoom of the windows in percent: the window grows with what is in it. */
  readonly zoom: () => number;
  /** It hides when another window gets the focus. On Wayland a window may come up without it, and would be gone at once. */
  readonly hidesOnBlur: boolean;
  /** Tells the page that it came up. */
  readonly tellShown: (contentsId: number) => void;
}

/** The small search window that the hotkey brings up near the pointer. */
export interface LookupWindow {
  show(): void;
  hide(): void;
  /** Shows it, or hides it when it is in front already: what the hotkey does. */
  toggle(): void;
  dispose(): void;
}

const SIZE = { width: 640, height: 440 };
/** Late enough not to compete with the start, early enough that the first hotkey finds it ready. */
const PREPARE_AFTER_MS = 4_000;

/** Makes the {@link LookupWindow}. Its page loads a few seconds later, so that the hotkey shows it at once. */
export function createLookupWindow(needs: LookupWindowNeeds): LookupWindow {
  let window: BrowserWindow | null = null;
  let loaded = false;
  let wanted = false;

  const present = (shown: BrowserWindow): void => {
    wanted = false;
    const pointer = screen.getCursorScreenPoint();
    shown.setBounds(lookupWindowPlace(pointer, screen.getDisplayNearestPoint(pointer).workArea, zoomedSize(SIZE, needs.zoom())));
    shown.show();
    shown.focus();
    needs.tellShown(shown.webContents.id);
  };
  const make = (): BrowserWindow => {
    const made = createSecureWindow(needs.ground, { ...SIZE, frame: false, resizable: false, minimizable: false, maximizable: false, fullscreenable: false, skipTaskbar: true, alwaysOnTop: true });
    if (needs.hidesOnBlur) made.on('blur', () => made.hide());
    made.on('close', (event) => {
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => {
      window = null;
      loaded = false;
    });
    made.webContents.on('did-finish-load', () => {
      loaded = true;
      if (wanted) present(made);
    });
    made.loadURL(needs.url).catch((error: unknown) => needs.log.error('lookupWindow.notLoaded', { error }));
    return made;
  };
  const cancelPrepare = needs.clock.after(PREPARE_AFTER_MS, () => {
    window ??= make();
  });
  const self: LookupWindow = {
    show() {
      window ??= make();
      if (loaded) present(window);
      else wanted = true;
    },
    hide() {
      wanted = false;
      window?.hide();
    },
    toggle() {
      if (window?.isVisible() && window.isFocused()) self.hide();
      else self.show();
    },
    dispose() {
      cancelPrepare();
      window?.destroy();
      window = null;
    },
  };
  return self;
}
