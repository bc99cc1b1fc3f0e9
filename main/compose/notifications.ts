import { Notification } from 'electron';
import nodeNotifier from 'node-notifier';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createAlarmClock } from '../../core/notify/alarm-clock.ts';
import type { AlarmClock } from '../../core/notify/alarm-clock.ts';
import { createDispatcher } from '../../core/notify/dispatcher.ts';
import type { Dispatcher, ToastTarget } from '../../core/notify/dispatcher.ts';
import type { DeskState, Notifier } from '../../core/notify/port.ts';
import { createWaitingSince } from '../../core/notify/waiting-since.ts';
import type { Rung, StateStore, Store } from '../../core/store/store.ts';
import { chooseNotifier } from '../desktop/notifier/choose-notifier.ts';
import { createElectronNotifier } from '../desktop/notifier/electron-notifier.ts';
import { createNodeNotifier } from '../desktop/notifier/node-notifier.ts';
import { createToastWords } from '../desktop/toast-words.ts';
import type { Translate } from '../i18n.ts';
import { APP_ID } from '../identity.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { viewerOf } from '../preferences/viewer.ts';

/** What telling people needs. */
export interface NotificationsNeeds {
  readonly store: Store;
  readonly state: StateStore;
  /** Whether the screen is locked, and whether the system wants quiet. */
  readonly desk: DeskState;
  readonly preferences: Preferences;
  /** Who is signed out is told nothing. */
  readonly isSignedIn: () => boolean;
  readonly t: Translate;
  readonly icon: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** A toast was clicked. */
  readonly onOpen: (target: ToastTarget) => void;
  /** These look different by this desktop's own doing: they came back from their snooze, or waited long. */
  readonly onMarked: (items: Rung['woken']) => void;
  /** A toast could be shown in no way. */
  readonly onUnavailable: () => void;
}

/** The notifier, the dispatcher that decides what it shows, and the clock that wakes what was snoozed. */
export interface Notifications {
  readonly notifier: Notifier;
  readonly dispatcher: Dispatcher;
  readonly alarm: Pick<AlarmClock, 'poke'>;
  /** Rows changed, by whatever way. */
  itemsChanged(): void;
  dispose(): Promise<void>;
}

/** Electron's own notifications first; node-notifier where they do not arrive. */
export function composeNotifications(needs: NotificationsNeeds): Notifications {
  const { store, state, preferences, t, icon, clock, log } = needs;
  const own = createElectronNotifier(Notification, icon, clock);
  const notifier = chooseNotifier(own, createNodeNotifier(nodeNotifier, { icon, appId: APP_ID }, clock), needs.onUnavailable, log);
  const dispatcher = createDispatcher({
    store, notifier, clock,
    logger: log,
    words: createToastWords(t, process.platform),
    desk: needs.desk,
    mayTell: needs.isSignedIn,
    settings: () => ({ ...preferences.get(), viewer: viewerOf(preferences.get()) }),
    onDelivered: ({ answer, seqs }) => log.info('toast.delivered', { shown: answer.shown, via: answer.via, detail: answer.detail, events: seqs.length }),
    onOpen: needs.onOpen,
    onCounted: needs.onMarked,
  });
  const alarm = createAlarmClock({
    store, clock,
    logger: log,
    rules: () => preferences.get().rules,
    since: createWaitingSince(state),
    onRung(woken) {
      if (woken.length > 0) needs.onMarked(woken);
      void dispatcher.clockRang();
    },
  });
  const stopListening = preferences.onChange(({ now, before }) => {
    if (now.rules !== before.rules) alarm.poke();
  });
  return {
    notifier,
    dispatcher,
    alarm,
    itemsChanged() {
      alarm.poke();
      void dispatcher.itemsChanged();
    },
    async dispose() {
      stopListening();
      await alarm.dispose();
      await dispatcher.dispose();
      notifier.dispose();
    },
  };
}
