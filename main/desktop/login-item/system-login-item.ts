import { EngineError } from '../../../core/engine-error.ts';
import type { Logger } from '../../../core/log.ts';
import { LOGIN_ARGUMENTS } from './login-item.ts';
import type { LoginItem } from './login-item.ts';

/** Electron's login item settings as far as they are used. */
export interface LoginSettings {
  getLoginItemSettings(options: { args: string[] }): { readonly openAtLogin: boolean; readonly executableWillLaunchAtLogin?: boolean; readonly status?: string };
  setLoginItemSettings(settings: { openAtLogin: boolean; args: string[] }): void;
}

/** Starts the app at login on Windows and macOS. The same arguments go to both calls: Windows finds an entry by its whole command line. */
export function createSystemLoginItem(app: LoginSettings, log: Logger): LoginItem {
  const args = [...LOGIN_ARGUMENTS];
  const look = (): 'on' | 'off' | 'blocked' => {
    const { openAtLogin, executableWillLaunchAtLogin, status } = app.getLoginItemSettings({ args });
    if (status === 'requires-approval') return 'blocked';
    if (!openAtLogin) return 'off';
    return executableWillLaunchAtLogin === false ? 'blocked' : 'on';
  };
  return {
    async state() {
      try {
        return look();
      } catch (error) {
        log.warn('login.notRead', { error });
        return 'unavailable';
      }
    },
    async set(on) {
      try {
        app.setLoginItemSettings({ openAtLogin: on, args });
        // Blocked is what the person chose in the system's own settings, and is said there.
        if ((look() === 'off') === on) throw new Error('the system answers otherwise');
      } catch (cause) {
        throw new EngineError('loginItemFailed', { cause });
      }
    },
    // The system keeps the program's place up to date itself, or asks the installer to.
    refresh: () => Promise.resolve(),
  };
}
