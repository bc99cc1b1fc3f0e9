import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import Conf from 'conf';
import { settingsSchema } from '../../../contract/settings.ts';
import { systemClock } from '../../../core/clock.ts';
import { memorySettingsFile } from '../../../main/preferences/memory-settings-file.ts';
import { createPreferences } from '../../../main/preferences/preferences.ts';
import { quarantineBroken } from '../../../main/preferences/quarantine.ts';
import type { SettingsFile } from '../../../main/preferences/settings-file.ts';
import { silentLog } from './silent-log.ts';
import { gone } from './kept-bytes.ts';
import { EVERY, type Target } from './target.ts';

const NAME = 'config.json';

/** What electron-store is made of, with the options the app gives it (main/preferences/electron-store-file.ts); electron-store itself needs Electron. */
export function confFile(folder: string): SettingsFile {
  try {
    const store = new Conf({ cwd: folder, configName: 'config', clearInvalidConfig: false, accessPropertiesByDotNotation: false, configFileMode: 0o600 });
    return {
      read: () => store.store,
      write: (value) => {
        store.store = { ...value };
      },
    };
  } catch {
    return memorySettingsFile();
  }
}

/** Settings of somebody who changed a few. */
export async function settingsTarget(root: string): Promise<Target> {
  const golden = await mkdtemp(join(root, 'golden-'));
  const former = createPreferences(confFile(golden), silentLog).update({ baseUrl: 'https://api.cxpress.example', theme: 'dark', syncIntervalSeconds: 45, sharePercent: 50 });
  const files = new Map([[NAME, await readFile(join(golden, NAME))]]);
  await rm(golden, { recursive: true });
  return {
    name: 'settings', files, attacked: [[NAME]], quick: EVERY, heavy: EVERY,
    async open(folder, damaged) {
      const told = await quarantineBroken(join(folder, NAME), systemClock(), silentLog);
      const preferences = createPreferences(confFile(folder), silentLog);
      const broken: string[] = [];
      const now = preferences.get();
      if (!settingsSchema.safeParse(now).success) broken.push('settings that are none');
      const same = JSON.stringify(now) === JSON.stringify(former);
      preferences.update({ theme: 'light' });
      preferences.update({ theme: 'system' });
      if (!existsSync(join(folder, NAME)) || (JSON.parse(readFileSync(join(folder, NAME), 'utf8')) as { theme: string }).theme !== 'system') broken.push('a change is not kept');
      if (told) return { verdict: 'movedAside', broken: [...broken, ...(await gone(folder, damaged)).map((name) => `${name} is gone`)] };
      // JSON all the same: another value, or a key that is none of ours. `reset` says so where the schema can tell.
      return { verdict: same ? 'unharmed' : 'stillValid', broken };
    },
  };
}
