import ElectronStore from 'electron-store';
import type { Logger } from '../../core/log.ts';
import { memorySettingsFile } from './memory-settings-file.ts';
import type { SettingsFile } from './settings-file.ts';

/** Name of the file in the profile folder. */
export const SETTINGS_NAME = 'config.json';

/**
 * `config.json` through electron-store, which replaces the file in one step. It holds no secret. electron-store would
 * throw on a file that cannot be read and could wipe one that does not parse, so quarantine.ts looks at it first.
 */
export function openSettingsFile(folder: string, log: Logger): SettingsFile {
  try {
    const store = new ElectronStore({ cwd: folder, clearInvalidConfig: false, accessPropertiesByDotNotation: false, configFileMode: 0o600 });
    return {
      read: () => store.store,
      write: (value) => {
        store.store = { ...value };
      },
    };
  } catch (error) {
    log.error('settings.unusable', { error });
    return memorySettingsFile();
  }
}
