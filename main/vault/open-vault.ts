import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Notice } from '../../contract/status.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import type { Vault } from '../../core/session/port.ts';
import { writeDurably } from './durable-file.ts';
import { moveAside } from './move-aside.ts';
import type { Sealer } from './sealer.ts';

/** What {@link openVault} needs. */
export interface VaultPlace {
  readonly sealer: Sealer;
  /** The sealed database key, `vault.bin`. */
  readonly keyFile: string;
  /** Folder of the databases, moved aside as a whole when their key is lost. */
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/** An open vault and the key of the databases. */
export interface OpenedVault {
  readonly vault: Vault;
  /** 64 hexadecimal digits (32 random bytes); null when nothing may be written to disk. */
  readonly databaseKey: Secret | null;
  readonly notices: readonly Notice[];
}

const KEY_BYTES = 32;
const KEY_FORM = /^[0-9a-f]{64}$/;

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

/** Nothing is written: because there is no keyring, or because the one that holds our key stays shut. */
function closed(place: VaultPlace): OpenedVault {
  const locked = existsSync(place.keyFile);
  place.log.warn('vault.unusable', { backend: place.sealer.backend, locked });
  return {
    vault: portOf(locked ? 'locked' : 'memory', place.sealer),
    databaseKey: null,
    notices: [{ code: locked ? 'keyringLocked' : 'keyringAbsent', params: { backend: place.sealer.backend } }],
  };
}

async function keepKey(place: VaultPlace, key: Secret): Promise<void> {
  await writeDurably(place.keyFile, await place.sealer.seal(key.reveal()));
}

/** The key on disk; null when there is none or it cannot be opened. */
async function readKey(place: VaultPlace): Promise<Secret | null> {
  if (!existsSync(place.keyFile)) return null;
  try {
    const { text, stale } = await place.sealer.unseal(await readFile(place.keyFile));
    if (!KEY_FORM.test(text)) throw new Error('The vault holds something else than a key.');
    const key = new Secret(text);
    if (stale) await keepKey(place, key).catch((error: unknown) => place.log.warn('vault.resealFailed', { error }));
    return key;
  } catch (error) {
    place.log.warn('vault.unreadable', { error });
    return null;
  }
}

/** A fresh key. What the lost key sealed goes aside first: without it, it reads as noise and would be taken for damage. */
async function newKey(place: VaultPlace): Promise<{ key: Secret; lost: boolean }> {
  const now = place.clock.now();
  const dataLost = await moveAside(place.dataFolder, 'data-unreadable', now);
  const vaultLost = await moveAside(place.keyFile, 'vault-unreadable', now);
  const key = new Secret(randomBytes(KEY_BYTES).toString('hex'));
  await keepKey(place, key);
  return { key, lost: dataLost || vaultLost };
}

/**
 * Opens the vault. Never rejects: where the system does not encrypt, or the key cannot be made durable, the app runs in
 * memory and says so. Files that a locked keyring guards are left as they are.
 */
export async function openVault(place: VaultPlace): Promise<OpenedVault> {
  if (!(await place.sealer.usable())) return closed(place);
  try {
    const kept = await readKey(place);
    if (kept) return { vault: portOf('keyring', place.sealer), databaseKey: kept, notices: [] };
    const { key, lost } = await newKey(place);
    return { vault: portOf('keyring', place.sealer), databaseKey: key, notices: lost ? [{ code: 'vaultUnreadable' }] : [] };
  } catch (error) {
    place.log.error('vault.notWritable', { error });
    return closed(place);
  }
}
