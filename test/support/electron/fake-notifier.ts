import type { Notifier, Toast, ToastAnswer } from '../../../core/notify/port.ts';

/** A notifier that answers as told and keeps what it was asked. */
export interface FakeNotifier extends Notifier {
  readonly shown: Toast[];
  readonly withdrawn: string[];
  click(id: string): void;
  readonly disposed: () => boolean;
}

/** Makes a {@link FakeNotifier}; `answer` is asked for each toast. */
export function fakeNotifier(answer: () => ToastAnswer): FakeNotifier {
  const shown: Toast[] = [];
  const withdrawn: string[] = [];
  const listeners = new Set<(id: string) => void>();
  let disposed = false;
  return {
    shown,
    withdrawn,
    show: async (toast) => {
      shown.push(toast);
      return answer();
    },
    withdraw: (id) => void withdrawn.push(id),
    onClick(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    click: (id) => listeners.forEach((listener) => listener(id)),
    dispose: () => void (disposed = true),
    disposed: () => disposed,
  };
}
