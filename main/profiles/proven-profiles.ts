import { z } from 'zod';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Logger } from '../../core/log.ts';
import type { StateStore } from '../../core/store/store.ts';
import { profilePrint, refreshPrint } from './profile-print.ts';

/** Which profiles have been seen to work in one respect. */
export interface ProvenProfiles {
  /** Reads what earlier runs have seen. False when nothing was ever kept. Never rejects. */
  load(): Promise<boolean>;
  has(profile: ApiProfile): boolean;
  /** Remembers it; a disk that refuses costs it at the next start only. */
  add(profile: ApiProfile): void;
}

/** Prints that are remembered, newest last. */
const MOST = 50;
const printsSchema = z.array(z.string().max(64)).max(MOST);

/** In what respect a profile works, and under which key that is kept. */
export interface Respect {
  readonly key: string;
  readonly print: (profile: ApiProfile) => string;
}

/** Something could be read by it. */
export const READING: Respect = { key: 'profiles.proven', print: profilePrint };
/** A token was renewed by it. Reading proves nothing of that: renewing has a path and a form of its own. */
export const RENEWING: Respect = { key: 'profiles.renewed', print: refreshPrint };

/** Makes the memory, empty. It goes by what a profile does, so a copy or a new name stays proven and a corrected one does not. */
export function createProvenProfiles(state: StateStore, log: Logger, { key, print: printOf }: Respect = READING): ProvenProfiles {
  let prints: readonly string[] = [];
  return {
    async load() {
      try {
        const bytes = await state.get(key);
        if (bytes === null) return false;
        prints = [...printsSchema.parse(JSON.parse(new TextDecoder().decode(bytes))), ...prints];
      } catch (error) {
        log.warn('profiles.provenNotRead', { error });
      }
      return true;
    },
    has: (profile) => prints.includes(printOf(profile)),
    add(profile) {
      const print = printOf(profile);
      if (prints.includes(print)) return;
      prints = [...prints, print].slice(-MOST);
      state.set(key, new TextEncoder().encode(JSON.stringify(prints))).catch((error: unknown) => log.warn('profiles.provenNotKept', { error }));
    },
  };
}
