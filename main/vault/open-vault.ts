import { randomBytes } from 'node:crypto';
import { lstat } from 'node:fs/promises';
import type { Notice } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import { Secret } from '../../core/secret.ts';
import type { Vault } from '../../core/session/port.ts';
import { copyOf, readKeyFile, writeKeyFile } from './key-file.ts';
import type { KeyFound, KeyReading } from './key-file.ts';
import { moveAside } from './move-aside.ts';
import type { Sealer } from './sealer.ts';

/** What {@link openVault} needs. */
export interface VaultPlace extends KeyReading {
  /** The sealed database key, `vault.bin`; a second copy of it lies beside it. */
  readonly keyFile: string;
  /** Folder of the databases, moved aside as a whole when their key is lost. */
  readonly dataFolder: string;
  readonly clock: Clock;
}

/** An open vault and the key of the databases. */
export interface OpenedVault {
  readonly vault: Vault;
  /** 64 hexadecimal digits (32 random bytes); null when nothing may be written to disk. */
  readonly databaseKey: Secret | null;
  readonly notices: readonly Notice[];
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
      if (found.state === 'damaged') await moveAside(path, 'vault-unreadable', place.clock.now());
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

/** A fresh key. What the lost key sealed goes aside first: without it, it reads as noise and would be taken for damage. */
async function newKey(place: VaultPlace): Promise<{ key: Secret; lost: boolean }> {
  const now = place.clock.now();
  const moved = [await moveAside(place.dataFolder, 'data-unreadable', now)];
  for (const path of [place.keyFile, copyOf(place.keyFile)]) moved.push(await moveAside(path, 'vault-unreadable', now));
  const key = new Secret(randomBytes(KEY_BYTES).toString('hex'));
  await writeKeyFile(place.keyFile, place.sealer, key);
  await writeKeyFile(copyOf(place.keyFile), place.sealer, key).catch((error: unknown) => place.log.warn('vault.notMended', { error }));
  return { key, lost: moved.includes(true) };
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
    if (kept !== 'lost') return { vault: portOf('keyring', place.sealer), databaseKey: kept, notices: [] };
    const { key, lost } = await newKey(place);
    return { vault: portOf('keyring', place.sealer), databaseKey: key, notices: lost ? [{ code: 'vaultUnreadable' }] : [] };
  } catch (error) {
    place.log.error('vault.notWritable', { error });
    return closed(place, (await mayHoldKey(place.keyFile)) ? 'vaultNotRead' : 'keyringAbsent');
  }
}
