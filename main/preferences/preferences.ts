import type { Settings } from '../../contract/settings.ts';
import { createEmitter } from '../../core/emitter.ts';
import type { Logger } from '../../core/log.ts';
import { parseSettings } from './parse-settings.ts';
import type { SettingsFile } from './settings-file.ts';

/** The settings in force. Read once, held in memory, written on every change. */
export interface Preferences {
  get(): Settings;
  /** Takes the given values over and writes them; a disk that refuses is logged and costs them at the next start. */
  update(values: Partial<Settings>): Settings;
  /** Hears the settings after and before a change; silent when nothing differs. */
  onChange(listener: (change: { readonly now: Settings; readonly before: Settings }) => void): () => void;
  /** Whether any stored value was broken and replaced by its default. */
  readonly reset: boolean;
}

function withLanguage(stored: unknown, language: Settings['language']): unknown {
  return typeof stored === 'object' && stored !== null && !Object.hasOwn(stored, 'language') ? { ...stored, language } : stored;
}

/** `next` with the very values of `before` where they are equal, so that whoever follows one setting can compare it. */
function keepingSame(next: Settings, before: Settings): Settings {
  const isSame = (key: string): boolean => JSON.stringify(next[key as keyof Settings]) === JSON.stringify(before[key as keyof Settings]);
  return { ...next, ...Object.fromEntries(Object.entries(before).filter(([key]) => isSame(key))) };
}

/** Opens the preferences kept in `file`. Until a language was written there, the app speaks `systemLanguage`. */
export function createPreferences(file: SettingsFile, log: Logger, systemLanguage: Settings['language'] = 'en'): Preferences {
  const parsed = parseSettings(withLanguage(file.read(), systemLanguage));
  const changes = createEmitter<{ readonly now: Settings; readonly before: Settings }>((error) => log.error('settings.listenerThrew', { error }));
  let current = parsed.settings;
  if (parsed.replaced.length > 0) log.warn('settings.replaced', { keys: parsed.replaced });
  return {
    get: () => current,
    update(values) {
      const before = current;
      const next = keepingSame(parseSettings({ ...before, ...values }).settings, before);
      if (JSON.stringify(next) === JSON.stringify(before)) return before;
      current = next;
      try {
        file.write(next);
      } catch (error) {
        log.error('settings.notWritten', { error });
      }
      changes.emit({ now: next, before });
      return next;
    },
    onChange: (listener) => changes.on(listener),
    reset: parsed.replaced.length > 0,
  };
}
