import { existsSync } from 'node:fs';
import { readdir, rename, rm } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import { copyOf, readKeyFile } from './key-file.ts';
import type { KeyReading } from './key-file.ts';

/** Label of a key file that was moved aside, and of the data that it guards. */
export const KEY_ASIDE = 'vault-unreadable';
/** See {@link KEY_ASIDE}. */
export const DATA_ASIDE = 'data-unreadable';
/** How many keys with their data stay aside, and how many keys without; each of the former may hold a whole copy. */
const KEPT = 3;

/** Where key and data are, in force or aside: all in one folder. */
export interface FormerKeysPlace extends KeyReading {
  readonly keyFile: string;
  readonly dataFolder: string;
}

/** What was moved aside at one time: both files of a key, or one, and the data. */
interface Former {
  readonly at: string;
  readonly keys: readonly string[];
  readonly data: string | null;
}

/** Moves a key back; see {@link findFormerKey}. */
export interface MoveBack {
  /** Data lies aside, so what is in its place goes aside first. */
  readonly needsRoom: boolean;
  go(): Promise<void>;
}

/** Newest first. */
async function formerKeys(folder: string): Promise<Former[]> {
  const names = await readdir(folder);
  const timesOf = (label: string): string[] => names.filter((name) => name.startsWith(`${label}-`)).map((name) => name.slice(label.length + 1).split('.')[0] ?? '');
  const times = [...new Set([...timesOf(KEY_ASIDE), ...timesOf(DATA_ASIDE)])].sort().reverse();
  return times.map((at) => ({
    at,
    keys: names.filter((name) => name.startsWith(`${KEY_ASIDE}-${at}.`)).sort(),
    data: names.includes(`${DATA_ASIDE}-${at}`) ? `${DATA_ASIDE}-${at}` : null,
  }));
}

/**
 * Looks among the keys aside for one that opens now: a keyring that was another one for a while may be back. One counts
 * when its data lies aside with it; where no key is in force, one without data does too, for then the app may have died
 * while it moved them back. Returns what moves both back, or null. Nothing has changed until that is called.
 */
export async function findFormerKey(place: FormerKeysPlace): Promise<MoveBack | null> {
  const folder = dirname(place.keyFile);
  const none = ![place.keyFile, copyOf(place.keyFile)].some((path) => existsSync(path));
  for (const { at, keys, data } of await formerKeys(folder)) {
    if (data === null && !(none && existsSync(place.dataFolder))) continue;
    for (const name of keys) {
      if ((await readKeyFile(join(folder, name), place)).state !== 'open') continue;
      const go = async (): Promise<void> => {
        place.log.info('vault.keyIsBack', { at });
        // The data first: a death in between leaves a key aside that opens, and no key in force.
        if (data !== null) await rename(join(folder, data), place.dataFolder);
        for (const key of keys) await rename(join(folder, key), place.keyFile + key.slice(`${KEY_ASIDE}-${at}${extname(place.keyFile)}`.length));
      };
      return { needsRoom: data !== null, go };
    }
  }
  return null;
}

/** Drops the oldest of what is aside. */
export async function dropOldFormerKeys(folder: string): Promise<void> {
  const all = await formerKeys(folder);
  const old = [...all.filter(({ data }) => data !== null).slice(KEPT), ...all.filter(({ data }) => data === null).slice(KEPT)];
  for (const { keys, data } of old) {
    for (const name of data === null ? keys : [...keys, data]) await rm(join(folder, name), { recursive: true, force: true });
  }
}
