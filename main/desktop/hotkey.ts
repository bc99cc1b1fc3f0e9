import { fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import { isUsableAccelerator } from './accelerator.ts';

/** Electron's globalShortcut as far as it is used. */
export interface ShortcutRegistry {
  /** False when another program holds the combination; throws when it is none. */
  register(accelerator: string, run: () => void): boolean;
  unregister(accelerator: string): void;
}

/** The global lookup hotkey. */
export interface Hotkey {
  /** Binds another combination; empty = none. When it fails, the former one still works. */
  bind(accelerator: string): Result<null>;
  /** Whether the combination of the last successful `bind` is held; false when that was none. */
  isBound(): boolean;
  /** The next press is answered here and does nothing else: true when it comes within {@link TRY_MS}. A later try, none bound or the end: false. */
  tryOut(): Promise<boolean>;
  /** Ends a try; the hotkey does its work again at once. */
  cancelTry(): void;
  dispose(): void;
}

/** How long a press is waited for, in milliseconds. */
export const TRY_MS = 20_000;

/**
 * Makes the hotkey, unbound. On Wayland `register` may succeed although the portal never fires; a person can bind
 * `cxpress-tray --lookup` in the desktop's own settings there.
 */
export function createHotkey(shortcuts: ShortcutRegistry, onPress: () => void, clock: Clock, log: Logger): Hotkey {
  let bound = '';
  /** Whoever tries the hotkey out. */
  let waiting: ((heard: boolean) => void) | null = null;

  const answerTry = (heard: boolean): boolean => {
    const answer = waiting;
    waiting = null;
    answer?.(heard);
    return answer !== null;
  };
  const pressed = (): void => {
    if (!answerTry(true)) onPress();
  };

  const take = (accelerator: string): boolean => {
    try {
      return shortcuts.register(accelerator, pressed);
    } catch (error) {
      log.warn('hotkey.refused', { error });
      return false;
    }
  };
  const release = (): void => {
    if (bound !== '') shortcuts.unregister(bound);
    bound = '';
  };
  /** The new one may be the old one in other words ("Ctrl" for "CommandOrControl"): then it is free only once the old one is released. */
  const exchange = (accelerator: string): boolean => {
    const former = bound;
    if (former === '') return false;
    release();
    if (take(accelerator)) return true;
    if (take(former)) bound = former;
    else log.error('hotkey.lost');
    return false;
  };
  return {
    bind(accelerator) {
      if (accelerator === bound) return ok(null);
      if (accelerator === '') {
        release();
        return ok(null);
      }
      if (!isUsableAccelerator(accelerator)) return fail('hotkeyInvalid', { hotkey: accelerator });
      if (take(accelerator)) release();
      else if (!exchange(accelerator)) return fail('hotkeyTaken', { hotkey: accelerator });
      bound = accelerator;
      return ok(null);
    },
    isBound: () => bound !== '',
    tryOut() {
      answerTry(false);
      if (bound === '') return Promise.resolve(false);
      return new Promise((resolve) => {
        const cancel = clock.after(TRY_MS, () => answerTry(false));
        waiting = (heard) => {
          cancel();
          resolve(heard);
        };
      });
    },
    cancelTry: () => void answerTry(false),
    dispose() {
      answerTry(false);
      release();
    },
  };
}
