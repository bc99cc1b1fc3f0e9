import { z } from 'zod';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { StateStore } from '../../core/store/store.ts';
import { profilePrint } from './profile-print.ts';

/**
 * The profile that the tokens and the copy's reading states belong to. It lies beside them and not only in the settings
 * file, which can be lost: tokens must not be sent by another profile's ways, nor its watermarks be read on by them.
 */
export interface KeptProfile {
  /** Null when none is kept or what is kept is no record. Rejects when the store cannot be read. */
  read(): Promise<{ readonly id: string; readonly print: string } | null>;
  /** Rejects when the disk refuses. */
  keep(profile: ApiProfile): Promise<void>;
}

const KEY = 'account.profile';
const recordSchema = z.object({ id: z.string().max(60), print: z.string().max(64) });

/** Makes a {@link KeptProfile} in state.db. */
export function createKeptProfile(state: StateStore): KeptProfile {
  return {
    async read() {
      const bytes = await state.get(KEY);
      if (bytes === null) return null;
      try {
        return recordSchema.parse(JSON.parse(new TextDecoder().decode(bytes)));
      } catch {
        return null;
      }
    },
    keep: (profile) => state.set(KEY, new TextEncoder().encode(JSON.stringify({ id: profile.id, print: profilePrint(profile) }))),
  };
}
