import type { StateStore } from '../../core/store/store.ts';

/** A state store whose values of this run are known without asking the disk. */
export interface RememberedState {
  readonly state: StateStore;
  /** Writes what is known into a file that was made anew. */
  giveBack(fresh: StateStore): Promise<void>;
}

/**
 * Remembers what passes through. The values are small and few (sealed tokens, rate ledger, block deadline), and when
 * their file breaks while the app runs they are all that is left of it.
 */
export function rememberState(inner: StateStore): RememberedState {
  const known = new Map<string, Uint8Array>();
  return {
    state: {
      async get(key) {
        const value = await inner.get(key);
        if (value !== null) known.set(key, value);
        return value;
      },
      async set(key, value) {
        await inner.set(key, value);
        known.set(key, value);
      },
      async delete(key) {
        known.delete(key);
        await inner.delete(key);
      },
    },
    async giveBack(fresh) {
      for (const [key, value] of known) await fresh.set(key, value);
    },
  };
}
