import { lstat, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import type { Refusal } from '../../contract/profile/refusal.ts';
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

/** See `lost` of the shelf. */
export type LostProfile = 'movedAside' | 'unreadable' | 'newer';

/** All profiles there are: the one that comes with the app, and one file `<id>.json` for each imported one, in the form in which profiles are exported. */
export interface ProfileShelf {
  /** The built-in one first, then by name. */
  all(): readonly ApiProfile[];
  find(id: string): ApiProfile | null;
  /**
   * Keeps a profile, in the place of one of this shelf with the same id, and of no other file. Rejects with EngineError
   * `fileTooLarge` for what the next start would refuse, and `fileNotWritten` when there is such a file or the disk
   * refuses. Then this shelf is as it was; on disk a profile that was to be replaced may already be the new one, when only
   * the last flush failed.
   */
  keep(profile: ApiProfile): Promise<void>;
  /** Removes an imported one. Rejects with EngineError `fileNotWritten` when the disk refuses. */
  remove(id: string): Promise<void>;
  /** Ids that no new profile may have: of every profile here or lost, and of every file in the folder. Rejects with EngineError `fileNotWritten` when the folder cannot be read. */
  taken(): Promise<ReadonlySet<string>>;
  /** Why a profile that should be here is not: its file was moved aside, or it is still there and could not be read, or is one of a newer app. */
  lost(id: string): LostProfile | null;
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

/** Names of files without their ending. Rejects when the folder is there and cannot be read. */
async function namesIn(folder: string): Promise<string[]> {
  try {
    const names = await readdir(folder);
    return names.filter((name) => name.toLowerCase().endsWith(ENDING)).map((name) => name.slice(0, -ENDING.length)).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function isThere(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** The profile in a file's bytes; null when they hold none, or one that belongs to another file name; `newer` when a newer app wrote it. */
function parse(bytes: Uint8Array, id: string): ApiProfile | 'newer' | null {
  try {
    const document = readDocument(new TextDecoder('utf-8', { fatal: true }).decode(bytes), `${id}${ENDING}`);
    return document.kind === 'profile' && document.profile.id === id ? document.profile : null;
  } catch (error) {
    return error instanceof EngineError && error.params?.reason === ('newerProfile' satisfies Refusal) ? 'newer' : null;
  }
}

/** Opens the shelf and reads every file. It never rejects: a file that holds no profile is moved aside, beside the others. */
export async function openProfileShelf({ folder, clock, log, write = writeDurably }: ShelfNeeds): Promise<ProfileShelf> {
  const kept = new Map<string, ApiProfile>();
  const lost = new Map<string, LostProfile>();
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
      if (profile === 'newer') {
        log.warn('profiles.newer', { id });
        lost.set(id, 'newer');
      } else if (profile) kept.set(id, profile);
      else await setAside(id);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'fileTooLarge') return setAside(id);
      log.error('profiles.notRead', { id, error });
      lost.set(id, 'unreadable');
    }
  };
  const names = await namesIn(folder).catch((error: unknown) => {
    log.error('profiles.folderNotRead', { error });
    return [];
  });
  const ids = names.filter((id) => isProfileId(id) && id !== BUILT_IN.id);
  for (const id of ids.slice(0, MOST)) await load(id);
  for (const id of ids.slice(MOST)) lost.set(id, 'unreadable');

  return {
    all: () => [BUILT_IN, ...[...kept.values()].sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1))],
    find: (id) => (id === BUILT_IN.id ? BUILT_IN : (kept.get(id) ?? null)),
    async keep(profile) {
      const path = pathOf(profile.id);
      const bytes = new TextEncoder().encode(writeProfileFile(profile));
      if (bytes.length > LARGEST) throw new EngineError('fileTooLarge', { params: { megabytes: LARGEST / MEBIBYTE } });
      const fresh = !kept.has(profile.id);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (fresh && (await isThere(path))) throw new Error('Another file has this name.');
      } catch (cause) {
        throw new EngineError('fileNotWritten', { cause });
      }
      try {
        await write(path, bytes);
      } catch (cause) {
        // What came as far as its place and was then not flushed is no profile that somebody was told is kept.
        if (fresh) await rm(path, { force: true }).catch(() => undefined);
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
    async taken() {
      // Some disks do not tell small letters from capitals.
      const there = await namesIn(folder).catch((cause: unknown) => {
        throw new EngineError('fileNotWritten', { cause });
      });
      return new Set([BUILT_IN.id, ...kept.keys(), ...lost.keys(), ...there.map((name) => name.toLowerCase())]);
    },
    lost: (id) => lost.get(id) ?? null,
  };
}
