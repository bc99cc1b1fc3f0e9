import { fail, ok } from '../../contract/result.ts';
import type { Result } from '../../contract/result.ts';
import type { Settings, SettingsPatch } from '../../contract/settings.ts';
import { proxyConfig } from '../net/proxy-rules.ts';
import type { Preferences } from './preferences.ts';

/** What changing settings needs: the parts that may refuse. Everything else follows the preferences by itself. */
export interface SettingsParts {
  readonly preferences: Preferences;
  readonly bindHotkey: (accelerator: string) => Result<null>;
  /** Rejects with EngineError when the listener cannot start. */
  readonly turnListener: (on: boolean) => Promise<void>;
  /** Rejects with EngineError when the system does not start the app at login. */
  readonly startAtLogin: (on: boolean) => Promise<void>;
}

/** Changes settings: all that is named, or nothing of it. Rejects with EngineError, or answers with the error. */
export type ChangeSettings = (patch: SettingsPatch) => Promise<Result<Settings>>;

/** A patch may name a setting without a value; such a name changes nothing. */
function given(patch: SettingsPatch): Partial<Settings> {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
}

/** Makes the change. What may refuse is tried first, and what was done until then is taken back. */
export function createChangeSettings({ preferences, bindHotkey, turnListener, startAtLogin }: SettingsParts): ChangeSettings {
  return async (patch) => {
    const before = preferences.get();
    const values = given(patch);
    const touchesProxy = values.proxyMode !== undefined || values.proxyUrl !== undefined || values.proxyBypass !== undefined;
    if (touchesProxy && proxyConfig({ ...before, ...values }) === null) return fail('proxyInvalid');
    if (values.hotkey !== undefined) {
      const bound = bindHotkey(values.hotkey);
      if (!bound.ok) return bound;
    }
    const undo: (() => unknown)[] = values.hotkey === undefined ? [] : [() => bindHotkey(before.hotkey)];
    try {
      if (values.startAtLogin !== undefined && values.startAtLogin !== before.startAtLogin) {
        await startAtLogin(values.startAtLogin);
        undo.push(() => startAtLogin(before.startAtLogin).catch(() => undefined));
      }
      if (values.webhookListener !== undefined && values.webhookListener !== before.webhookListener) await turnListener(values.webhookListener);
    } catch (error) {
      for (const step of undo) await step();
      throw error;
    }
    return ok(preferences.update(values));
  };
}
