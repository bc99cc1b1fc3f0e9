import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chooseDriver } from '../../core/store/driver/choose.ts';
import { IN_MEMORY } from '../../core/store/driver/port.ts';
import type { Database, DriverName } from '../../core/store/driver/port.ts';
import { migrate } from '../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../core/store/schema/cache-schema.ts';
import { localStore } from '../../core/store/local-store.ts';
import { MEMORY } from '../../core/store/open-store.ts';
import type { NewerThanApp, OpenedStore } from '../../core/store/open-store.ts';

/** Both drivers; a test of behaviour runs on each. */
export const DRIVERS: readonly DriverName[] = ['better-sqlite3-multiple-ciphers', 'libsql'];

/** A key for tests. */
export const TEST_KEY: Uint8Array = Uint8Array.from({ length: 32 }, (_value, i) => (i * 7 + 3) % 256);

/** A folder for one test that goes away with `remove`. */
export async function tempFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'cxt-store-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** Narrows what opening gave, or fails the test. */
export function expectOpen(opened: OpenedStore | NewerThanApp): OpenedStore {
  if (!('store' in opened)) throw new Error(`not opened: ${opened.outcome} (${opened.file})`);
  return opened;
}

/** A store in memory, or in a folder. */
export async function tempStore(options: { driver?: DriverName; directory?: string; key?: Uint8Array | null; now?: number } = {}): Promise<OpenedStore> {
  const { driver, directory = MEMORY, key = TEST_KEY, now = Date.UTC(2026, 0, 5, 12) } = options;
  return expectOpen(await localStore({ directory, key, now, ...(driver ? { driver } : {}) }));
}

/** The copy's database alone, in memory, for tests below the store's port. */
export async function memoryDatabase(driver: DriverName): Promise<Database> {
  const db = (await chooseDriver(driver)).open(IN_MEMORY, TEST_KEY);
  migrate(db, CACHE_SCHEMA);
  return db;
}
