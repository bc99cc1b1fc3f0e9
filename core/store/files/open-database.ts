import { EngineError } from '../../engine-error.ts';
import { asEngineError, faultOf } from '../driver/faults.ts';
import { IN_MEMORY } from '../driver/port.ts';
import type { Database, Driver } from '../driver/port.ts';
import { definitions, migrate } from '../schema/migration.ts';
import type { Schema } from '../schema/migration.ts';
import { databaseFiles, whatIsAt } from './database-files.ts';
import { makePrivate } from './private-folder.ts';
import { setDatabaseAside } from './set-aside.ts';

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
}

/** Thrown inside for a file that opens and reads, yet is not ours or not whole. */
class NotOurs extends Error {}

/** Every commit reaches the disk; what sorts and joins need stays in memory, for temporary files are not encrypted. */
const CONNECTION = 'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA busy_timeout = 2000; PRAGMA cache_size = -16000;';

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
  const found = await whatIsAt(options.path);
  if (found === 'nothing' || (found === 'file' && !options.distrusted)) {
    const opened = attempt(options);
    if (opened !== 'broken') return finished(options, opened);
  }
  const movedTo = await setDatabaseAside(options.directory, options.path, options.now);
  const fresh = attempt(options);
  if (fresh === 'broken' || fresh.outcome === 'newerThanApp') throw new EngineError('storageUnavailable');
  return finished(options, { ...fresh, outcome: 'rebuilt', movedTo });
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
function bringUp(db: Database, { driver, schema, probes }: FileOptions): 'opened' | 'created' | 'newerThanApp' {
  const version = Number(db.pragma('user_version'));
  const isFresh = version === 0 && Number(db.pragma('application_id')) === 0 && definitions(db) === '';
  if (!isFresh && Number(db.pragma('application_id')) !== schema.applicationId) throw new NotOurs('application id');
  if (version > schema.steps.length) return 'newerThanApp';
  if (!isFresh) checkPages(db);
  db.exec(CONNECTION);
  migrate(db, schema);
  checkSchema(db, driver, schema);
  for (const probe of probes) db.all(probe);
  return isFresh ? 'created' : 'opened';
}

/**
 * Reads every page of every table and index, table by table: checking the database as a whole would also have FTS5
 * compare its index with itself, which takes several times as long and finds nothing more about pages.
 */
function checkPages(db: Database): void {
  const tables = db.all<{ name: string }>(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL %'`);
  for (const { name } of tables) {
    if (db.pragma(`quick_check('${name.replaceAll("'", "''")}')`) !== 'ok') throw new NotOurs(name);
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
