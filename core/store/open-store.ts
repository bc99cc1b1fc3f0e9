import { join } from 'node:path';
import type { Driver, Database } from './driver/port.ts';
import { asEngineError } from './driver/faults.ts';
import { EngineError } from '../engine-error.ts';
import { openDatabaseFile, openInMemory } from './files/open-database.ts';
import type { FileOutcome, OpenedFile } from './files/open-database.ts';
import { fileKey } from './files/file-key.ts';
import { preparePrivateFolder } from './files/private-folder.ts';
import { salvageValues } from './files/salvage-values.ts';
import { CACHE_PROBES, CACHE_SCHEMA } from './schema/cache-schema.ts';
import { STATE_PROBES, STATE_SCHEMA } from './schema/state-schema.ts';
import type { StateStore, Store } from './store.ts';

/** The file of the copy. */
export const CACHE_FILE = 'cache.db';
/** The file of the small durable values. */
export const STATE_FILE = 'state.db';
/** One of the two files. */
export type StoreFile = typeof CACHE_FILE | typeof STATE_FILE;
/** Folder of files that stand in for those of a newer version. */
export const OLDER_FOLDER = 'older-version';
/** A `directory` that means: keep nothing on disk. */
export const MEMORY = 'memory';
/** Length of the store's key, which each file's own is made from, in bytes. */
export const KEY_BYTES = 32;

/** The copy is large and can be fetched again: a log beside it makes its many commits cheap. */
const AS_COPY = { journal: 'WAL', salvage: null } as const;
/**
 * The values are few and cannot be fetched again: a commit is in the file itself when it is acknowledged, so neither a
 * log that is lost nor one that is damaged takes it back.
 */
const AS_VALUES = { journal: 'TRUNCATE', salvage: salvageValues } as const;

/** Where the files are and what opens them. */
export interface StoreLocation {
  /** Folder of both files, or {@link MEMORY}. */
  readonly directory: string;
  /** {@link KEY_BYTES} random bytes; null when no key can be kept: then neither file touches the disk. */
  readonly key: Uint8Array | null;
  /** Wall time, epoch ms; names the folder of a file that is moved aside. */
  readonly now: number;
  /**
   * A file that a newer version of this app wrote stays where it is, untouched, and one of the same name in the folder
   * {@link OLDER_FOLDER} below serves in its place until the newer version is back. Without this, opening refuses.
   */
  readonly besideNewer?: boolean;
  /** Files that turned out to be damaged in a way no check at opening sees: moved aside without another try. */
  readonly distrusted?: readonly StoreFile[];
}

/** How both files were found. */
export interface StoreFound {
  readonly outcome: FileOutcome;
  /** Folder that a broken cache.db was moved to. */
  readonly movedTo: string | null;
  readonly stateOutcome: FileOutcome;
  /** Folder that a broken state.db was moved to. */
  readonly stateMovedTo: string | null;
  /** Files of a newer version that were left alone; see `StoreLocation.besideNewer`. */
  readonly newer: readonly StoreFile[];
  /** Library that opened them. */
  readonly driver: Driver['name'];
}

/** A file was written by a newer version of this app; both are closed and untouched. */
export interface NewerThanApp {
  readonly outcome: 'newerThanApp';
  readonly file: StoreFile;
}

/** The store as its users get it. `store.close()` closes both files. */
export interface OpenedStore extends StoreFound {
  readonly store: Store;
  readonly state: StateStore;
  /** The store ended by itself and answers nothing any more; at most once. Returns its own unsubscribe. */
  onDied(listener: (error: EngineError) => void): () => void;
}

/** Both databases, open. */
export interface OpenDatabases extends StoreFound {
  readonly cache: Database;
  readonly values: Database;
}

/** Hears that opening goes on: a part of it is done. */
export type OpeningGoesOn = () => void;

/** Opens both databases where this code runs. Rejects with EngineError `storageUnavailable`. */
export async function openDatabases(driver: Driver, location: StoreLocation, onProgress: OpeningGoesOn = () => undefined): Promise<OpenDatabases | NewerThanApp> {
  const { directory, key } = location;
  if (key === null || directory === MEMORY) return inMemory(driver);
  if (key.length !== KEY_BYTES) throw new EngineError('internal', { params: { reason: 'key length' } });
  await preparePrivateFolder(directory);
  const state = await open({ driver, onProgress }, location, key, STATE_FILE);
  if (state.outcome === 'newerThanApp') return { outcome: 'newerThanApp', file: STATE_FILE };
  const cache = await open({ driver, onProgress }, location, key, CACHE_FILE).catch((error: unknown) => {
    state.db.close();
    throw asEngineError(error);
  });
  if (cache.outcome === 'newerThanApp') {
    state.db.close();
    return { outcome: 'newerThanApp', file: CACHE_FILE };
  }
  const found = { outcome: cache.outcome, movedTo: cache.movedTo, stateOutcome: state.outcome, stateMovedTo: state.movedTo, newer: [...cache.newer, ...state.newer] };
  return { ...found, driver: driver.name, cache: cache.db, values: state.db };
}

async function open(by: { readonly driver: Driver; readonly onProgress: OpeningGoesOn }, location: StoreLocation, key: Uint8Array, file: StoreFile): Promise<OpenedFile & { readonly newer: readonly StoreFile[] }> {
  const { directory, now, besideNewer = false, distrusted = [] } = location;
  const [schema, probes] = file === CACHE_FILE ? [CACHE_SCHEMA, CACHE_PROBES] : [STATE_SCHEMA, STATE_PROBES];
  const kept = file === CACHE_FILE ? AS_COPY : AS_VALUES;
  const openIn = (folder: string, isDistrusted: boolean): Promise<OpenedFile> =>
    openDatabaseFile({ ...by, directory: folder, path: join(folder, file), key: fileKey(key, file), schema, probes, now, distrusted: isDistrusted, ...kept, sibling: join(folder, file === CACHE_FILE ? STATE_FILE : CACHE_FILE) });
  const found = await openIn(directory, false);
  if (found.outcome === 'newerThanApp' && besideNewer) {
    const folder = join(directory, OLDER_FOLDER);
    await preparePrivateFolder(folder);
    return { ...(await openIn(folder, distrusted.includes(file))), newer: [file] };
  }
  if (found.outcome !== 'opened' || !distrusted.includes(file)) return { ...found, newer: [] };
  found.db.close();
  return { ...(await openIn(directory, true)), newer: [] };
}

function inMemory(driver: Driver): OpenDatabases {
  const fresh = { outcome: 'created', movedTo: null, stateOutcome: 'created', stateMovedTo: null, newer: [] } as const;
  return { ...fresh, driver: driver.name, cache: openInMemory(driver, CACHE_SCHEMA), values: openInMemory(driver, STATE_SCHEMA) };
}
