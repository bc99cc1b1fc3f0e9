import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database, Driver } from '../../../core/store/driver/port.ts';
import { openDatabaseFile } from '../../../core/store/files/open-database.ts';
import type { Salvage } from '../../../core/store/files/open-database.ts';
import { fileKey } from '../../../core/store/files/file-key.ts';
import { salvageValues } from '../../../core/store/files/salvage-values.ts';
import { CACHE_PROBES, CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import type { Schema } from '../../../core/store/schema/migration.ts';
import { STATE_PROBES, STATE_SCHEMA } from '../../../core/store/schema/state-schema.ts';
import { stateCalls } from '../../../core/store/state-values.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { TEST_KEY } from '../../support/temp-store.ts';
import { gone } from './kept-bytes.ts';
import type { Files, Opening, Target } from './target.ts';

/** One of the two databases, with how to fill it and how to read from it what a later look compares. */
interface Kind {
  readonly file: string;
  readonly schema: Schema;
  readonly probes: readonly string[];
  readonly journal: 'WAL' | 'TRUNCATE';
  readonly salvage: Salvage | null;
  /** The other database, which is there and well. */
  readonly sibling: string;
  /** Writes the `step`th state. */
  fill(db: Database, step: number): void;
  /** Everything that was written, as text; null when nothing is there. */
  read(db: Database): string | null;
}

const STATE: Kind = {
  file: 'state.db', schema: STATE_SCHEMA, probes: STATE_PROBES, journal: 'TRUNCATE', salvage: salvageValues, sibling: 'cache.db',
  fill(db, step) {
    const values = stateCalls(db);
    db.transaction(() => {
      values.set('session', Buffer.from(`sealed tokens ${step} ${'s'.repeat(300)}`));
      values.set('ledger', Buffer.alloc(2_400, step + 1));
    });
  },
  read(db) {
    const values = stateCalls(db);
    const [session, ledger] = [values.get('session'), values.get('ledger')];
    return session === null && ledger === null ? null : `${Buffer.from(session ?? []).toString()}|${ledger === null ? '' : `${ledger.length} ${ledger[0]} ${ledger.every((byte) => byte === ledger[0])}`}`;
  },
};

const CACHE: Kind = {
  file: 'cache.db', schema: CACHE_SCHEMA, probes: CACHE_PROBES, journal: 'WAL', salvage: null, sibling: 'state.db',
  fill: (db, step) => void storeCalls(db).commitPage(page('ticket', [0, 1, 2].map((n) => ticket(`t${n}`, { version: T0 + step, subject: `subject ${step}` })), { stream: { watermark: step, backfill: null, lastCompleteAt: T0 } })),
  read(db) {
    const store = storeCalls(db);
    const rows = store.lookup('subject', 9).map((row) => `${row.id} ${row.title}`).sort();
    return rows.length === 0 ? null : JSON.stringify([rows, store.stream('ticket').watermark, store.counts().ticket, store.pendingEvents(99).length]);
  },
};

function openIn(driver: Driver, directory: string, kind: Kind, journal: 'WAL' | 'TRUNCATE' = kind.journal) {
  const { file, schema, probes, salvage, sibling } = kind;
  return openDatabaseFile({ driver, directory, path: join(directory, file), key: fileKey(TEST_KEY, file), schema, probes, now: T0, distrusted: false, sibling: join(directory, sibling), journal, salvage });
}

/** What was acknowledged one after the other, as {@link Kind.read} says it; the last is what a healthy start finds. */
type States = readonly string[];

/** The files of a database that was filled; `log`: with its write-ahead log still beside it, as a killed process leaves it. */
async function filled(driver: Driver, root: string, kind: Kind, log: boolean): Promise<{ files: Files; states: States }> {
  const directory = await mkdtemp(join(root, 'golden-'));
  const opened = await openIn(driver, directory, kind, log ? 'WAL' : kind.journal);
  if (opened.outcome === 'newerThanApp') throw new Error('a fresh file is newer than the app');
  const states: string[] = [];
  // Part of what was acknowledged is in the file and part in the log.
  for (let step = 0; step < 3; step++) {
    kind.fill(opened.db, step);
    states.push(kind.read(opened.db) ?? 'nothing was written');
    if (log && step === 0) opened.db.pragma('wal_checkpoint(TRUNCATE)');
  }
  if (!log) opened.db.close();
  const files = new Map<string, Buffer>();
  for (const name of await readdir(directory)) files.set(name, await readFile(join(directory, name)));
  if (log) opened.db.close();
  await rm(directory, { recursive: true });
  return { files, states };
}

/** Begun anew: it says where the former one is, all of it is there, and nothing is in the fresh one but what was stored. */
async function begunAnew({ found, states, movedTo, kind, folder, damaged }: { found: string | null; states: States; movedTo: string | null; kind: Kind; folder: string; damaged: ReadonlyMap<string, Buffer | null> }): Promise<Opening> {
  const broken: string[] = [];
  if (movedTo === null || !(await readdir(movedTo)).some((name) => name.startsWith(kind.file))) broken.push('it does not say where the former file is');
  // The index of a log is no data: SQLite makes it anew whenever it opens a database.
  const kept = new Map([...damaged].filter(([name]) => !name.endsWith('-shm')));
  broken.push(...(await gone(folder, kept)).map((name) => `${name} is gone`));
  if (found === null) return { verdict: 'movedAside', broken };
  const whole = kind.salvage !== null && isPartOf(found, states);
  return { verdict: 'carriedOver', broken: whole ? broken : [...broken, `it read other data: a fresh file holds ${found.slice(0, 20)}…${found.slice(-40)}`] };
}

/** Each of the two values is one that was stored, or is not there. */
function isPartOf(found: string, states: States): boolean {
  const parts = (text: string): [string, string] => [text.slice(0, text.indexOf('|')), text.slice(text.indexOf('|'))];
  const [session, ledger] = parts(found);
  return states.some((state) => session === '' || parts(state)[0] === session) && states.some((state) => ledger === '|' || parts(state)[1] === ledger);
}

/**
 * SQLite writes a log that it reads into its file, also when it then refuses that file, so neither of the two keeps its
 * bytes; that the file is aside is looked at by its name.
 */
function merged(damaged: ReadonlyMap<string, Buffer | null>): ReadonlyMap<string, Buffer | null> {
  return new Map([...damaged].filter(([name]) => !name.endsWith('.db') && !name.endsWith('-wal')));
}

async function databaseTarget(root: string, kind: Kind, log: boolean): Promise<Target> {
  const driver = await chooseDriver('better-sqlite3-multiple-ciphers');
  const { files, states } = await filled(driver, root, kind, log);
  return {
    name: log ? `${kind.file} with its log` : kind.file,
    files,
    attacked: [...files].filter(([, bytes]) => bytes.length > 0).map(([name]) => [name]),
    quick: QUICK[log ? 'log' : 'closed'][kind === STATE ? 'state' : 'cache'],
    heavy: kind === STATE ? { whole: Infinity, stride: 1 } : { whole: 4_096, stride: 23 },
    async open(folder, damaged) {
      // The other database is there, so an empty file is none of a first start.
      await writeFile(join(folder, kind.sibling), 'the other one');
      const opened = await openIn(driver, folder, kind);
      if (opened.outcome === 'newerThanApp') return { verdict: 'movedAside', broken: ['taken for a newer version'] };
      const found = kind.read(opened.db);
      kind.fill(opened.db, 7);
      const broken = kind.read(opened.db)?.includes('7') ? [] : ['what was written is not there'];
      opened.db.close();
      if (opened.outcome === 'rebuilt') {
        const anew = await begunAnew({ found, states, movedTo: opened.movedTo, kind, folder, damaged: log || damaged.has(`${kind.file}-wal`) ? merged(damaged) : damaged });
        return { ...anew, broken: [...broken, ...anew.broken] };
      }
      if (opened.outcome !== 'opened') broken.push(`acknowledged data was there, and it opened as ${opened.outcome}`);
      if (found === states.at(-1)) return { verdict: 'unharmed', broken };
      // SQLite ends its log where a frame does not add up: an earlier commit, whole. What is in no log cannot be older.
      if (log && found !== null && states.includes(found)) return { verdict: 'older', broken };
      return { verdict: 'older', broken: [...broken, `it read other data: ${String(found).slice(0, 120)}`] };
    },
  };
}

/** Offsets of the short version. A flip anywhere in a page is one and the same to a page that proves itself as a whole. */
const QUICK = {
  closed: { state: { whole: 120, stride: 31 }, cache: { whole: 60, stride: 997 } },
  log: { state: { whole: 40, stride: 293 }, cache: { whole: 40, stride: 1_999 } },
} as const;

/** The small durable values and the copy, each closed and with a log: the values as a version before left them, the copy as a killed process does. */
export async function databaseTargets(root: string): Promise<Target[]> {
  return [await databaseTarget(root, STATE, false), await databaseTarget(root, STATE, true), await databaseTarget(root, CACHE, false), await databaseTarget(root, CACHE, true)];
}
