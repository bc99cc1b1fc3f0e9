import type { Logger } from '../../../core/log.ts';
import type { Notifier, ToastAnswer } from '../../../core/notify/port.ts';

/** Answers after which the toast certainly did not appear. "No answer" is none: a second way would show it twice. */
const CERTAINLY_NOT: ReadonlySet<string | null> = new Set(['unsupported', 'failed']);

const NOWHERE: ToastAnswer = { shown: false, via: 'none', detail: 'no way to show' };

/**
 * One notifier of two: `first` is asked for each toast, and `second` when `first` says that it could not. `onUnavailable`
 * hears when
 * neither could, and when the system gave no answer.
 */
export function chooseNotifier(first: Notifier, second: Notifier, onUnavailable: () => void, log: Logger): Notifier {
  return {
    async show(toast) {
      const answer = await first.show(toast);
      if (answer.shown) return answer;
      if (!CERTAINLY_NOT.has(answer.detail)) {
        onUnavailable();
        return answer;
      }
      log.warn('notifier.fallback', { detail: answer.detail });
      const other = await second.show(toast);
      if (other.shown) return other;
      onUnavailable();
      return NOWHERE;
    },
    withdraw(id) {
      first.withdraw(id);
      second.withdraw(id);
    },
    onClick(listener) {
      const stops = [first.onClick(listener), second.onClick(listener)];
      return () => stops.forEach((stop) => stop());
    },
    dispose() {
      first.dispose();
      second.dispose();
    },
  };
}
