import type { Clock } from '../../core/clock.ts';
import { createEmitter } from '../../core/emitter.ts';
import type { Notifier, Toast, ToastAnswer } from '../../core/notify/port.ts';

/** A notifier that remembers what it was asked to show. */
export interface RecordingNotifier extends Notifier {
  readonly shown: (Toast & { readonly at: number })[];
  readonly withdrawn: string[];
  click(toastId: string): void;
  /** Gives the answer; a promise that never resolves is a service that hangs. */
  answer: (toast: Toast) => Promise<ToastAnswer> | ToastAnswer;
}

/** Makes a {@link RecordingNotifier} that answers "shown". */
export function recordingNotifier(clock: Clock): RecordingNotifier {
  const clicks = createEmitter<string>();
  const notifier: RecordingNotifier = {
    shown: [],
    withdrawn: [],
    answer: () => ({ shown: true, via: 'electron', detail: null }),
    async show(toast) {
      notifier.shown.push({ ...toast, at: clock.now() });
      return notifier.answer(toast);
    },
    withdraw: (id) => void notifier.withdrawn.push(id),
    onClick: (listener) => clicks.on(listener),
    click: (toastId) => clicks.emit(toastId),
    dispose: () => undefined,
  };
  return notifier;
}
