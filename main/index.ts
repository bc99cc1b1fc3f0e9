import { mkdirSync } from 'node:fs';
import { app, Notification, protocol } from 'electron';
import { systemClock } from '../core/clock.ts';
import { startApp } from './app.ts';
import type { RunningApp } from './app.ts';
import { placesIn } from './compose/places.ts';
import { APP_ID, APP_NAME, LINK_SCHEME, TOAST_ACTIVATOR } from './identity.ts';
import { installBoundedQuit } from './launch/bounded-quit.ts';
import { installCrashHooks } from './launch/crash-hooks.ts';
import { launchOfSecond, parseLaunch } from './launch/launch-arguments.ts';
import type { Launch } from './launch/launch-arguments.ts';
import { parseItemLink } from './launch/item-link.ts';
import { createLogFile } from './log/log-file.ts';
import { APP_SCHEME, pageSource } from './protocol/app-origin.ts';

const SHOW: Launch = { hidden: false, lookup: false, item: null };

/** Who the system takes this process for. Before `ready`, and before anything asks for a path. */
function introduce(): void {
  process.umask(0o077); // Whatever is written from here on, by Chromium too, is this person's alone.
  app.setName(APP_NAME);
  app.setAppUserModelId(APP_ID);
  // Only Electron 42 and later know it.
  (app as Partial<Pick<typeof app, 'setToastActivatorCLSID'>>).setToastActivatorCLSID?.(TOAST_ACTIVATOR);
  // For every renderer. Who starts the app with the sandbox off (root, some containers) means it: switching half of it on would stop all processes.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }]);
}

/** macOS starts what starts at login without any argument, and says so here. */
function openedAtLogin(): boolean {
  return process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

/** Links of the app's own scheme open it from now on. Run from its sources, it would be a bare Electron that answers them. */
function takeLinks(): void {
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** Runs as the only instance. `whenReady` is not awaited at the top: Electron holds it back until this module has finished. */
function run(launch: Launch): void {
  const clock = systemClock();
  const places = placesIn(app.getPath('userData'), app.getAppPath());
  mkdirSync(places.profile, { recursive: true, mode: 0o700 });
  const log = createLogFile(places.logs, clock);
  installCrashHooks(process, app, log);
  log.info('app.starting', { version: app.getVersion(), electron: process.versions.electron, platform: process.platform, packaged: app.isPackaged });

  const waiting: Launch[] = [launch];
  let running: RunningApp | null = null;
  const open = (next: Launch): void => {
    if (running) running.open(next);
    else waiting.push(next);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => open(launchOfSecond(data)));
  app.on('activate', () => open(SHOW));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    open({ ...SHOW, item: parseItemLink(url) });
  });
  // The app lives in the tray; without a listener Electron would quit with the last window.
  app.on('window-all-closed', () => undefined);

  const starting = app.whenReady().then(() => startApp({ places, pages: pageSource(process.env['ELECTRON_RENDERER_URL'], app.isPackaged), clock, log }));
  installBoundedQuit(app, () => starting.then((started) => started.dispose()), clock, log);
  starting.then(
    (started) => {
      running = started;
      const [first, ...more] = waiting.splice(0);
      started.begin(openedAtLogin() ? { ...SHOW, ...first, hidden: true } : (first ?? SHOW));
      for (const next of more) started.open(next);
      // A click on an old toast may be what started the app (Windows, from Electron 42 on); what it says is not relied on.
      (Notification as Partial<Pick<typeof Notification, 'handleActivation'>>).handleActivation?.(() => started.open(SHOW));
      takeLinks();
      log.info('app.started');
    },
    (error: unknown) => {
      log.error('app.notStarted', { error });
      app.exit(1);
    },
  );
}

introduce();
const launch = parseLaunch(process.argv);
if (app.requestSingleInstanceLock(launch)) run(launch);
else app.exit(0);
