import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database, Driver } from '../../../core/store/driver/port.ts';
import { openDatabaseFile } from '../../../core/store/files/open-database.ts';
import { CACHE_PROBES, CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import type { Schema } from '../../../core/store/schema/migration.ts';
import { STATE_PROBES, STATE_SCHEMA } from '../../../core/store/schema/state-schema.ts';
import { stateCalls } from '../../../core/store/state-values.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { TEST_KEY } from '../../support/temp-store.ts';
import { gone } from './kept-bytes.ts';
import type { Files, Target } from './target.ts';

/** One of the two databases, with how to fill it and how to read from it what a later look compares. */
interface Kind {
  readonly file: string;
  readonly schema: Schema;
  readonly probes: readonly string[];
  /** Writes the `step`th state. */
  fill(db: Database, step: number): void;
  /** Everything that was written, as text; null when nothing is there. */
  read(db: Database): string | null;
}

const STATE: Kind = {
  file: 'state.db', schema: STATE_SCHEMA, probes: STATE_PROBES,
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
    return session === null && ledger === null ? null : `${Buffer.from(session ?? []).toString()} ${ledger?.length} ${ledger?.[0]} ${ledger?.every((byte) => byte === ledger[0])}`;
  },
};

const CACHE: Kind = {
  file: 'cache.db', schema: CACHE_SCHEMA, probes: CACHE_PROBES,
  fill: (db, step) => void storeCalls(db).commitPage(page('ticket', [0, 1, 2].map((n) => ticket(`t${n}`, { version: T0 + step, subject: `subject ${step}` })), { stream: { watermark: step, backfill: null, lastCompleteAt: T0 } })),
  read(db) {
    const store = storeCalls(db);
    const rows = store.lookup('subject', 9).map((row) => `${row.id} ${row.title}`).sort();
    return rows.length === 0 ? null : JSON.stringify([rows, store.stream('ticket').watermark, store.counts().ticket, store.pendingEvents(99).length]);
  },
};

function openIn(driver: Driver, directory: string, kind: Kind) {
  return openDatabaseFile({ driver, directory, path: join(directory, kind.file), key: TEST_KEY, schema: kind.schema, probes: kind.probes, now: T0, distrusted: false });
}

/** The files of a database that was filled; `log`: with its write-ahead log still beside it, as a killed process leaves it. */
async function filled(driver: Driver, root: string, kind: Kind, log: boolean): Promise<{ files: Files; states: (string | null)[] }> {
  const directory = await mkdtemp(join(root, 'golden-'));
  const opened = await openIn(driver, directory, kind);
  if (opened.outcome === 'newerThanApp') throw new Error('a fresh file is newer than the app');
  const states: (string | null)[] = [null];
  // Part of what was acknowledged is in the file and part in the log.
  for (let step = 0; step < 3; step++) {
    kind.fill(opened.db, step);
    states.push(kind.read(opened.db));
    if (step === 0) opened.db.pragma('wal_checkpoint(TRUNCATE)');
  }
  if (!log) opened.db.close();
  const files = new Map<string, Buffer>();
  for (const name of await readdir(directory)) files.set(name, await readFile(join(directory, name)));
  if (log) opened.db.close();
  await rm(directory, { recursive: true });
  return { files, states };
}

async function databaseTarget(root: string, kind: Kind, log: boolean): Promise<Target> {
  const driver = await chooseDriver('better-sqlite3-multiple-ciphers');
  const { files, states } = await filled(driver, root, kind, log);
  return {
    name: log ? `${kind.file} with its log` : kind.file,
    files,
    attacked: [...files.keys()].filter((name) => !log || name !== kind.file).map((name) => [name]),
    quick: kind === STATE ? { whole: log ? 400 : 4_096, stride: log ? 37 : 13 } : { whole: 100, stride: 499 },
    heavy: kind === STATE ? { whole: Infinity, stride: 1 } : { whole: 4_096, stride: 23 },
    async open(folder, damaged) {
      const opened = await openIn(driver, folder, kind);
      if (opened.outcome === 'newerThanApp') return { verdict: 'movedAside', broken: ['taken for a newer version'] };
      const found = kind.read(opened.db);
      kind.fill(opened.db, 7);
      const broken = kind.read(opened.db) === null ? ['what was written is not there'] : [];
      opened.db.close();
      if (opened.outcome === 'rebuilt') {
        // Its index is no data: SQLite makes it anew from the log whenever it opens a database.
        const kept = new Map([...damaged].filter(([name]) => !name.endsWith('-shm') && !name.endsWith('-wal')));
        return { verdict: 'movedAside', broken: [...broken, ...(await gone(folder, kept)).map((name) => `${name} is gone`), ...(found === null ? [] : ['a fresh file holds something'])] };
      }
      if (found === states.at(-1)) return { verdict: 'unharmed', broken };
      // SQLite ends its log where a frame does not add up: an earlier commit, whole.
      if (log && states.includes(found)) return { verdict: 'older', broken };
      return { verdict: 'older', broken: [...broken, `it read other data: ${String(found).slice(0, 120)}`] };
    },
  };
}

/** The small durable values and the copy, each closed and as a killed process leaves it. */
export async function databaseTargets(root: string): Promise<Target[]> {
  return [await databaseTarget(root, STATE, false), await databaseTarget(root, STATE, true), await databaseTarget(root, CACHE, false), await databaseTarget(root, CACHE, true)];
}
