import * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import { asEngineError } from '../../../core/store/driver/faults.ts';
import { openDatabaseFile } from '../../../core/store/files/open-database.ts';
import { CACHE_PROBES, CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { writeDurably, type DurableDisk } from '../../../main/vault/durable-file.ts';
import type { Choose } from '../../support/choose.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { TEST_KEY } from '../../support/temp-store.ts';
import { must, type Notebook } from './findings.ts';

const ROUNDS = 4;

/** Where no small file system can be mounted: a database that may not grow, which SQLite answers as it answers a full disk. */
export async function standInForStore(folder: string, choose: Choose, book: Notebook): Promise<void> {
  const driver = await chooseDriver('better-sqlite3-multiple-ciphers');
  const open = () => openDatabaseFile({ driver, directory: folder, path: join(folder, 'cache.db'), key: TEST_KEY, schema: CACHE_SCHEMA, probes: CACHE_PROBES, now: T0, distrusted: false, sibling: '', journal: 'WAL', salvage: null });
  let stored = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const opened = await open();
    if (opened.outcome === 'newerThanApp') throw new Error('newer');
    book.counts.starts += 1;
    must(book, opened.outcome === (round === 0 ? 'created' : 'opened'), `reopened as ${opened.outcome}`);
    const store = storeCalls(opened.db);
    const commit = (n: number) => store.commitPage(page('ticket', Array.from({ length: 10 }, (_v, i) => ticket(`p${n}r${i}`, { description: 'x'.repeat(900) })), { stream: { watermark: n, backfill: null, lastCompleteAt: T0 } }));
    opened.db.pragma(`max_page_count = ${Number(opened.db.pragma('page_count')) + choose(20)}`);
    let error: unknown = null;
    for (let tries = 0; tries < 40 && error === null; tries++) {
      try {
        book.counts.commits += 1;
        commit(stored);
        stored += 1;
        book.counts.acknowledged += 1;
      } catch (caught) {
        error = caught;
        book.counts.refused += 1;
      }
    }
    const said = asEngineError(error);
    must(book, said.code === 'storageUnavailable' && said.retry, `a full disk is reported as ${said.code}`);
    book.counts.reads += 1;
    must(book, store.counts().ticket === stored * 10 && (store.stream('ticket').watermark ?? -1) === stored - 1, 'rows and watermark differ on the full disk');
    opened.db.pragma('max_page_count = 1000000');
    commit(stored);
    stored += 1;
    book.counts.acknowledged += 1;
    book.counts.recoveries += 1;
    must(book, opened.db.pragma('quick_check') === 'ok', 'the file is damaged');
    opened.db.close();
  }
}

/** A disk that takes so many bytes and then refuses, sometimes after it took a part of what it was given. */
function nearlyFull(bytes: number): DurableDisk {
  let left = bytes;
  return {
    ...fs,
    readFile: (path) => fs.readFile(path),
    async open(path, flags, mode) {
      const file = await fs.open(path, flags, mode);
      return {
        sync: () => file.sync(),
        close: () => file.close(),
        async write(data, offset, length, position) {
          const taken = Math.min(length, left);
          if (taken === 0 && length > 0) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
          left -= taken;
          return file.write(data, offset, taken, position);
        },
      };
    },
  };
}

/** The vault's file on {@link nearlyFull}. */
export async function standInForVault(folder: string, choose: Choose, book: Notebook): Promise<void> {
  const path = join(folder, 'vault.bin');
  let content = Buffer.alloc(100, 1);
  await writeDurably(path, content);
  for (let n = 0; n < 12; n++) {
    const next = Buffer.alloc(1 + choose(8_000), n + 2);
    book.counts.vaultWrites += 1;
    const refused = await writeDurably(path, next, nearlyFull(choose(8_000))).then(() => false, () => true);
    book.counts.vaultRefused += refused ? 1 : 0;
    content = refused ? content : next;
    must(book, (await fs.readFile(path)).equals(content) && (await fs.readdir(folder)).every((name) => !name.endsWith('.tmp')), 'the file is neither old nor new, or a part was left behind');
  }
}
