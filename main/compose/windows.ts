import { session } from 'electron';
import type { BrowserWindow, Session } from 'electron';
import type { EventPayload } from '../../contract/ipc/events.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { isWayland } from '../desktop/desktop-facts.ts';
import { createLinks } from '../desktop/links.ts';
import { createPush } from '../ipc/push.ts';
import type { Push } from '../ipc/push.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { APP_SCHEME, APP_ORIGIN } from '../protocol/app-origin.ts';
import type { PageSource } from '../protocol/app-origin.ts';
import { readBundleManifest } from '../protocol/bundle-manifest.ts';
import { serveBundle } from '../protocol/serve-bundle.ts';
import { guardContents, guardSession } from '../windows/guards.ts';
import { createLookupWindow } from '../windows/lookup-window.ts';
import type { LookupWindow } from '../windows/lookup-window.ts';
import { createMainWindow } from '../windows/main-window.ts';
import type { MainWindow } from '../windows/main-window.ts';
import { recoverRenderer } from '../windows/renderer-recovery.ts';
import type { WindowGround } from '../windows/secure-window.ts';
import { withoutSpelling } from '../windows/without-spelling.ts';
import { createWindowRegistry } from '../windows/window-registry.ts';
import type { WindowRegistry } from '../windows/window-registry.ts';
import { zoomContents } from '../windows/zoom.ts';
import type { ZoomSetting } from '../windows/zoom.ts';
import type { Places } from './places.ts';

/** What the windows need. */
export interface WindowsNeeds {
  readonly places: Places;
  readonly pages: PageSource;
  readonly packaged: boolean;
  readonly preferences: Preferences;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onMainClose: (window: MainWindow) => void;
}

/** The windows and the way to them. */
export interface Windows {
  readonly registry: WindowRegistry;
  readonly push: Push;
  readonly main: MainWindow;
  readonly lookup: LookupWindow;
  dispose(): void;
}

/** In memory, without a cache: what a page was shown leaves no trace on the disk. */
const PARTITION = 'cxpress-windows';

function openSession({ places, pages, log }: WindowsNeeds): Session {
  const own = withoutSpelling(session.fromPartition(PARTITION, { cache: false }));
  guardSession(own);
  if (pages.origin === APP_ORIGIN) own.protocol.handle(APP_SCHEME, serveBundle(readBundleManifest(places.renderer), log));
  return own;
}

/** The hosts whose pages may be opened in the browser: where the person's own Cxpress is. */
function linkHosts(preferences: Preferences): ReadonlySet<string> {
  const { baseUrl } = preferences.get();
  return new Set(URL.canParse(baseUrl) ? [new URL(baseUrl).hostname] : []);
}

/** Makes the session, the guards, both windows (not shown yet) and the way to send them events. */
export function composeWindows(needs: WindowsNeeds): Windows {
  const { places, pages, preferences, clock, log } = needs;
  const registry = createWindowRegistry();
  const push = createPush(registry, log);
  const openLink = createLinks(() => linkHosts(preferences), log);
  const zoom: ZoomSetting = { get: () => preferences.get().zoom, set: (percent) => void preferences.update({ zoom: percent }), onChange: (listener) => preferences.onChange(({ now, before }) => {
    if (now.zoom !== before.zoom) listener();
  }) };
  const adopt = (window: BrowserWindow): void => {
    registry.add(window.webContents);
    guardContents(window.webContents, openLink, log);
    recoverRenderer(window.webContents, clock, log);
    zoomContents(window.webContents, zoom, process.platform);
  };
  const ground: WindowGround = { session: openSession(needs), preload: places.preload, devTools: !needs.packaged, icon: places.icon, adopt };
  const main = createMainWindow({
    ground, clock, log,
    url: pages.url('index.html'),
    savedBounds: () => preferences.get().windowBounds,
    saveBounds: ({ x, y, width, height }) => void preferences.update({ windowBounds: { x, y, width, height } }),
    onClose: needs.onMainClose,
    sendTo: (contentsId, target: EventPayload<'navigate'>) => push.to(contentsId, 'navigate', target),
  });
  const lookup = createLookupWindow({ ground, clock, log, url: pages.url('lookup.html'), zoom: () => preferences.get().zoom, hidesOnBlur: !isWayland(process.platform, process.env), tellShown: (contentsId) => push.to(contentsId, 'lookup.shown', null) });
  return {
    registry, push, main, lookup,
    dispose() {
      lookup.dispose();
      main.dispose();
    },
  };
}
