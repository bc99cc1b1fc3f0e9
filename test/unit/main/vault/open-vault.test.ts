import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../../core/secret.ts';
import { openVault } from '../../../../main/vault/open-vault.ts';
import { createSealer } from '../../../../main/vault/sealer.ts';
import { fakeAsyncSafeStorage, fakeSafeStorage, workingKeyring } from '../../../support/electron/fake-safe-storage.ts';
import type { FakeKeyring } from '../../../support/electron/fake-safe-storage.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function desk(keyring: FakeKeyring = workingKeyring()) {
  const folder = temporaryFolder();
  const keyFile = join(folder, 'vault.bin');
  const dataFolder = join(folder, 'data');
  const log = recordingLog();
  const clock = fakeClock();
  const open = (safeStorage = fakeSafeStorage(keyring), readFile?: (path: string) => Promise<Uint8Array>) =>
    openVault({ sealer: createSealer(safeStorage, 'linux'), keyFile, dataFolder, plain: ['rate-ledger'], clock, log, ...(readFile ? { readFile } : {}) });
  const writeData = (): void => {
    mkdirSync(dataFolder);
    writeFileSync(join(dataFolder, 'cache.db'), 'rows');
  };
  return { folder, keyFile, dataFolder, log, clock, keyring, open, writeData };
}

describe('openVault', () => {
  it('makes a key of 32 random bytes, keeps it sealed, and finds it again', async () => {
    const { open, keyFile, keyring } = desk();
    const first = await open();
    const second = await open();
    expect(first.vault).toMatchObject({ state: 'keyring', backend: 'gnome_libsecret' });
    expect(first.databaseKey?.reveal()).toMatch(/^[0-9a-f]{64}$/);
    expect(second.databaseKey?.reveal()).toBe(first.databaseKey?.reveal());
    expect(readFileSync(keyFile, 'latin1').startsWith(keyring.prefix)).toBe(true);
    expect([first.notices, second.notices]).toEqual([[], []]);
    expect((await desk().open()).databaseKey?.reveal()).not.toBe(first.databaseKey?.reveal());
  });

  it('seals secrets for the session', async () => {
    const { vault } = await desk().open();
    expect((await vault.unseal(await vault.seal(new Secret('tok')))).reveal()).toBe('tok');
  });

  it.each([['no encryption', { available: false }], ['basic_text', { backend: 'basic_text' }]])('keeps everything in memory with %s, and writes nothing', async (_what, change) => {
    const { open, folder } = desk({ ...workingKeyring(), ...change });
    const { vault, databaseKey, notices } = await open();
    expect([vault.state, databaseKey, notices.map(({ code }) => code)]).toEqual(['memory', null, ['keyringAbsent']]);
    expect(readdirSync(folder)).toEqual([]);
    await expect(vault.seal(new Secret('tok'))).rejects.toMatchObject({ code: 'storageUnavailable' });
    await expect(vault.unseal(new Uint8Array(3))).rejects.toMatchObject({ code: 'storageUnavailable' });
  });

  it('leaves every file alone while the keyring is locked, and opens them when it is not', async () => {
    const { open, writeData, folder, keyring, keyFile, dataFolder } = desk();
    const before = (await open()).databaseKey?.reveal();
    writeData();
    keyring.available = false;
    const locked = await open();
    expect([locked.vault.state, locked.databaseKey, locked.notices.map(({ code }) => code)]).toEqual(['locked', null, ['keyringLocked']]);
    expect(readdirSync(folder).sort()).toEqual(['data', 'vault.bin', 'vault.bin.copy']);
    keyring.available = true;
    expect((await open()).databaseKey?.reveal()).toBe(before);
    expect([existsSync(keyFile), existsSync(join(dataFolder, 'cache.db'))]).toEqual([true, true]);
  });

  const damages: [string, (path: string, d: ReturnType<typeof desk>) => void][] = [
    ['a torn file', (path) => writeFileSync(path, 'v11')],
    ['an empty file', (path) => writeFileSync(path, '')],
    ['something else that was sealed', (path, d) => writeFileSync(path, fakeSafeStorage(d.keyring).encryptString('not a key'))],
    ['a folder in its place', (path) => {
      rmSync(path);
      mkdirSync(path);
    }],
  ];

  it.each(damages)('uses the other of two files of the key, and mends the first, after %s', async (_what, damage) => {
    for (const name of ['vault.bin', 'vault.bin.copy']) {
      const d = desk();
      const former = (await d.open()).databaseKey?.reveal();
      d.writeData();
      damage(join(d.folder, name), d);
      const opened = await d.open();
      expect([opened.databaseKey?.reveal(), opened.notices, existsSync(join(d.dataFolder, 'cache.db'))]).toEqual([former, [], true]);
      expect(readdirSync(d.folder).sort()).toEqual(['data', `vault-unreadable-20260105-120000-000${name.slice('vault'.length)}`, 'vault.bin', 'vault.bin.copy']);
      expect(readFileSync(join(d.folder, name)).equals(fakeSafeStorage(d.keyring).encryptString(former ?? ''))).toBe(true);
    }
  });

  it('makes the second file for who has one only, and seals no key twice at the cost of another', async () => {
    const d = desk();
    const former = (await d.open()).databaseKey?.reveal();
    rmSync(`${d.keyFile}.copy`);
    expect((await d.open()).databaseKey?.reveal()).toBe(former);
    rmSync(d.keyFile);
    expect((await d.open()).databaseKey?.reveal()).toBe(former);
    expect(existsSync(d.keyFile)).toBe(true);
  });

  it.each(['EIO', 'EACCES', 'EMFILE', 'EPERM'])('replaces nothing while the disk does not give the key: %s', async (code) => {
    const d = desk();
    const former = (await d.open()).databaseKey?.reveal();
    d.writeData();
    const without = (name: string) => async (path: string): Promise<Uint8Array> => {
      if (path.endsWith(name)) throw Object.assign(new Error(code), { code });
      return readFileSync(path);
    };
    const { vault, databaseKey, notices } = await d.open(undefined, without(''));
    expect([vault.state, databaseKey, notices.map((notice) => notice.code)]).toEqual(['locked', null, ['vaultNotRead']]);
    expect(readdirSync(d.folder).sort()).toEqual(['data', 'vault.bin', 'vault.bin.copy']);
    expect((await d.open(undefined, without('vault.bin'))).databaseKey?.reveal()).toBe(former);
    expect((await d.open()).databaseKey?.reveal()).toBe(former);
  });

  it('takes a keyring that is locked between two questions for locked, not for another one', async () => {
    const d = desk();
    await d.open();
    d.writeData();
    const real = fakeSafeStorage(d.keyring);
    const closing = { ...real, decryptString: (bytes: Buffer) => {
      d.keyring.available = false;
      return real.decryptString(bytes);
    } };
    const { vault, notices } = await d.open(closing);
    expect([vault.state, notices.map(({ code }) => code)]).toEqual(['locked', ['keyringLocked']]);
    expect(readdirSync(d.folder).sort()).toEqual(['data', 'vault.bin', 'vault.bin.copy']);
  });

  it.each<[string, (d: ReturnType<typeof desk>) => void]>([
    ['another keyring', (d) => void (d.keyring.key = 'b')],
    ...damages.slice(0, 3).map(([what, damage]): [string, (d: ReturnType<typeof desk>) => void] => [`both of ${what}`, (d) => [d.keyFile, `${d.keyFile}.copy`].forEach((path) => damage(path, d))]),
  ])('moves key and data aside, loses neither, and begins anew after %s', async (_what, harm) => {
    const d = desk();
    const former = (await d.open()).databaseKey?.reveal();
    d.writeData();
    harm(d);
    const kept = readFileSync(d.keyFile);
    const { vault, databaseKey, notices } = await d.open();
    expect([vault.state, notices.map(({ code }) => code)]).toEqual(['keyring', ['vaultUnreadable']]);
    expect(databaseKey?.reveal()).toMatch(/^[0-9a-f]{64}$/);
    expect(databaseKey?.reveal()).not.toBe(former);
    expect(readdirSync(d.folder).sort()).toEqual(['data-unreadable-20260105-120000-000', 'vault-unreadable-20260105-120000-000.bin', 'vault-unreadable-20260105-120000-000.bin.copy', 'vault.bin', 'vault.bin.copy']);
    expect(readFileSync(join(d.folder, 'vault-unreadable-20260105-120000-000.bin')).equals(kept)).toBe(true);
    expect(readFileSync(join(d.folder, 'data-unreadable-20260105-120000-000', 'cache.db'), 'utf8')).toBe('rows');
    expect((await d.open()).notices).toEqual([]);
  });

  it('finds key and data again when the former keyring is back, as often as it changes', async () => {
    const d = desk();
    const first = (await d.open()).databaseKey?.reveal();
    d.writeData();
    d.keyring.key = 'b';
    const other = (await d.open()).databaseKey?.reveal();
    mkdirSync(d.dataFolder);
    writeFileSync(join(d.dataFolder, 'cache.db'), 'rows of b');
    for (const [ring, key, rows] of [['a', first, 'rows'], ['b', other, 'rows of b'], ['a', first, 'rows']] as const) {
      d.keyring.key = ring === 'a' ? workingKeyring().key : ring;
      const opened = await d.open();
      expect([opened.databaseKey?.reveal(), opened.notices, opened.dataLost]).toEqual([key, [], true]);
      expect(readFileSync(join(d.dataFolder, 'cache.db'), 'utf8')).toBe(rows);
      expect((await d.open()).dataLost).toBe(false);
    }
    expect(readdirSync(d.folder).filter((name) => name.startsWith('data-unreadable'))).toHaveLength(1);
  });

  it('ends a move back that a death cut short after the data', async () => {
    const d = desk();
    const key = (await d.open()).databaseKey?.reveal();
    d.writeData();
    for (const end of ['', '.copy']) renameSync(`${d.keyFile}${end}`, join(d.folder, `vault-unreadable-20260104-120000-000.bin${end}`));
    const opened = await d.open();
    expect([opened.databaseKey?.reveal(), readFileSync(join(d.dataFolder, 'cache.db'), 'utf8')]).toEqual([key, 'rows']);
    expect(readdirSync(d.folder).sort()).toEqual(['data', 'vault.bin', 'vault.bin.copy']);
  });

  it('keeps the three newest keys with their data aside', async () => {
    const d = desk();
    for (let n = 0; n < 6; n++) {
      d.keyring.key = `ring ${n}`;
      await d.clock.advance(1_000);
      await d.open();
      mkdirSync(d.dataFolder);
      writeFileSync(join(d.dataFolder, 'cache.db'), `rows ${n}`);
    }
    const aside = readdirSync(d.folder).filter((name) => name.startsWith('data-unreadable'));
    expect(aside.map((name) => readFileSync(join(d.folder, name, 'cache.db'), 'utf8')).sort()).toEqual(['rows 2', 'rows 3', 'rows 4']);
    expect(readdirSync(d.folder).filter((name) => name.startsWith('vault-unreadable'))).toHaveLength(6);
  });

  it('leaves in place what no key guards when the rest goes aside', async () => {
    const d = desk();
    await d.open();
    d.writeData();
    writeFileSync(join(d.dataFolder, 'rate-ledger'), 'blocked');
    d.keyring.key = 'b';
    expect((await d.open()).dataLost).toBe(true);
    expect(readdirSync(d.dataFolder)).toEqual(['rate-ledger']);
    expect(readFileSync(join(d.dataFolder, 'rate-ledger'), 'utf8')).toBe('blocked');
  });

  it('moves nothing when there is no room for a fresh key, and says that the stored one was not read', async () => {
    const d = desk();
    await d.open();
    d.writeData();
    for (const path of [d.keyFile, `${d.keyFile}.copy`]) writeFileSync(path, 'v11');
    // Stands for a disk that takes no more: what the fresh key is renamed over cannot be replaced.
    mkdirSync(join(d.folder, 'vault.bin.next'));
    const { vault, databaseKey, notices } = await d.open();
    expect([vault.state, databaseKey, notices.map(({ code }) => code)]).toEqual(['locked', null, ['vaultNotRead']]);
    expect(readdirSync(d.folder).sort()).toEqual(['data', 'vault.bin', 'vault.bin.copy', 'vault.bin.next']);
  });

  it.skipIf(process.platform === 'win32')('waits for nobody when pipes lie where the key should', async () => {
    const d = desk();
    const key = (await d.open()).databaseKey?.reveal();
    rmSync(d.keyFile);
    execFileSync('mkfifo', [d.keyFile]);
    expect((await d.open()).databaseKey?.reveal()).toBe(key);
    for (const path of [d.keyFile, `${d.keyFile}.copy`]) rmSync(path);
    execFileSync('mkfifo', [d.keyFile]);
    expect((await d.open()).notices).toEqual([{ code: 'vaultUnreadable' }]);
  });

  it('moves data aside whose key is gone', async () => {
    const d = desk();
    await d.open();
    d.writeData();
    rmSync(d.keyFile);
    rmSync(`${d.keyFile}.copy`);
    expect((await d.open()).notices).toEqual([{ code: 'vaultUnreadable' }]);
    expect(existsSync(d.dataFolder)).toBe(false);
  });

  it('seals the key again when the system asks for it', async () => {
    const d = desk();
    const key = (await d.open()).databaseKey?.reveal();
    writeFileSync(d.keyFile, Buffer.from(readFileSync(d.keyFile, 'latin1').replace('v11', 'v12'), 'latin1'));
    expect((await d.open(fakeAsyncSafeStorage(d.keyring, true))).databaseKey?.reveal()).toBe(key);
    expect(readFileSync(d.keyFile, 'latin1').startsWith('v11')).toBe(true);
  });

  it('runs in memory when the key cannot be written', async () => {
    const d = desk();
    const nowhere = join(d.folder, 'missing', 'vault.bin');
    const opened = await openVault({ sealer: createSealer(fakeSafeStorage(d.keyring), 'linux'), keyFile: nowhere, dataFolder: d.dataFolder, clock: fakeClock(), log: d.log });
    expect([opened.vault.state, opened.databaseKey]).toEqual(['memory', null]);
  });

  it('writes no key and no token to the log', async () => {
    const d = desk();
    const key = (await d.open()).databaseKey?.reveal() ?? 'none';
    d.keyring.key = 'b';
    await d.open();
    expect(d.log.text()).toContain('vault.unreadable');
    expect(d.log.text()).not.toContain(key);
  });
});
