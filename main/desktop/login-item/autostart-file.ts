import { mkdir, readFile, rm } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { EngineError } from '../../../core/engine-error.ts';
import type { Logger } from '../../../core/log.ts';
import { writeDurably } from '../../vault/durable-file.ts';
import { desktopEntry, readDesktopEntry } from './desktop-entry.ts';
import type { LoginItem } from './login-item.ts';

/** What starting at login needs on Linux. */
export interface AutostartNeeds {
  /** The autostart folder, see {@link autostartFolder}. */
  readonly folder: string;
  readonly name: string;
  readonly command: readonly string[];
  readonly log: Logger;
}

const FILE = 'cxpress-tray.desktop';

/** Where the session looks (Desktop Application Autostart Specification); a relative XDG_CONFIG_HOME does not count. */
export function autostartFolder(env: Readonly<Record<string, string | undefined>>, home: string = homedir()): string {
  const given = env['XDG_CONFIG_HOME'] ?? '';
  return join(isAbsolute(given) ? given : join(home, '.config'), 'autostart');
}

/** Starts the app at login by a file that every Linux desktop reads. */
export function createAutostartFile({ folder, name, command, log }: AutostartNeeds): LoginItem {
  const path = join(folder, FILE);
  const text = desktopEntry({ name, command });
  const read = async (): Promise<string | null> => {
    try {
      return await readFile(path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const write = async (): Promise<void> => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeDurably(path, new TextEncoder().encode(text));
  };
  const stateOf = (found: string | null): 'on' | 'off' | 'blocked' => {
    if (found === null) return 'off';
    const entry = readDesktopEntry(found);
    // What desktops write when somebody switches an entry off in their own settings.
    return entry.get('Hidden') === 'true' || entry.get('X-GNOME-Autostart-enabled') === 'false' ? 'blocked' : 'on';
  };
  return {
    async state() {
      try {
        return stateOf(await read());
      } catch (error) {
        log.warn('login.notRead', { error });
        return 'unavailable';
      }
    },
    async set(on) {
      try {
        if (on) await write();
        else await rm(path, { force: true });
      } catch (cause) {
        throw new EngineError('loginItemFailed', { cause });
      }
    },
    async refresh() {
      try {
        const found = await read();
        if (found !== null && found !== text && stateOf(found) === 'on') await write();
      } catch (error) {
        log.warn('login.notRefreshed', { error });
      }
    },
  };
}
