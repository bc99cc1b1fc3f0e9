import { screen } from 'electron';
import type { BrowserWindow, Rectangle } from 'electron';
import type { EventPayload } from '../../contract/ipc/events.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createSecureWindow } from './secure-window.ts';
import type { WindowGround } from './secure-window.ts';
import { mainWindowMinimum, mainWindowPlace } from './window-places.ts';

/** What the main window needs. */
export interface MainWindowNeeds {
  readonly ground: WindowGround;
  readonly url: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly savedBounds: () => Settings['windowBounds'];
  readonly saveBounds: (bounds: Rectangle) => void;
  /** The close button was pressed; the window stays until the answer is carried out. */
  readonly onClose: (window: MainWindow) => void;
  readonly sendTo: (contentsId: number, target: EventPayload<'navigate'>) => void;
}

/** The window with the queues, detail and settings. It is made when first shown, and stays until the app quits. */
export interface MainWindow {
  show(): void;
  hide(): void;
  minimise(): void;
  /** Shows the window and a screen or item in it. */
  navigate(target: EventPayload<'navigate'>): void;
  /** From now on closing closes: the app is quitting. */
  letGo(): void;
  dispose(): void;
}

const PREFERRED = { width: 1180, height: 760 };
/** Narrower, list and detail no longer fit beside each other. */
const MINIMUM = { width: 880, height: 560 };
const SAVE_DELAY_MS = 500;

function workAreas(): Rectangle[] {
  const primary = screen.getPrimaryDisplay();
  return [primary, ...screen.getAllDisplays().filter((display) => display.id !== primary.id)].map((display) => display.workArea);
}

/** Brings a window to the front from wherever it is. */
function present(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** Makes the {@link MainWindow}; nothing is on screen before its first `show`. */
export function createMainWindow(needs: MainWindowNeeds): MainWindow {
  let window: BrowserWindow | null = null;
  let loaded = false;
  let leaving = false;
  /** Made for the task bar, not for the screen. */
  let inTaskBar = false;
  let wanted: EventPayload<'navigate'> | null = null;
  let cancelSave: (() => void) | null = null;

  const saveSoon = (): void => {
    cancelSave?.();
    cancelSave = needs.clock.after(SAVE_DELAY_MS, () => {
      if (window && !window.isDestroyed()) needs.saveBounds(window.getNormalBounds());
    });
  };
  const deliver = (): void => {
    if (!window || !loaded || !wanted) return;
    needs.sendTo(window.webContents.id, wanted);
    wanted = null;
  };
  const make = (): BrowserWindow => {
    const areas = workAreas();
    const least = mainWindowMinimum(MINIMUM, areas);
    const made = createSecureWindow(needs.ground, { ...mainWindowPlace(needs.savedBounds(), areas, PREFERRED), minWidth: least.width, minHeight: least.height, autoHideMenuBar: true });
    made.on('resize', saveSoon);
    made.on('move', saveSoon);
    made.on('close', (event) => {
      if (leaving) return;
      event.preventDefault();
      needs.onClose(self);
    });
    made.on('closed', () => {
      window = null;
      loaded = false;
    });
    made.once('ready-to-show', () => (inTaskBar ? made.minimize() : present(made)));
    made.webContents.on('render-process-gone', () => {
      loaded = false;
    });
    made.webContents.on('did-finish-load', () => {
      loaded = true;
      deliver();
    });
    made.loadURL(needs.url).catch((error: unknown) => needs.log.error('mainWindow.notLoaded', { error }));
    return made;
  };
  const self: MainWindow = {
    show() {
      inTaskBar = false;
      if (!window) window = make();
      else if (window.webContents.isCrashed()) {
        // It died too often to be reloaded by itself; a person who asks for it gets another try.
        window.webContents.reload();
        present(window);
      } else if (loaded || window.isVisible() || window.isMinimized()) present(window);
    },
    hide: () => window?.hide(),
    minimise() {
      inTaskBar = true;
      if (window) window.minimize();
      else window = make();
    },
    navigate(target) {
      wanted = target;
      self.show();
      deliver();
    },
    letGo() {
      leaving = true;
    },
    dispose() {
      leaving = true;
      cancelSave?.();
      window?.destroy();
      window = null;
    },
  };
  return self;
}
