import { EngineError } from '../../../core/engine-error.ts';
import type { LoginItem } from './login-item.ts';

/** Where the app runs from its sources: what would start at login is a bare Electron. */
export function noLoginItem(): LoginItem {
  return {
    state: () => Promise.resolve('unavailable'),
    set: (on) => (on ? Promise.reject(new EngineError('loginItemFailed')) : Promise.resolve()),
    refresh: () => Promise.resolve(),
  };
}
