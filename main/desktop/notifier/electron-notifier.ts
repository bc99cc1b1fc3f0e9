import type { Clock } from '../../../core/clock.ts';
import { createEmitter } from '../../../core/emitter.ts';
import type { Notifier, Toast, ToastAnswer } from '../../../core/notify/port.ts';

/** A notification as Electron makes it. */
export interface SystemNotification {
  on(event: 'show' | 'click', listener: () => void): unknown;
  on(event: 'failed', listener: (event: unknown, error: string) => void): unknown;
  on(event: 'close', listener: (details: { readonly reason?: string } | undefined) => void): unknown;
  show(): void;
  close(): void;
}
/** Electron's Notification class as far as it is used. */
export interface NotificationClass {
  new (options: Required<Toast> & { readonly icon: string }): SystemNotification;
  isSupported(): boolean;
  /** macOS, from Electron 42 on: removes a delivered one that this run has no object of. */
  remove?(id: string): void;
}

/** Electron emits `show` or `failed`; where a service never answers, this is how long it is waited for. */
const ANSWER_MS = 5_000;
/** Notifications held for a later click; the oldest gives way. */
const HELD = 100;

const UNSUPPORTED: ToastAnswer = { shown: false, via: 'electron', detail: 'unsupported' };

/** Why the system closed it; Electron 33 gives nothing, later versions a reason. */
function isOnlyTimedOut(details: { readonly reason?: string } | undefined): boolean {
  return details?.reason === 'timedOut';
}

/**
 * Shows toasts with Electron's own Notification. Each is held until it is closed, or the garbage collector would take
 * its click along; one that only timed out stays in the Action Center on Windows and is held on. `id` is stable for a
 * toast: where the system knows ids (Electron 42 on Windows and macOS) a repetition replaces.
 */
export function createElectronNotifier(Notification: NotificationClass, icon: string, clock: Clock): Notifier {
  const held = new Map<string, SystemNotification>();
  const clicks = createEmitter<string>();

  const hold = (id: string, notification: SystemNotification): void => {
    held.get(id)?.close();
    held.delete(id);
    held.set(id, notification);
    const [oldest] = held.keys();
    if (held.size > HELD && oldest !== undefined) held.delete(oldest);
  };
  const release = (id: string, notification: SystemNotification): void => {
    if (held.get(id) === notification) held.delete(id);
  };
  const listen = (id: string, notification: SystemNotification): void => {
    notification.on('click', () => {
      release(id, notification);
      clicks.emit(id);
    });
    notification.on('close', (details) => {
      if (!isOnlyTimedOut(details)) release(id, notification);
    });
  };
  const answer = (notification: SystemNotification): Promise<ToastAnswer> =>
    new Promise((resolve) => {
      const cancel = clock.after(ANSWER_MS, () => resolve({ shown: false, via: 'electron', detail: 'no answer' }));
      const settle = (shown: boolean, detail: string | null): void => {
        cancel();
        resolve({ shown, via: 'electron', detail });
      };
      notification.on('show', () => settle(true, null));
      notification.on('failed', () => settle(false, 'failed'));
    });
  return {
    async show({ id, title, body, silent = false, urgency = 'normal' }: Toast) {
      if (!Notification.isSupported()) return UNSUPPORTED;
      try {
        const notification = new Notification({ id, title, body, icon, silent, urgency });
        hold(id, notification);
        listen(id, notification);
        const answered = answer(notification);
        notification.show();
        return await answered;
      } catch {
        return { shown: false, via: 'electron', detail: 'failed' };
      }
    },
    withdraw(id) {
      held.get(id)?.close();
      held.delete(id);
      Notification.remove?.(id);
    },
    onClick: (listener) => clicks.on(listener),
    dispose() {
      held.clear();
    },
  };
}
