import type { Clock } from '../../../core/clock.ts';
import { createEmitter } from '../../../core/emitter.ts';
import type { Notifier, Toast, ToastAnswer } from '../../../core/notify/port.ts';

/** What node-notifier is asked for. */
export interface ProgramToast {
  readonly title: string;
  readonly message: string;
  readonly icon: string;
  readonly wait: boolean;
  readonly appID: string;
  /** For the programs of macOS and Windows. */
  readonly sound: boolean;
  /** For notify-send. */
  readonly urgency: NonNullable<Toast['urgency']>;
}
/** node-notifier as far as it is used: it starts the platform's own notification program. */
export interface NotificationProgram {
  notify(toast: ProgramToast, answered: (error: Error | string | null, response?: string) => void): unknown;
}

/** Who the toasts come from. */
export interface ProgramIdentity {
  readonly icon: string;
  /** AppUserModelID; Windows shows nothing of an app it does not know. */
  readonly appId: string;
}

/** The program has this long to fail; one that waits for a click (Windows, macOS) has shown the toast by then. */
const FAILS_WITHIN_MS = 3_000;
const CLICKED = new Set(['activate', 'clicked', 'click', 'activated']);

/** notify-send would take a title that begins with a dash for an option. */
function notAnOption(text: string): string {
  return text.replace(/^-+/, (dashes) => '–'.repeat(dashes.length));
}

/**
 * Shows toasts with node-notifier, for systems where Electron's own notifications do not arrive (unsigned macOS builds,
 * Windows without a start menu entry). On Linux it cannot report clicks. It cannot withdraw.
 */
export function createNodeNotifier(program: NotificationProgram, identity: ProgramIdentity, clock: Clock): Notifier {
  const clicks = createEmitter<string>();
  return {
    show: ({ id, title, body, silent = false, urgency = 'normal' }: Toast) =>
      new Promise<ToastAnswer>((resolve) => {
        const cancel = clock.after(FAILS_WITHIN_MS, () => resolve({ shown: true, via: 'node-notifier', detail: null }));
        const settle = (shown: boolean): void => {
          cancel();
          resolve({ shown, via: 'node-notifier', detail: shown ? null : 'failed' });
        };
        const toast: ProgramToast = { sound: !silent, urgency, title: notAnOption(title) || ' ', message: notAnOption(body) || ' ', icon: identity.icon, wait: true, appID: identity.appId };
        try {
          program.notify(toast, (error, response) => {
            settle(!(error instanceof Error));
            if (CLICKED.has(String(response ?? '').trim().toLowerCase())) clicks.emit(id);
          });
        } catch {
          settle(false);
        }
      }),
    withdraw: () => undefined,
    onClick: (listener) => clicks.on(listener),
    dispose: () => undefined,
  };
}
