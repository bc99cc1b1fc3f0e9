import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, mkdir, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Notice } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import { Secret } from '../../core/secret.ts';
import type { Vault } from '../../core/session/port.ts';
import { renameDurably, writeDurably } from './durable-file.ts';
import { DATA_ASIDE, dropOldFormerKeys, findFormerKey, KEY_ASIDE } from './former-keys.ts';
import { copyOf, nextOf, readKeyFile, writeKeyFile } from './key-file.ts';
import type { KeyFound, KeyReading } from './key-file.ts';
import { moveAside } from './move-aside.ts';
import type { Sealer } from './sealer.ts';

/** What {@link openVault} needs. */
export interface VaultPlace extends KeyReading {
  /** The sealed database key, `vault.bin`; a second copy of it lies beside it. */
  readonly keyFile: string;
  /** Folder of the databases, moved aside as a whole when their key is lost. */
  readonly dataFolder: string;
  /** Names of files in that folder which no key guards: they stay when the rest is moved aside. */
  readonly plain?: readonly string[];
  readonly clock: Clock;
}

/** An open vault and the key of the databases. */
export interface OpenedVault {
  readonly vault: Vault;
  /** 64 hexadecimal digits (32 random bytes); null when nothing may be written to disk. */
  readonly databaseKey: Secret | null;
  readonly notices: readonly Notice[];
  /** What the last run wrote is not in the data folder: it went aside, or older data took its place. */
  readonly dataLost: boolean;
}

const KEY_BYTES = 32;

function portOf(state: Vault['state'], sealer: Sealer): Vault {
  return {
    state,
    backend: sealer.backend,
    async seal(secret) {
      if (state !== 'keyring') throw new EngineError('storageUnavailable');
      return sealer.seal(secret.reveal());
    },
    async unseal(sealed) {
      if (state !== 'keyring') throw new EngineError('storageUnavailable');
      return new Secret((await sealer.unseal(sealed)).text);
    },
  };
}

/** Nothing is written: because there is no keyring, or because what is stored stays shut for now. */
function closed(place: VaultPlace, why: 'keyringAbsent' | 'keyringLocked' | 'vaultNotRead'): OpenedVault {
  place.log.warn('vault.unusable', { backend: place.sealer.backend, why });
  return {
    vault: portOf(why === 'keyringAbsent' ? 'memory' : 'locked', place.sealer),
    databaseKey: null,
    dataLost: false,
    notices: [{ code: why, params: { backend: place.sealer.backend } }],
  };
}

/** Whether a sealed key may lie there; a folder that cannot be looked into may hold one. */
async function mayHoldKey(keyFile: string): Promise<boolean> {
  const found = await Promise.all([keyFile, copyOf(keyFile)].map((path) => lstat(path).then(() => true, (error: NodeJS.ErrnoException) => error.code !== 'ENOENT')));
  return found.includes(true);
}

/** Writes the key wherever it is missing, damaged or sealed in a former way; what is damaged goes aside first. */
async function mend(place: VaultPlace, key: Secret, files: readonly { readonly path: string; readonly found: KeyFound }[]): Promise<void> {
  for (const { path, found } of files) {
    if (found.state === 'unreadable' || (found.state === 'open' && !found.stale && found.key.reveal() === key.reveal())) continue;
    try {
      if (found.state === 'damaged') await moveAside(path, KEY_ASIDE, place.clock.now());
      await writeKeyFile(path, place.sealer, key);
    } catch (error) {
      place.log.warn('vault.notMended', { error });
    }
  }
}

/** The key on disk, from whichever of its two files opens; `unreadable` when one may still open later. */
async function readKey(place: VaultPlace): Promise<Secret | 'unreadable' | 'lost'> {
  const paths = [place.keyFile, copyOf(place.keyFile)];
  const files = await Promise.all(paths.map(async (path) => ({ path, found: await readKeyFile(path, place) })));
  for (const { found } of files) {
    if (found.state !== 'open') continue;
    await mend(place, found.key, files);
    return found.key;
  }
  return files.some(({ found }) => found.state === 'unreadable') ? 'unreadable' : 'lost';
}

/** Moves data and key aside, under one time. True when there was any. */
async function setAside(place: VaultPlace): Promise<boolean> {
  const now = place.clock.now();
  const moved = [await moveAside(place.dataFolder, DATA_ASIDE, now)];
  for (const path of [place.keyFile, copyOf(place.keyFile)]) moved.push(await moveAside(path, KEY_ASIDE, now));
  return moved.includes(true);
}

/** What no key guards, read before the folder moves and written into the one in its place. */
async function keepPlain({ dataFolder, plain = [], log }: VaultPlace, move: () => Promise<void>): Promise<void> {
  const read = async (name: string): Promise<[string, Uint8Array] | null> => readFile(join(dataFolder, name)).then((bytes): [string, Uint8Array] => [name, bytes], () => null);
  const files = await Promise.all(plain.map(read));
  await move();
  for (const file of files) {
    if (file === null) continue;
    const [name, bytes] = file;
    await mkdir(dataFolder, { recursive: true, mode: 0o700 })
      .then(() => writeDurably(join(dataFolder, name), bytes))
      .catch((error: unknown) => log.warn('vault.plainNotKept', { error }));
  }
}

/**
 * A fresh key. What the lost key sealed goes aside first: without it, it reads as noise and would be taken for damage.
 * Before anything moves, the fresh one is on disk under another name, so a full disk changes nothing.
 */
async function newKey(place: VaultPlace): Promise<{ key: Secret; lost: boolean }> {
  const key = new Secret(randomBytes(KEY_BYTES).toString('hex'));
  const next = nextOf(place.keyFile);
  // A run that died between these steps has moved things already.
  let lost = existsSync(next);
  await writeKeyFile(next, place.sealer, key);
  await keepPlain(place, async () => {
    lost = (await setAside(place)) || lost;
  });
  await renameDurably(next, place.keyFile);
  await writeKeyFile(copyOf(place.keyFile), place.sealer, key).catch((error: unknown) => place.log.warn('vault.notMended', { error }));
  await dropOldFormerKeys(dirname(place.keyFile)).catch((error: unknown) => place.log.warn('vault.oldNotDropped', { error }));
  return { key, lost };
}

/** A key that was moved aside and opens again, with its data in place; null when there is none. What is in force goes aside. */
async function formerKey(place: VaultPlace): Promise<Secret | null> {
  const moveBack = await findFormerKey(place);
  if (moveBack === null) return null;
  await keepPlain(place, async () => {
    if (moveBack.needsRoom) await setAside(place);
    await moveBack.go();
  });
  await rm(nextOf(place.keyFile), { force: true }).catch(() => undefined);
  const key = await readKey(place);
  return typeof key === 'string' ? null : key;
}

/**
 * Opens the vault. Never rejects: where the system does not encrypt, or the key cannot be made durable, the app runs in
 * memory and says so. Files that a locked keyring guards, or that the disk does not give now, are left as they are: only
 * a key that was read and does not open is replaced, and even that one is moved aside and kept.
 */
export async function openVault(place: VaultPlace): Promise<OpenedVault> {
  if (!(await place.sealer.usable())) return closed(place, (await mayHoldKey(place.keyFile)) ? 'keyringLocked' : 'keyringAbsent');
  try {
    const kept = await readKey(place);
    if (kept === 'unreadable') return closed(place, (await place.sealer.usable()) ? 'vaultNotRead' : 'keyringLocked');
    if (kept !== 'lost') return { vault: portOf('keyring', place.sealer), databaseKey: kept, dataLost: false, notices: [] };
    const former = await formerKey(place);
    if (former !== null) return { vault: portOf('keyring', place.sealer), databaseKey: former, dataLost: true, notices: [] };
    const { key, lost } = await newKey(place);
    return { vault: portOf('keyring', place.sealer), databaseKey: key, dataLost: lost, notices: lost ? [{ code: 'vaultUnreadable' }] : [] };
  } catch (error) {
    place.log.error('vault.notWritable', { error });
    return closed(place, (await mayHoldKey(place.keyFile)) ? 'vaultNotRead' : 'keyringAbsent');
  }
}
