import { appendFile, cp, mkdir, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { EngineError } from '../../engine-error.ts';
import { asEngineError, faultOf } from '../driver/faults.ts';
import { IN_MEMORY } from '../driver/port.ts';
import type { Database, Driver } from '../driver/port.ts';
import { definitions, migrate } from '../schema/migration.ts';
import type { Schema } from '../schema/migration.ts';
import { databaseFiles, whatIsAt } from './database-files.ts';
import { makePrivate } from './private-folder.ts';
import { dropOldest, putDatabaseBack, setDatabaseAside } from './set-aside.ts';

/** How a file was found: usable, absent, or moved aside and begun anew. */
export type FileOutcome = 'opened' | 'created' | 'rebuilt';

/** An open database and what happened on the way. */
export type OpenedFile =
  | { readonly outcome: FileOutcome; readonly movedTo: string | null; readonly db: Database }
  /** Written by a newer version of this app: closed again, untouched. */
  | { readonly outcome: 'newerThanApp' };

/** Which file, and what must be in it. */
export interface FileOptions {
  readonly driver: Driver;
  readonly directory: string;
  readonly path: string;
  readonly key: Uint8Array;
  readonly schema: Schema;
  readonly probes: readonly string[];
  /** Wall time for the name of the folder of a moved file, epoch ms. */
  readonly now: number;
  /** True moves the file aside without trying it. */
  readonly distrusted: boolean;
  /** Path of the other database; see {@link whatIsAt}. */
  readonly sibling: string;
  /** How commits reach the disk. */
  readonly journal: 'WAL' | 'TRUNCATE';
  /** Reads what a damaged database still gives, and carries it over into a fresh one. */
  readonly salvage: Salvage | null;
  /** A part of a long check or of a change of the schema is done. */
  readonly onProgress?: () => void;
}

/** First half: reads, never throws. Second half: writes what was read. */
export type Salvage = (damaged: Database) => (fresh: Database) => void;

/** Thrown inside for a file that opens and reads, yet is not ours or not whole. */
class NotOurs extends Error {}

/** Bytes of a page, SQLite's own default. */
const PAGE = 4_096;

/**
 * Every commit reaches the disk; what sorts and joins need stays in memory, for temporary files are not encrypted. At
 * 100,000 tickets the indexes of queues fit into the cache (48 MB at most): a page outside is decrypted at each reading.
 */
const CONNECTION = 'PRAGMA busy_timeout = 2000; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -48000;';

/** Opens a database in memory, at its newest schema. */
export function openInMemory(driver: Driver, schema: Schema): Database {
  const db = driver.open(IN_MEMORY, new Uint8Array(0));
  migrate(db, schema);
  return db;
}

/**
 * Opens a database file, or begins a new one when what is there cannot be used: then it is moved aside first, never
 * deleted. A full disk, missing rights or a lock say nothing about the file, so they reject with `storageUnavailable`
 * and it stays.
 */
export async function openDatabaseFile(options: FileOptions): Promise<OpenedFile> {
  const found = await whatIsAt(options.path, options.sibling);
  if (found === 'nothing' || (found === 'file' && !options.distrusted)) {
    const opened = attempt(options);
    if (opened !== 'broken') return finished(options, opened);
  }
  const movedTo = await setDatabaseAside(options.directory, options.path, options.now);
  const carryOver = found === 'file' ? await readDamaged(options, movedTo) : null;
  try {
    const fresh = attempt(options);
    if (fresh === 'broken' || fresh.outcome === 'newerThanApp') throw new EngineError('storageUnavailable');
    if (carryOver !== null) carried(fresh.db, carryOver);
    await dropOldest(options.directory, options.path, movedTo);
    return await finished(options, { ...fresh, outcome: 'rebuilt', movedTo });
  } catch (error) {
    // A full disk: what can still be read of the damaged file must not wait in a folder that nobody looks into.
    await putDatabaseBack(movedTo, options.path).catch(() => undefined);
    throw asEngineError(error);
  }
}

function carried(fresh: Database, carryOver: (fresh: Database) => void): void {
  try {
    carryOver(fresh);
  } catch (error) {
    fresh.close();
    throw error;
  }
}

/** SQLite takes half a page at the end for one that ends in zeros, unproved; with other bytes it refuses it. */
async function fillLastPage(path: string): Promise<void> {
  const { size } = await stat(path);
  const missing = (PAGE - (size % PAGE)) % PAGE;
  if (missing > 0) await appendFile(path, Buffer.alloc(missing, 0xff));
}

/** Reads a copy: SQLite writes into what it opens, and what was moved aside stays as it was found. */
async function readDamaged({ driver, path, key, salvage }: FileOptions, movedTo: string): Promise<((fresh: Database) => void) | null> {
  if (salvage === null) return null;
  const folder = join(movedTo, 'reading');
  let db: Database | null = null;
  try {
    await mkdir(folder, { mode: 0o700 });
    for (const file of databaseFiles(basename(path))) await cp(join(movedTo, file), join(folder, file)).catch(() => undefined);
    await fillLastPage(join(folder, basename(path)));
    db = driver.open(join(folder, basename(path)), key);
    return salvage(db);
  } catch {
    return null;
  } finally {
    db?.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function finished(options: FileOptions, opened: OpenedFile): Promise<OpenedFile> {
  if (opened.outcome !== 'newerThanApp') await makePrivate(databaseFiles(options.path));
  return opened;
}

function attempt(options: FileOptions): OpenedFile | 'broken' {
  let db: Database | null = null;
  try {
    db = options.driver.open(options.path, options.key);
    const outcome = bringUp(db, options);
    if (outcome !== 'newerThanApp') return { outcome, movedTo: null, db };
    db.close();
    return { outcome };
  } catch (error) {
    db?.close();
    if (error instanceof NotOurs || faultOf(error) === 'broken') return 'broken';
    throw asEngineError(error);
  }
}

/** The gate: opening alone proves nothing, SQLite reads no page until it is asked. */
function bringUp(db: Database, { driver, schema, probes, journal, onProgress = () => undefined }: FileOptions): 'opened' | 'created' | 'newerThanApp' {
  const version = Number(db.pragma('user_version'));
  const isFresh = version === 0 && Number(db.pragma('application_id')) === 0 && definitions(db) === '';
  if (!isFresh && Number(db.pragma('application_id')) !== schema.applicationId) throw new NotOurs('application id');
  if (version > schema.steps.length) return 'newerThanApp';
  if (!isFresh) checkPages(db, onProgress);
  db.exec(`${CONNECTION} PRAGMA journal_mode = ${journal};`);
  migrate(db, schema, onProgress);
  checkSchema(db, driver, schema);
  for (const probe of probes) db.all(probe);
  return isFresh ? 'created' : 'opened';
}

/**
 * Reads every page of every table and index, table by table: checking the database as a whole would also have FTS5
 * compare its index with itself, which takes several times as long and finds nothing more about pages.
 */
function checkPages(db: Database, onProgress: () => void): void {
  const tables = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'`);
  for (const { name } of tables) {
    if (db.pragma(`quick_check('${name.replaceAll("'", "''")}')`) !== 'ok') throw new NotOurs(name);
    onProgress();
  }
}

function checkSchema(db: Database, driver: Driver, schema: Schema): void {
  const model = openInMemory(driver, schema);
  try {
    if (definitions(db) !== definitions(model)) throw new NotOurs('schema');
  } finally {
    model.close();
  }
}
