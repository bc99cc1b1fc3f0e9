import { constants, open } from 'node:fs/promises';
import type { Logger } from '../../core/log.ts';
import { Secret } from '../../core/secret.ts';
import { writeDurably } from './durable-file.ts';
import type { Sealer } from './sealer.ts';

/** How a sealed key on disk was found. `unreadable`: the disk does not give it now, which says nothing of what it holds. */
export type KeyFound =
  | { readonly state: 'absent' | 'damaged' | 'unreadable' }
  | { readonly state: 'open'; readonly key: Secret; readonly stale: boolean };

const KEY_FORM = /^[0-9a-f]{64}$/;
/** Something other than a file is in its place: that does not pass by itself. Every other error may. */
const NO_FILE: readonly string[] = ['EISDIR', 'ENOTDIR', 'ELOOP', 'ENXIO'];
/** Largest file that is looked at, in bytes; a sealed key has a few hundred. */
const LARGEST = 64 * 1024;
const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? '';

/** The file of the second copy. The key is the one thing that cannot be fetched again, so one damaged file must not cost it. */
export function copyOf(keyFile: string): string {
  return `${keyFile}.copy`;
}

/** Where a fresh key waits until what the lost one guards is out of the way. */
export function nextOf(keyFile: string): string {
  return `${keyFile}.next`;
}

/** What reading a key needs. */
export interface KeyReading {
  readonly sealer: Sealer;
  readonly log: Logger;
  /** Reads a whole file; tests give a disk that refuses. */
  readonly readFile?: (path: string) => Promise<Uint8Array>;
}

/** Without waiting for whoever writes into a pipe: it would hold up the start for ever. */
async function readPlainFile(path: string): Promise<Uint8Array> {
  const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = await file.stat();
    if (!stats.isFile() || stats.size > LARGEST) throw Object.assign(new Error('Not a file, or far too large.'), { code: 'EISDIR' });
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Reads one sealed key and opens it. Never rejects. */
export async function readKeyFile(path: string, { sealer, log, readFile: read = readPlainFile }: KeyReading): Promise<KeyFound> {
  let sealed: Uint8Array;
  try {
    sealed = await read(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { state: 'absent' };
    const damaged = NO_FILE.includes(codeOf(error));
    log.warn(damaged ? 'vault.unreadable' : 'vault.notRead', { error });
    return { state: damaged ? 'damaged' : 'unreadable' };
  }
  try {
    const { text, stale } = await sealer.unseal(sealed);
    if (!KEY_FORM.test(text)) throw new Error('The vault holds something else than a key.');
    return { state: 'open', key: new Secret(text), stale };
  } catch (error) {
    log.warn('vault.unreadable', { error });
    // Between the question whether the keyring answers and this one it may have been locked.
    return { state: (await sealer.usable()) ? 'damaged' : 'unreadable' };
  }
}

/** Seals a key and makes it durable in one file. Rejects when the disk refuses; then the former content is still there. */
export async function writeKeyFile(path: string, sealer: Sealer, key: Secret): Promise<void> {
  await writeDurably(path, await sealer.seal(key.reveal()));
}
