import type { StateStore, Store } from '../../../core/store/store.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** What the check of the databases asks. */
export interface StorageCheckNeeds {
  readonly store: Pick<Store, 'counts'>;
  readonly state: StateStore;
  readonly persistent: boolean;
  /** Why nothing is kept although it could be. */
  readonly error: () => unknown;
}

const PROBE = 'diagnostics-probe';

/** Writes and removes a value, and counts the rows of the copy. */
export function storageCheck({ store, state, persistent, error }: StorageCheckNeeds): Check {
  return async () => {
    if (error() !== null) return verdict('storage', 'refused');
    try {
      await state.set(PROBE, new Uint8Array([1]));
      await state.delete(PROBE);
    } catch {
      return verdict('storage', 'refused');
    }
    const count = Object.values(await store.counts()).reduce((sum, one) => sum + one, 0);
    return verdict('storage', persistent ? 'kept' : 'memoryOnly', { count });
  };
}
