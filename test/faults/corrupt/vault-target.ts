import { createCipheriv, createDecipheriv } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../core/clock.ts';
import { openVault, type OpenedVault } from '../../../main/vault/open-vault.ts';
import { createSealer, type SafeStorage } from '../../../main/vault/sealer.ts';
import { silentLog } from './silent-log.ts';
import { gone } from './kept-bytes.ts';
import { EVERY, type Target } from './target.ts';

const KEYRING_KEY = Buffer.alloc(16, 9);
/** Chromium's own: sixteen blanks, for every text. */
const IV = Buffer.alloc(16, 0x20);

/** A keyring that seals as Chromium does on Linux: AES-128-CBC behind `v11`, without a checksum. A flipped bit may open, to another text. */
const safeStorage: SafeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'gnome_libsecret',
  encryptString(text) {
    const cipher = createCipheriv('aes-128-cbc', KEYRING_KEY, IV);
    return Buffer.concat([Buffer.from('v11'), cipher.update(text, 'utf8'), cipher.final()]);
  },
  decryptString(bytes) {
    if (bytes.subarray(0, 3).toString() !== 'v11') throw new Error('unknown prefix');
    const decipher = createDecipheriv('aes-128-cbc', KEYRING_KEY, IV);
    return Buffer.concat([decipher.update(bytes.subarray(3)), decipher.final()]).toString();
  },
};

function open(folder: string): Promise<OpenedVault> {
  return openVault({ sealer: createSealer(safeStorage, 'linux'), keyFile: join(folder, 'vault.bin'), dataFolder: join(folder, 'data'), clock: systemClock(), log: silentLog });
}

/** The sealed key in its two files, with data that it guards. */
export async function vaultTarget(root: string): Promise<Target> {
  const golden = await mkdtemp(join(root, 'golden-'));
  const key = (await open(golden)).databaseKey?.reveal();
  const files = new Map<string, Buffer>();
  for (const name of await readdir(golden)) files.set(name, await readFile(join(golden, name)));
  await rm(golden, { recursive: true });
  const names = [...files.keys()];
  return {
    name: 'vault', files,
    attacked: [...names.map((name) => [name]), names],
    quick: EVERY, heavy: EVERY,
    async open(folder, damaged) {
      await mkdir(join(folder, 'data'));
      await writeFile(join(folder, 'data', 'cache.db'), 'rows');
      const { databaseKey, vault, notices } = await open(folder);
      const again = await open(folder);
      const broken: string[] = [];
      if (databaseKey === null || vault.state !== 'keyring') broken.push(`not usable: ${vault.state}`);
      if (again.databaseKey?.reveal() !== databaseKey?.reveal() || again.notices.length > 0) broken.push('the next start finds something else');
      const codes = notices.map((notice) => notice.code).join();
      if (databaseKey?.reveal() === key) {
        if (codes !== '' || (await readFile(join(folder, 'data', 'cache.db'), 'utf8')) !== 'rows') broken.push(`the key is there, yet ${codes || 'the data is not'}`);
        const asItWas = (await Promise.all([...damaged].map(async ([name, bytes]) => bytes !== null && (await readFile(join(folder, name))).equals(bytes)))).every(Boolean);
        if (!asItWas) broken.push(...(await gone(folder, damaged)).map((name) => `${name} is gone`));
        return { verdict: asItWas ? 'unharmed' : 'restored', broken };
      }
      if (codes !== 'vaultUnreadable') broken.push(`another key, and it says ${codes || 'nothing'}`);
      if (damaged.size < names.length) broken.push('one of two files was whole, and still the key was given up');
      const kept = new Map([...damaged, ['data/cache.db', Buffer.from('rows')]] as [string, Buffer | null][]);
      return { verdict: 'movedAside', broken: [...broken, ...(await gone(folder, kept)).map((name) => `${name} is gone`)] };
    },
  };
}
