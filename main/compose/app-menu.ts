import { Menu } from 'electron';
import { appMenuTemplate } from '../desktop/app-menu.ts';
import type { AppMenuNeeds } from '../desktop/app-menu.ts';
import type { Preferences } from '../preferences/preferences.ts';

/** Keeps the application menu in the language of the settings. Begin it after whatever changes the words. */
export function composeAppMenu(needs: AppMenuNeeds, preferences: Preferences): () => void {
  const show = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(appMenuTemplate(needs)));
  show();
  return preferences.onChange(({ now, before }) => {
    if (now.language !== before.language) show();
  });
}
