import { join } from 'node:path';
import { EngineError } from '../engine-error.ts';
import { rerank } from './cache/rerank.ts';
import { chooseDriver } from './driver/choose.ts';
import { asEngineError } from './driver/faults.ts';
import type { Database, DriverName } from './driver/port.ts';
import { removeSetAside } from './files/remove-set-aside.ts';
import { CACHE_FILE, MEMORY, OLDER_FOLDER, STATE_FILE, openDatabases } from './open-store.ts';
import type { NewerThanApp, OpenDatabases, OpenedStore, OpeningGoesOn, StoreLocation } from './open-store.ts';
import { staleSweeper } from './stale-sweeper.ts';
import { stateCalls } from './state-values.ts';
import { storeCalls } from './store-calls.ts';
import type { StateStore, Store } from './store.ts';
import { STATE_CALLS, STORE_CALLS, portOf } from './sync-calls.ts';

/** A location, and which driver to use where it is not left to the runtime. */
export interface LocalStoreOptions extends StoreLocation {
  readonly driver?: DriverName;
  readonly onProgress?: OpeningGoesOn;
}

/**
 * The store on the calling thread: what the worker thread runs, and what a relay or a test uses without one. Calls are
 * done at once, one after the other; they reject with EngineError and never throw.
 */
export async function localStore({ driver, onProgress, ...location }: LocalStoreOptions): Promise<OpenedStore | NewerThanApp> {
  const opened = await openDatabases(await chooseDriver(driver), location, onProgress);
  return 'cache' in opened ? serveLocally(opened, location.key === null ? MEMORY : location.directory) : opened;
}

/**
 * What a wipe removes besides the rows: all that was moved aside, the copy of a newer version (its rows are the same
 * person's) and the files that stood in for those of a newer version. Its durable values stay, as the open ones do.
 */
async function removeOthers(directory: string, newer: OpenDatabases['newer']): Promise<void> {
  if (directory === MEMORY) return;
  const older = join(directory, OLDER_FOLDER);
  await removeSetAside([directory, older], [
    join(newer.includes(CACHE_FILE) ? directory : older, CACHE_FILE),
    ...(newer.includes(STATE_FILE) ? [] : [join(older, STATE_FILE)]),
  ]);
}

function serveLocally({ cache, values, ...found }: OpenDatabases, directory: string): OpenedStore {
  rankAnew(cache);
  const sweeper = staleSweeper(cache);
  let closed = false;
  const checkOpen = (): void => {
    if (closed) throw new EngineError('storageUnavailable', { params: { reason: 'closed' } });
  };
  const close = async (): Promise<void> => {
    if (closed) return;
    closed = true;
    sweeper.dispose();
    cache.close();
    values.close();
  };
  const call = (calls: object) => calling(calls, { before: checkOpen, after: (name) => name === 'commitPage' && sweeper.wake() });
  sweeper.wake();
  const calls = portOf<Omit<Store, 'close'>>(STORE_CALLS, call(storeCalls(cache)));
  const wipe = async (): Promise<void> => {
    await calls.wipe();
    await removeOthers(directory, found.newer);
  };
  return {
    ...found,
    store: { ...calls, wipe, close },
    state: portOf<StateStore>(STATE_CALLS, call(stateCalls(values))),
    onDied: () => () => undefined,
  };
}

function rankAnew(cache: Database): void {
  try {
    rerank(cache);
  } catch {
    // A full disk, say: the old ranks serve as well until the next opening.
  }
}

function calling(calls: object, hooks: { before: () => void; after: (name: string) => void }): (name: string, args: unknown[]) => Promise<unknown> {
  const table = calls as Record<string, (...args: unknown[]) => unknown>;
  return async (name, args) => {
    try {
      hooks.before();
      const value = table[name]?.(...args);
      hooks.after(name);
      return value;
    } catch (error) {
      throw asEngineError(error);
    }
  };
}
