import { ok } from '../../../contract/result.ts';
import type { Result } from '../../../contract/result.ts';
import type { Settings, SettingsPatch } from '../../../contract/settings.ts';
import { Secret } from '../../../core/secret.ts';
import type { Proxy } from '../../net/proxy.ts';
import type { ChangeSettings } from '../../preferences/change-settings.ts';
import type { Preferences } from '../../preferences/preferences.ts';
import { readSharedSettings, writeSharedSettings } from '../../preferences/shared-settings.ts';
import type { FileDialogs } from '../../profiles/file-dialogs.ts';
import { saveAs } from '../../profiles/save-as.ts';
import { MEBIBYTE, readCapped } from '../../profiles/read-capped.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about settings need. */
export interface SettingsNeeds {
  readonly preferences: Preferences;
  readonly change: ChangeSettings;
  readonly proxy: Pick<Proxy, 'signIn'>;
  readonly dialogs: FileDialogs;
  /** Writes a file so that it is there whole or not at all. */
  readonly writeFile: (path: string, bytes: Uint8Array) => Promise<void>;
  /** A part of an imported file was refused by the system; the rest counts. */
  readonly onRefused: (what: keyof SettingsPatch, answer: Result<never> & { readonly ok: false }) => void;
}

const FILE_NAME = 'cxpress-tray-settings.json';
const FILE_LIMIT_BYTES = 16 * MEBIBYTE;
/** What can be refused goes by itself, so that it costs the rest nothing. The parts of the proxy belong together. */
const APART: readonly (readonly (keyof SettingsPatch)[])[] = [['hotkey'], ['proxyMode', 'proxyUrl', 'proxyBypass']];

function only(patch: SettingsPatch, keys: readonly (keyof SettingsPatch)[]): SettingsPatch {
  return Object.fromEntries(Object.entries(patch).filter(([key]) => keys.includes(key as keyof SettingsPatch)));
}

/** Reads and changes settings, takes them to and from files, and keeps the proxy's name and password. */
export function settingsHandlers({ preferences, change, proxy, dialogs, writeFile, onRefused }: SettingsNeeds): HandlersOf<'settings.get' | 'settings.update' | 'settings.export' | 'settings.import' | 'proxy.signIn'> {
  const take = async (patch: SettingsPatch): Promise<void> => {
    const apart = APART.flat();
    const steps = [only(patch, (Object.keys(patch) as (keyof SettingsPatch)[]).filter((key) => !apart.includes(key))), ...APART.map((keys) => only(patch, keys))];
    for (const step of steps.filter((one) => Object.keys(one).length > 0)) {
      const answer = await change(step);
      if (!answer.ok) onRefused(Object.keys(step)[0] as keyof SettingsPatch, answer);
    }
  };
  return {
    'settings.get': () => ok(preferences.get()),
    'settings.update': (patch) => change(patch),

    'settings.export': async () => ok(await saveAs({ dialogs, writeFile }, FILE_NAME, () => writeSharedSettings(preferences.get()))),

    async 'settings.import'() {
      const path = await dialogs.open();
      if (path === null) return ok(null);
      const { baseUrl, ...patch } = readSharedSettings(await readCapped(path, FILE_LIMIT_BYTES));
      await take(patch);
      // Tokens and copy belong to the address they were tried with: no file moves them to another one.
      if (baseUrl !== undefined && preferences.get().baseUrl === '') preferences.update({ baseUrl } satisfies Partial<Settings>);
      return ok(preferences.get());
    },

    async 'proxy.signIn'({ user, password }) {
      await proxy.signIn(user === '' && password === '' ? null : { user, password: new Secret(password) });
      return ok(null);
    },
  };
}
