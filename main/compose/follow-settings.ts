import { nativeTheme } from 'electron';
import { budgetFor } from '../../core/governor/budget.ts';
import type { Governor } from '../../core/governor/port.ts';
import type { TrayNewsKeeper } from '../desktop/tray/tray-news.ts';
import type { EngineSwitch } from '../engine/engine-switch.ts';
import type { Words } from '../i18n.ts';
import type { Push } from '../ipc/push.ts';
import type { Proxy } from '../net/proxy.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** What follows the settings. */
export interface SettingsFollowers {
  readonly preferences: Preferences;
  readonly governor: Governor;
  readonly engine: EngineSwitch;
  readonly words: Words;
  readonly push: Push;
  readonly proxy: Pick<Proxy, 'apply'>;
  readonly news: Pick<TrayNewsKeeper, 'refresh'>;
}

/** Applies every change of the settings at once, wherever it came from. What may refuse has a way of its own (main/preferences/change-settings.ts). */
export function followSettings({ preferences, governor, engine, words, push, proxy, news }: SettingsFollowers): () => void {
  nativeTheme.themeSource = preferences.get().theme;
  return preferences.onChange(({ now, before }) => {
    nativeTheme.themeSource = now.theme;
    words.setLanguage(now.language);
    governor.setBudget(budgetFor(now));
    proxy.apply(now);
    if (now.syncIntervalSeconds !== before.syncIntervalSeconds) engine.current()?.sync.setInterval(now.syncIntervalSeconds);
    if (now.me !== before.me || now.myDepartmentIds !== before.myDepartmentIds) news.refresh();
    push.all('settings.changed', now);
  });
}
