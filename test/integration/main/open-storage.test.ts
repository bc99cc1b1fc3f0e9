import { mkdtemp, open as openFile, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import type { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database } from '../../../core/store/driver/port.ts';
import { fileKey } from '../../../core/store/files/file-key.ts';
import type { StorePort } from '../../../core/store/worker/remote.ts';
import { openStorage } from '../../../main/compose/open-storage.ts';
import type { Storage } from '../../../main/compose/open-storage.ts';
import { recordingLog } from '../../support/electron/recording-log.ts';
import { page, ticket } from '../../support/records.ts';

const PROGRAM = new URL('../../../core/store/worker/entry.ts', import.meta.url);
const key = new Secret('ab'.repeat(32));
const bytes = (text: string) => new TextEncoder().encode(text);

let folder: string;
let opened: Storage[];
let workers: Worker[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cxpress-tray-storage-'));
  opened = [];
  workers = [];
});

afterEach(async () => {
  for (const storage of opened) await storage.store.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

async function open(withKey: Secret | null = key, data = join(folder, 'data')): Promise<Storage> {
  const spawn = (): StorePort => {
    const worker = new Worker(PROGRAM);
    workers.push(worker);
    return worker;
  };
  const storage = await openStorage({ folder: data, key: withKey, spawn, clock: systemClock(), log: recordingLog() });
  opened.push(storage);
  return storage;
}

/** Ends the newest worker from outside, as a crash would, and waits until another serves. */
async function crash(storage: Storage): Promise<void> {
  const reopened = new Promise<void>((resolve) => void storage.onReopened(resolve));
  await workers.at(-1)?.terminate();
  await reopened;
}

/** Opens one of the files with its own key, past the app. */
async function openBeside(path: string): Promise<Database> {
  return (await chooseDriver()).open(path, fileKey(Buffer.from(key.reveal(), 'hex'), basename(path)));
}

/** As a later version of the app would leave a file. */
async function fromTheFuture(path: string): Promise<void> {
  const db = await openBeside(path);
  db.exec('PRAGMA user_version = 99; CREATE TABLE from_the_future (x);');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** Has another connection write everything from the log into the file, which is where the damage goes. */
async function emptied(path: string): Promise<void> {
  const db = await openBeside(path);
  db.exec('PRAGMA busy_timeout = 5000');
  expect(db.pragma('wal_checkpoint(TRUNCATE)')).toBe(0);
  db.close();
}

/** Has another connection write, so that the pages which the open one remembers are read again. */
async function changedElsewhere(path: string): Promise<void> {
  const db = await openBeside(path);
  db.exec(`PRAGMA busy_timeout = 5000; INSERT OR REPLACE INTO state VALUES ('elsewhere', x'00')`);
  db.close();
}

/** Overwrites every page after the first few. */
async function damage(path: string): Promise<void> {
  const file = await openFile(path, 'r+');
  const { size } = await file.stat();
  const garbage = Buffer.alloc(Math.max(0, size - 16_384), 0xa5);
  await file.write(garbage, 0, garbage.length, 16_384);
  await file.close();
}

describe('storage', () => {
  it('keeps what it was given, for whoever has the key', async () => {
    const first = await open();
    await first.state.set('k', bytes('v'));
    await first.store.close();
    const again = await open();
    expect([await again.state.get('k'), again.persistent, again.notices, again.error]).toEqual([bytes('v'), true, [], null]);
  });

  it('goes on with a new worker when the old one dies, without a new object', async () => {
    const storage = await open();
    await storage.state.set('k', bytes('before'));
    await crash(storage);
    expect(await storage.state.get('k')).toEqual(bytes('before'));
    expect(workers).toHaveLength(2);
  });

  it('gives up on a worker that dies again and again', async () => {
    const storage = await open();
    for (let i = 0; i < 3; i++) await crash(storage);
    await workers.at(-1)?.terminate();
    await expect(storage.state.get('k')).rejects.toMatchObject({ code: 'storageUnavailable' });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(workers).toHaveLength(4);
  });

  it('starts no worker after it was closed', async () => {
    const storage = await open();
    await storage.store.close();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(workers).toHaveLength(1);
  });

  it('moves a broken file aside and says so', async () => {
    await (await open()).store.close();
    await writeFile(join(folder, 'data', 'state.db'), 'broken');
    const storage = await open();
    expect([storage.notices, storage.stateLost, storage.persistent]).toEqual([[{ code: 'databaseRebuilt' }], true, true]);
  });

  it('leaves files of a newer version as they are, fills others in their place, and finds the same ones again', async () => {
    await (await open()).store.close();
    const data = join(folder, 'data');
    await fromTheFuture(join(data, 'cache.db'));
    const before = await readFile(join(data, 'cache.db'));
    for (const rows of [0, 1]) {
      const storage = await open();
      expect([storage.notices, storage.persistent, storage.error, storage.stateLost]).toEqual([[{ code: 'databaseNewer' }], true, null, false]);
      expect((await storage.store.counts()).ticket).toBe(rows);
      await storage.store.commitPage(page('ticket', [ticket('a')]));
      await storage.state.set('k', bytes('v'));
      await storage.store.close();
    }
    expect((await readFile(join(data, 'cache.db'))).equals(before)).toBe(true);
    // The durable values were not newer, so both versions share them.
    expect(await readdir(join(data, 'older-version'))).not.toContain('state.db');
    await fromTheFuture(join(data, 'state.db'));
    const storage = await open();
    expect([storage.stateLost, await storage.state.get('k')]).toEqual([true, null]);
  });

  it('moves a copy aside that breaks while it is open, begins anew, says so, and goes on', async () => {
    const storage = await open();
    const news: string[] = [];
    storage.onNotice(({ code }) => news.push(code));
    await storage.state.set('k', bytes('v'));
    for (let i = 0; i < 40; i++) await storage.store.commitPage(page('ticket', Array.from({ length: 50 }, (_v, n) => ticket(`t${i}-${n}`, { description: 'text '.repeat(200) }))));
    await emptied(join(folder, 'data', 'cache.db'));
    await damage(join(folder, 'data', 'cache.db'));
    const reopened = new Promise<void>((resolve) => void storage.onReopened(resolve));
    const answers = await Promise.all(Array.from({ length: 40 }, (_v, i) => storage.store.record('ticket', `t${i}-7`).then(() => 'read', (error: unknown) => String((error as EngineError).params?.['reason']))));
    expect(answers.some((answer) => /^SQLITE_(CORRUPT|NOTADB|IOERR)/.test(answer))).toBe(true);
    await reopened;
    expect([news, await storage.state.get('k'), storage.error]).toEqual([['databaseRebuilt'], bytes('v'), null]);
    expect((await readdir(join(folder, 'data'))).filter((name) => name.startsWith('corrupt-'))).toHaveLength(1);
    expect((await storage.store.commitPage(page('ticket', [ticket('again')]))).created).toEqual(['again']);
    expect((await storage.store.counts()).ticket).toBe(1);
  });

  it('gives durable values back to their file when it breaks while it is open', async () => {
    const storage = await open();
    await storage.state.set('big', new Uint8Array(300_000).fill(7));
    await storage.state.set('tokens', bytes('sealed'));
    await changedElsewhere(join(folder, 'data', 'state.db'));
    await damage(join(folder, 'data', 'state.db'));
    const reopened = new Promise<void>((resolve) => void storage.onReopened(resolve));
    await storage.state.set('x', new Uint8Array(300_000)).catch(() => undefined);
    await storage.state.get('big').catch(() => undefined);
    await reopened;
    expect([await storage.state.get('tokens'), (await storage.state.get('big'))?.length]).toEqual([bytes('sealed'), 300_000]);
    await storage.store.close();
    expect(await (await open()).state.get('tokens')).toEqual(bytes('sealed'));
  });

  it('gives durable values back, and says so, when their file is gone after the worker died', async () => {
    const storage = await open();
    const news: string[] = [];
    storage.onNotice(({ code }) => news.push(code));
    await storage.state.set('tokens', bytes('sealed'));
    for (const name of await readdir(join(folder, 'data'))) if (name.startsWith('state.db')) await rm(join(folder, 'data', name));
    await crash(storage);
    expect([await storage.state.get('tokens'), news]).toEqual([bytes('sealed'), ['databaseRebuilt']]);
  });

  it('knows that the ledger is lost where the values are gone beside a copy that is there', async () => {
    await (await open()).store.close();
    for (const name of await readdir(join(folder, 'data'))) if (name.startsWith('state.db')) await rm(join(folder, 'data', name));
    expect((await open()).stateLost).toBe(true);
  });

  it('runs in memory without a key, and where the folder cannot be had, and says why', async () => {
    const without = await open(null);
    expect([without.persistent, without.error]).toEqual([false, null]);
    await writeFile(join(folder, 'file'), '');
    const nowhere = await open(key, join(folder, 'file', 'data'));
    await nowhere.state.set('k', bytes('v'));
    expect([nowhere.persistent, nowhere.error, await nowhere.state.get('k')]).toEqual([false, { code: 'storageUnavailable' }, bytes('v')]);
  });

  describe('keeps the rate ledger', () => {
    const ledger = () => join(folder, 'data', 'rate-ledger');

    it.each([['with a key', key], ['without one, which a locked keyring is too', null]])('over a restart %s', async (_name, withKey) => {
      const first = await open(withKey);
      expect([first.stateLost, await first.state.get('governor')]).toEqual([false, null]);
      await first.state.set('governor', bytes('ledger'));
      await first.store.close();
      for (const next of [await open(withKey), await open(withKey === null ? key : null)]) {
        expect([next.stateLost, await next.state.get('governor')]).toEqual([false, bytes('ledger')]);
        await next.store.close();
      }
    });

    it('and nothing else of a run without a key', async () => {
      const first = await open(null);
      await first.state.set('tokens', bytes('secret'));
      await first.state.set('governor', bytes('ledger'));
      expect(await readdir(join(folder, 'data'))).toEqual(['rate-ledger']);
      expect(String(await readFile(ledger()))).not.toContain('secret');
    });

    it('of a version that had no file for it, once', async () => {
      const before = await open();
      await before.state.set('k', bytes('v'));
      await before.store.close();
      const db = await openBeside(join(folder, 'data', 'state.db'));
      db.run('INSERT INTO state (key, value) VALUES (?, ?)', 'governor', bytes('old'));
      db.close();
      const storage = await open();
      expect(await storage.state.get('governor')).toEqual(bytes('old'));
      await storage.state.set('governor', bytes('new'));
      await rm(ledger());
      expect(await storage.state.get('governor')).toBeNull();
    });

    it('or says that it is lost: databases that do not open now, and a folder that takes no file', async () => {
      const before = await open();
      await before.state.set('k', bytes('v'));
      await before.store.close();
      expect((await open(null)).stateLost).toBe(true);
      await writeFile(join(folder, 'file'), '');
      expect((await open(key, join(folder, 'file', 'data'))).stateLost).toBe(true);
    });

    it('and refuses to read it when any bit of it was flipped or it was cut', async () => {
      const storage = await open(null);
      await storage.state.set('governor', bytes('{"mark":4}'));
      const whole = await readFile(ledger());
      for (let at = 0; at < whole.length; at++) {
        const flipped = Buffer.from(whole);
        flipped[at] = (flipped[at] as number) ^ 1;
        for (const harmed of [flipped, whole.subarray(0, at)]) {
          await writeFile(ledger(), harmed);
          await expect(storage.state.get('governor')).rejects.toThrow('damaged');
        }
      }
      await storage.state.set('governor', bytes('again'));
      expect(await storage.state.get('governor')).toEqual(bytes('again'));
    });

    it('without leaving parts of writes that a crash cut off', async () => {
      await (await open(null)).store.close();
      await writeFile(join(folder, 'data', 'rate-ledger.abc.tmp'), 'part');
      await open(null);
      expect(await readdir(join(folder, 'data'))).toEqual([]);
    });
  });
});
