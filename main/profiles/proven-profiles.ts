import { z } from 'zod';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Logger } from '../../core/log.ts';
import type { StateStore } from '../../core/store/store.ts';
import { profilePrint } from './profile-print.ts';

/** Which profiles have been seen to work: a connection test could read something by them. */
export interface ProvenProfiles {
  /** Reads what earlier runs have seen. False when nothing was ever kept. Never rejects. */
  load(): Promise<boolean>;
  has(profile: ApiProfile): boolean;
  /** Remembers it; a disk that refuses costs it at the next start only. */
  add(profile: ApiProfile): void;
}

const KEY = 'profiles.proven';
/** Prints that are remembered, newest last. */
const MOST = 50;
const printsSchema = z.array(z.string().max(64)).max(MOST);

/** Makes the memory, empty. It goes by what a profile does, so a copy or a new name stays proven and a corrected one does not. */
export function createProvenProfiles(state: StateStore, log: Logger): ProvenProfiles {
  let prints: readonly string[] = [];
  return {
    async load() {
      try {
        const bytes = await state.get(KEY);
        if (bytes === null) return false;
        prints = [...printsSchema.parse(JSON.parse(new TextDecoder().decode(bytes))), ...prints];
      } catch (error) {
        log.warn('profiles.provenNotRead', { error });
      }
      return true;
    },
    has: (profile) => prints.includes(profilePrint(profile)),
    add(profile) {
      const print = profilePrint(profile);
      if (prints.includes(print)) return;
      prints = [...prints, print].slice(-MOST);
      state.set(KEY, new TextEncoder().encode(JSON.stringify(prints))).catch((error: unknown) => log.warn('profiles.provenNotKept', { error }));
    },
  };
}
