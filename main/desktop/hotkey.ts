import { fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
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
  dispose(): void;
}

/**
 * Makes the hotkey, unbound. On Wayland `register` may succeed although the portal never fires; a person can bind
 * `cxpress-tray --lookup` in the desktop's own settings there.
 */
export function createHotkey(shortcuts: ShortcutRegistry, onPress: () => void, log: Logger): Hotkey {
  let bound = '';

  const take = (accelerator: string): boolean => {
    try {
      return shortcuts.register(accelerator, onPress);
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
    dispose: release,
  };
}
