import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../core/clock.ts';
import { Secret } from '../../../core/secret.ts';
import type { StorePort } from '../../../core/store/worker/remote.ts';
import { openStorage } from '../../../main/compose/open-storage.ts';
import type { Storage } from '../../../main/compose/open-storage.ts';
import { recordingLog } from '../../support/electron/recording-log.ts';

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

  it('runs in memory without a key, and where the folder cannot be had, and says why', async () => {
    const without = await open(null);
    expect([without.persistent, without.error]).toEqual([false, null]);
    await writeFile(join(folder, 'file'), '');
    const nowhere = await open(key, join(folder, 'file', 'data'));
    await nowhere.state.set('k', bytes('v'));
    expect([nowhere.persistent, nowhere.error, await nowhere.state.get('k')]).toEqual([false, { code: 'storageUnavailable' }, bytes('v')]);
  });
});
