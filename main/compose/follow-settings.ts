import { nativeTheme } from 'electron';
import { budgetFor } from '../../core/governor/budget.ts';
import type { Governor } from '../../core/governor/port.ts';
import type { EngineSwitch } from '../engine/engine-switch.ts';
import type { Words } from '../i18n.ts';
import type { Push } from '../ipc/push.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** What follows the settings. */
export interface SettingsFollowers {
  readonly preferences: Preferences;
  readonly governor: Governor;
  readonly engine: EngineSwitch;
  readonly words: Words;
  readonly push: Push;
}

/** Applies every change of the settings at once, wherever it came from. Hotkey and listener may refuse, so they have a way of their own. */
export function followSettings({ preferences, governor, engine, words, push }: SettingsFollowers): () => void {
  nativeTheme.themeSource = preferences.get().theme;
  return preferences.onChange(({ now, before }) => {
    nativeTheme.themeSource = now.theme;
    words.setLanguage(now.language);
    governor.setBudget(budgetFor(now));
    if (now.syncIntervalSeconds !== before.syncIntervalSeconds) engine.current()?.sync.setInterval(now.syncIntervalSeconds);
    push.all('settings.changed', now);
  });
}
