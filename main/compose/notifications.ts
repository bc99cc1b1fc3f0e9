import { Notification } from 'electron';
import nodeNotifier from 'node-notifier';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { createDispatcher } from '../../core/notify/dispatcher.ts';
import type { Dispatcher, ToastTarget } from '../../core/notify/dispatcher.ts';
import type { Notifier } from '../../core/notify/port.ts';
import type { Store } from '../../core/store/store.ts';
import { chooseNotifier } from '../desktop/notifier/choose-notifier.ts';
import { createElectronNotifier } from '../desktop/notifier/electron-notifier.ts';
import { createNodeNotifier } from '../desktop/notifier/node-notifier.ts';
import { createToastWords } from '../desktop/toast-words.ts';
import type { Translate } from '../i18n.ts';
import { APP_ID } from '../identity.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** What telling people needs. */
export interface NotificationsNeeds {
  readonly store: Store;
  readonly preferences: Preferences;
  readonly t: Translate;
  readonly icon: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** A toast was clicked. */
  readonly onOpen: (target: ToastTarget) => void;
  /** A toast could be shown in no way. */
  readonly onUnavailable: () => void;
}

/** The notifier, and the dispatcher that decides what it shows. */
export interface Notifications {
  readonly notifier: Notifier;
  readonly dispatcher: Dispatcher;
  dispose(): Promise<void>;
}

/** Electron's own notifications first; node-notifier where they do not arrive. */
export function composeNotifications(needs: NotificationsNeeds): Notifications {
  const { store, preferences, t, icon, clock, log } = needs;
  const own = createElectronNotifier(Notification, icon, clock);
  const notifier = chooseNotifier(own, createNodeNotifier(nodeNotifier, { icon, appId: APP_ID }, clock), needs.onUnavailable, log);
  const dispatcher = createDispatcher({
    store, notifier, clock,
    logger: log,
    words: createToastWords(t, process.platform),
    settings: () => ({ pausedUntil: preferences.get().notificationsPausedUntil }),
    onDelivered: ({ answer, seqs }) => log.info('toast.delivered', { shown: answer.shown, via: answer.via, detail: answer.detail, events: seqs.length }),
    onOpen: needs.onOpen,
  });
  return {
    notifier,
    dispatcher,
    async dispose() {
      await dispatcher.dispose();
      notifier.dispose();
    },
  };
}
