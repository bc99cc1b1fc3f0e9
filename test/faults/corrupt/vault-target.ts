import { createCipheriv, createDecipheriv } from 'node:crypto';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '../../../core/clock.ts';
import { openVault, type OpenedVault } from '../../../main/vault/open-vault.ts';
import { createSealer, type SafeStorage } from '../../../main/vault/sealer.ts';
import { silentLog } from './silent-log.ts';
import { gone } from './kept-bytes.ts';
import { EVERY, type Opening, type Target } from './target.ts';

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
      const opened = await open(folder);
      const again = await open(folder);
      const broken: string[] = [];
      if (opened.databaseKey === null || opened.vault.state !== 'keyring') broken.push(`not usable: ${opened.vault.state}`);
      if (again.databaseKey?.reveal() !== opened.databaseKey?.reveal() || again.notices.length > 0) broken.push('the next start finds something else');
      const rest = opened.databaseKey?.reveal() === key ? await keptKey(folder, damaged, opened) : await lostKey(folder, damaged, opened, names.length);
      return { verdict: rest.verdict, broken: [...broken, ...rest.broken] };
    },
  };
}

type Damaged = ReadonlyMap<string, Buffer | null>;

async function lostNames(folder: string, damaged: Damaged): Promise<string[]> {
  return (await gone(folder, damaged)).map((name) => `${name} is gone`);
}

/** The same key as before: the data is where it was, nothing is said, and what was harmed is mended with the harmed bytes kept. */
async function keptKey(folder: string, damaged: Damaged, { notices }: OpenedVault): Promise<Opening> {
  const broken = notices.map(({ code }) => `the key is there, yet it says ${code}`);
  if ((await readFile(join(folder, 'data', 'cache.db'), 'utf8')) !== 'rows') broken.push('the key is there, the data is not');
  const isAsItWas = async ([name, bytes]: [string, Buffer | null]): Promise<boolean> => bytes !== null && (await readFile(join(folder, name))).equals(bytes);
  const unharmed = (await Promise.all([...damaged].map(isAsItWas))).every(Boolean);
  return { verdict: unharmed ? 'unharmed' : 'restored', broken: [...broken, ...(await lostNames(folder, damaged))] };
}

/** Another key: only when both files are harmed, said, and with everything that the former key guards kept. */
async function lostKey(folder: string, damaged: Damaged, { notices }: OpenedVault, files: number): Promise<Opening> {
  const codes = notices.map(({ code }) => code).join();
  const broken = codes === 'vaultUnreadable' ? [] : [`another key, and it says ${codes || 'nothing'}`];
  if (damaged.size < files) broken.push('one of two files was whole, and still the key was given up');
  const kept = new Map([...damaged, ['data/cache.db', Buffer.from('rows')]] as [string, Buffer | null][]);
  return { verdict: 'movedAside', broken: [...broken, ...(await lostNames(folder, kept))] };
}
