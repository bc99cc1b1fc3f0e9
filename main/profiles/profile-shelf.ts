import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import { readDocument } from '../../core/profile/read-document.ts';
import { writeProfileFile } from '../../core/profile/write-profile-file.ts';
import { writeDurably } from '../vault/durable-file.ts';
import { moveAside } from '../vault/move-aside.ts';
import { isProfileId } from './profile-id.ts';
import { MEBIBYTE, readCapped } from './read-capped.ts';

/** All profiles there are: the one that comes with the app, and one file `<id>.json` for each imported one, in the form in which profiles are exported. */
export interface ProfileShelf {
  /** The built-in one first, then by name. */
  all(): readonly ApiProfile[];
  find(id: string): ApiProfile | null;
  /** Keeps a profile. Rejects with EngineError `fileNotWritten` when the disk refuses; then nothing has changed. */
  keep(profile: ApiProfile): Promise<void>;
  /** Removes an imported one. Rejects with EngineError `fileNotWritten` when the disk refuses. */
  remove(id: string): Promise<void>;
  /** Why a profile that should be here is not: its file was moved aside, or it could not be read and is still there. */
  lost(id: string): 'movedAside' | 'unreadable' | null;
}

/** What the shelf needs. */
export interface ShelfNeeds {
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Writes a file durably; tests give a disk that fails. */
  readonly write?: typeof writeDurably;
}

/** The profile that comes with the app. */
export const BUILT_IN = CXPRESS_1_0;
/** A profile of this app is a few dozen kilobytes. */
const LARGEST = MEBIBYTE;
/** Files that are looked at; nobody imports so many. */
const MOST = 200;
const ENDING = '.json';

async function namesIn(folder: string, log: Logger): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length)).filter(isProfileId).sort().slice(0, MOST);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') log.error('profiles.folderNotRead', { error });
    return [];
  }
}

/** The profile in a file's bytes; null when they hold none, or one that belongs to another file name. */
function parse(bytes: Uint8Array, id: string): ApiProfile | null {
  try {
    const document = readDocument(new TextDecoder('utf-8', { fatal: true }).decode(bytes), `${id}${ENDING}`);
    return document.kind === 'profile' && document.profile.id === id ? document.profile : null;
  } catch {
    return null;
  }
}

/** Opens the shelf and reads every file. It never rejects: a file that holds no profile is moved aside, beside the others. */
export async function openProfileShelf({ folder, clock, log, write = writeDurably }: ShelfNeeds): Promise<ProfileShelf> {
  const kept = new Map<string, ApiProfile>();
  const lost = new Map<string, 'movedAside' | 'unreadable'>();
  const pathOf = (id: string): string => {
    if (!isProfileId(id) || id === BUILT_IN.id) throw new EngineError('profileUnknown');
    return join(folder, `${id}${ENDING}`);
  };
  const setAside = async (id: string): Promise<void> => {
    log.warn('profiles.broken', { id });
    // An underscore is in no id, so the moved file is never taken for a profile again.
    await moveAside(pathOf(id), `broken_${id.replaceAll('.', '-')}`, clock.now()).catch((error: unknown) => log.error('profiles.notMoved', { error }));
    lost.set(id, 'movedAside');
  };
  const load = async (id: string): Promise<void> => {
    try {
      const profile = parse(await readCapped(pathOf(id), LARGEST), id);
      if (profile) kept.set(id, profile);
      else await setAside(id);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'fileTooLarge') return setAside(id);
      log.error('profiles.notRead', { id, error });
      lost.set(id, 'unreadable');
    }
  };
  for (const id of await namesIn(folder, log)) if (id !== BUILT_IN.id) await load(id);

  return {
    all: () => [BUILT_IN, ...[...kept.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))],
    find: (id) => (id === BUILT_IN.id ? BUILT_IN : (kept.get(id) ?? null)),
    async keep(profile) {
      const path = pathOf(profile.id);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await write(path, new TextEncoder().encode(writeProfileFile(profile)));
      } catch (cause) {
        throw new EngineError('fileNotWritten', { cause });
      }
      kept.set(profile.id, profile);
      lost.delete(profile.id);
    },
    async remove(id) {
      const path = pathOf(id);
      if (!kept.has(id)) throw new EngineError('profileUnknown');
      await rm(path, { force: true }).catch((cause: unknown) => {
        throw new EngineError('fileNotWritten', { cause });
      });
      kept.delete(id);
    },
    lost: (id) => lost.get(id) ?? null,
  };
}
