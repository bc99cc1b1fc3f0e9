import type { SettingsFile } from './settings-file.ts';

/** Preferences for this run only. */
export function memorySettingsFile(): SettingsFile {
  let kept: Readonly<Record<string, unknown>> = {};
  return {
    read: () => kept,
    write: (value) => {
      kept = value;
    },
  };
}
