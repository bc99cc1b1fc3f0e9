import { app, globalShortcut, net, powerMonitor } from 'electron';
import { QUEUE_ENTITIES } from '../contract/entity.ts';
import { REGIONS } from '../contract/locales/languages.ts';
import { ALL_ROWS } from '../contract/models/filter.ts';
import type { Clock } from '../core/clock.ts';
import type { Logger } from '../core/log.ts';
import { createExpiryWarnings } from '../core/session/expiry-warnings.ts';
import type { ItemsStored } from '../core/sync/port.ts';
import { composeAppMenu } from './compose/app-menu.ts';
import { composeCalls } from './compose/calls.ts';
import { composeDesk } from './compose/desk.ts';
import { composeEngineRoom } from './compose/engine-room.ts';
import { followSettings } from './compose/follow-settings.ts';
import { layFoundation } from './compose/foundation.ts';
import { composeLoginItem } from './compose/login-item.ts';
import { composeNotifications } from './compose/notifications.ts';
import type { Places } from './compose/places.ts';
import { composeProfiles } from './compose/profiles.ts';
import { composeRetention } from './compose/retention.ts';
import { composeTrayNews } from './compose/tray-news.ts';
import { composeTray } from './compose/tray.ts';
import { composeWindows } from './compose/windows.ts';
import { createHotkey } from './desktop/hotkey.ts';
import { tellSessionNews } from './desktop/session-news.ts';
import { hasTray } from './desktop/tray/tray-presence.ts';
import { watchWaking } from './desktop/wake-watch.ts';
import { hearIgnored } from './engine/ignored-items.ts';
import { createWords } from './i18n.ts';
import { openRouter } from './ipc/router.ts';
import type { Launch } from './launch/launch-arguments.ts';
import type { PageSource } from './protocol/app-origin.ts';
import { closeBehaviour } from './windows/close-behaviour.ts';
import type { MainWindow } from './windows/main-window.ts';

/** What the entry hands to the app. */
export interface AppNeeds {
  readonly places: Places;
  readonly pages: PageSource;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The running app. */
export interface RunningApp {
  /** Shows what a launch asks for: when somebody starts the app once more. */
  open(launch: Launch): void;
  /** The same for the launch that started it: that one may be meant to show nothing (`startHidden`). */
  begin(launch: Launch): void;
  dispose(): Promise<void>;
}

/** An event names at most so many rows; more than that is "all". */
const MAX_IDS = 500;

function bounded(items: ItemsStored): { entity: ItemsStored['entity']; ids: string[]; all: boolean } {
  const tooMany = items.all || items.ids.length > MAX_IDS;
  return { entity: items.entity, ids: tooMany ? [] : [...items.ids], all: tooMany };
}

/** The composition root: builds every part by hand, in the order in which they need each other, and joins them. */
export async function startApp({ places, pages, clock, log }: AppNeeds): Promise<RunningApp> {
  const ground = await layFoundation(places, clock, log);
  const { preferences, notices, storage, governor, session, profile, proven, renewed } = ground;
  const words = createWords(preferences.get().language);

  const onMainClose = (window: MainWindow): void => {
    hasTray(process.platform).then((tray) => {
      const behaviour = closeBehaviour(preferences.get().closeToTray, tray);
      if (behaviour === 'quit') return app.quit();
      if (behaviour === 'minimise') return window.minimise();
      window.hide();
      hintOnce();
    }).catch((error: unknown) => log.error('close.failed', { error }));
  };
  const windows = composeWindows({ places, pages, packaged: app.isPackaged, preferences, clock, log, onMainClose });
  const isSignedIn = (): boolean => session.status().state !== 'signedOut';
  const desk = composeDesk(clock);
  const notifications = composeNotifications({
    store: hearIgnored(storage.store, () => QUEUE_ENTITIES.forEach((entity) => room.itemsChanged({ entity, ids: [], all: true }))),
    state: storage.state, preferences, clock, log, isSignedIn,
    desk: desk.state,
    t: words.t,
    icon: places.icon,
    onOpen: (target) => windows.main.navigate(target.kind === 'item' ? { to: 'item', entity: target.entity, id: target.id } : { to: 'queue', entity: target.entity, filter: { ...ALL_ROWS, only: 'unread', scope: target.scope } }),
    onMarked: (items) => QUEUE_ENTITIES.forEach((entity) => {
      const ids = items.filter((row) => row.entity === entity).map(({ id }) => id);
      if (ids.length > 0) room.itemsChanged({ entity, ids, all: false });
    }),
    onUnavailable: () => notices.post({ code: 'notificationsUnavailable' }),
  });
  const hintOnce = (): void => {
    if (preferences.get().closeHintShown) return;
    preferences.update({ closeHintShown: true });
    notices.post({ code: 'closeToTray' });
    void notifications.notifier.show({ id: 'closed', title: words.t('shell.toast.closed.title'), body: words.t('shell.toast.closed.body') });
  };
  const room = composeEngineRoom(ground, { onItems: (items) => {
    windows.push.all('items.changed', bounded(items));
    notifications.itemsChanged();
    queueNews.refresh();
  }, onPassComplete: (info) => notifications.dispatcher.passComplete(info) }, clock, log);
  const hotkey = createHotkey(globalShortcut, () => windows.lookup.toggle(), clock, log);

  const profiles = composeProfiles({ ground, room, worker: places.profileWorker, t: words.t, clock, log });
  const login = composeLoginItem(log);
  const handlers = composeCalls({ ground, room, windows, notifications, profiles, desk, hotkey, login, isSignedIn, words, places, clock, log });
  const queueNews = composeTrayNews({ ground, isSignedIn, clock, log });
  // Who is signed out is told nothing, so nothing need be heard either.
  const turnListener = (): void => void room.listener.turn(isSignedIn() && preferences.get().webhookListener).catch(() => notices.post({ code: 'listenerFailed' }));
  const expiry = createExpiryWarnings({ clock, state: storage.state, session });
  const closeRouter = openRouter(handlers, { isOurs: (id) => windows.registry.has(id), origin: pages.origin }, log);
  const stops = [
    closeRouter,
    followSettings({ preferences, governor, engine: room.engine, words, push: windows.push, proxy: ground.proxy, news: queueNews }),
    composeAppMenu({ platform: process.platform, t: words.t, devTools: !app.isPackaged, act: { settings: () => windows.main.navigate({ to: 'settings' }), lookup: () => windows.lookup.show() } }, preferences),
    room.board.onChange((status) => windows.push.all('status.changed', status)),
    notices.onChange((list) => windows.push.all('notices.changed', list)),
    composeTray({
      board: room.board, preferences, news: queueNews, clock,
      t: words.t,
      show: (choice) => windows.main.navigate(choice.kind === 'item' ? { to: 'item', entity: choice.entity, id: choice.id } : { to: 'queue', entity: choice.entity, filter: { ...ALL_ROWS, scope: choice.scope } }),
      act: {
        open: () => windows.main.show(),
        lookup: () => windows.lookup.show(),
        syncNow: () => void room.engine.current()?.sync.syncNow().catch((error: unknown) => log.warn('sync.nowFailed', { error })),
        settings: () => windows.main.navigate({ to: 'settings' }),
        // After the click has been answered: quitting takes the tray away, and it must not vanish under its own event.
        quit: () => void setImmediate(() => app.quit()),
      },
    }),
    session.onChange(turnListener),
    session.onChange(() => {
      queueNews.refresh();
      if (!isSignedIn()) void notifications.dispatcher.signedOut();
    }),
    () => queueNews.dispose(),
    composeRetention({ store: storage.store, preferences, clock, log }),
    tellSessionNews({ session, warnings: expiry, keeps: () => ground.vault.state === 'keyring', notices, notifier: notifications.notifier, t: words.t, language: () => REGIONS[preferences.get().language], onOpen: () => windows.main.show() }),
    () => expiry.dispose(),
    watchWaking({ power: powerMonitor, isOnline: () => net.isOnline(), clock, onWake: () => {
      room.engine.current()?.sync.wake();
      notifications.alarm.poke();
      ground.wake();
    } }),
    () => hotkey.dispose(),
    () => desk.dispose(),
    () => profiles.dispose(),
  ];

  await room.account.recall().catch((error: unknown) => log.error('account.addressNotRead', { error }));
  await profile.recall().catch((error: unknown) => log.error('profiles.notRecalled', { error }));
  const [provenKept] = await Promise.all([proven.load(), renewed.load()]);
  await session.load();
  // Signed in before what works was written down: nobody signs in without a test that passed.
  if (!provenKept && isSignedIn()) proven.add(profile.now());
  const { hotkey: accelerator, webhookListener } = preferences.get();
  if (!hotkey.bind(accelerator).ok) notices.post({ code: 'hotkeyTaken', params: { hotkey: accelerator } });
  if (webhookListener) turnListener();
  void notifications.dispatcher.recover();
  void login.refresh();
  queueNews.refresh();

  const open = ({ hidden, lookup, item }: Launch): void => {
    if (item) windows.main.navigate({ to: 'item', entity: item.entity, id: item.id });
    else if (lookup) windows.lookup.show();
    else if (!hidden) windows.main.show();
    // Started without a window on a session without a tray: in the task bar it can be found at least.
    else hasTray(process.platform).then((tray) => tray || windows.main.minimise()).catch((error: unknown) => log.error('open.failed', { error }));
  };
  return {
    open,
    // Whoever is not signed in has something to do first, hidden or not.
    begin: (launch) => open({ ...launch, hidden: launch.hidden || (preferences.get().startHidden && isSignedIn()) }),
    async dispose() {
      for (const stop of stops) stop();
      await room.dispose();
      await notifications.dispose();
      windows.dispose();
      await ground.dispose();
    },
  };
}
