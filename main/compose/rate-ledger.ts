import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { GOVERNOR_KEY } from '../../core/governor/stored-state.ts';
import type { Logger } from '../../core/log.ts';
import { preparePrivateFolder } from '../../core/store/files/private-folder.ts';
import { STATE_FILE } from '../../core/store/open-store.ts';
import type { StateStore } from '../../core/store/store.ts';
import { writeDurably } from '../vault/durable-file.ts';

/** The file of the rate ledger and of a block's deadline. */
export const LEDGER_FILE = 'rate-ledger';
/** The file begins with the SHA-256 of the rest: nothing else would tell a flipped bit in a number. */
const SUM_BYTES = 32;

/** What opening a ledger needs. */
export interface LedgerNeeds {
  readonly folder: string;
  /** Everything else that is kept, and a ledger of the versions that had no file for it. */
  readonly inner: StateStore;
  /** `inner` outlives the app. */
  readonly persistent: boolean;
  /** The file behind `inner` was lost and made anew. */
  readonly innerLost: boolean;
  readonly log: Logger;
}

/** A state store whose rate ledger is a plain file. */
export interface RateLedger {
  readonly state: StateStore;
  /** Nobody knows what an earlier run sent, or the next one will not know what this one does. */
  readonly lost: boolean;
}

const sumOf = (value: Uint8Array): Buffer => createHash('sha256').update(value).digest();

/** The file's value; null when there is none. Rejects when it cannot be read or holds something else. */
async function read(path: string): Promise<Uint8Array | null> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const value = bytes.subarray(SUM_BYTES);
  if (Buffer.compare(bytes.subarray(0, SUM_BYTES), sumOf(value)) !== 0) throw new Error('The rate ledger is damaged.');
  return new Uint8Array(value);
}

/** Removes what a crash left of writes under way. */
async function sweep(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${LEDGER_FILE}.`) && name.endsWith('.tmp')) await rm(join(folder, name), { force: true });
  }
}

/**
 * Keeps the rate ledger in a plain file, because the address must not be blocked by a desktop that cannot keep a secret:
 * without a keyring, or with a locked one, the databases are in memory and a restart would begin with a full budget in
 * the middle of a block. The ledger holds counts and times only. Where not even a file can be had, it says that it is lost.
 */
export async function openRateLedger({ folder, inner, persistent, innerLost, log }: LedgerNeeds): Promise<RateLedger> {
  const path = join(folder, LEDGER_FILE);
  try {
    if (!persistent) await preparePrivateFolder(folder);
    await sweep(folder);
  } catch (error) {
    log.warn('storage.ledgerNotKept', { error });
    return { state: inner, lost: true };
  }
  const state: StateStore = {
    get: async (key) => (key === GOVERNOR_KEY ? ((await read(path)) ?? inner.get(key)) : inner.get(key)),
    async set(key, value) {
      if (key !== GOVERNOR_KEY) return inner.set(key, value);
      await writeDurably(path, Buffer.concat([sumOf(value), value]));
      // What is older must never be found again.
      await inner.delete(key).catch(() => undefined);
    },
    async delete(key) {
      if (key === GOVERNOR_KEY) await rm(path, { force: true });
      await inner.delete(key);
    },
  };
  // A database that does not open now may hold the ledger of a version that had no file for it.
  const unseen = !persistent && existsSync(join(folder, STATE_FILE));
  return { state, lost: !existsSync(path) && (innerLost || unseen) };
}
