import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Settings, SettingsPatch } from '../../../contract/settings.ts';
import type { Preferences } from '../../preferences/preferences.ts';
import type { HandlersOf } from '../handlers.ts';

/** What changing settings needs: the two parts that may refuse. Everything else follows the preferences by itself. */
export interface SettingsNeeds {
  readonly preferences: Preferences;
  readonly bindHotkey: (accelerator: string) => Result<null>;
  /** Rejects with EngineError when the listener cannot start. */
  readonly turnListener: (on: boolean) => Promise<void>;
}

/** A patch may name a setting without a value; such a name changes nothing. */
function given(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** Reads and changes settings. What may refuse is tried first: when it does, nothing of the change is kept. */
export function settingsHandlers({ preferences, bindHotkey, turnListener }: SettingsNeeds): HandlersOf<'settings.get' | 'settings.update'> {
  return {
    'settings.get': () => ok(preferences.get()),

    async 'settings.update'(patch) {
      const before = preferences.get();
      if (patch.hotkey !== undefined) {
        const bound = bindHotkey(patch.hotkey);
        if (!bound.ok) return bound;
      }
      if (patch.webhookListener !== undefined && patch.webhookListener !== before.webhookListener) {
        try {
          await turnListener(patch.webhookListener);
        } catch (error) {
          if (patch.hotkey !== undefined) bindHotkey(before.hotkey);
          throw error;
        }
      }
      return ok(preferences.update(given(patch)));
    },
  };
}
