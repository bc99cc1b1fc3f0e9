import type { Store } from '../../core/store/store.ts';

/** The same store, telling `onIgnored` after a decision that may have made items read again: no row changed at the server, yet windows and counts look different. */
export function hearIgnored(store: Store, onIgnored: () => void): Store {
  return {
    ...store,
    async decide(verdicts) {
      await store.decide(verdicts);
      if (verdicts.some(({ decision, seqs }) => decision === 'ignored' && seqs.length > 0)) onIgnored();
    },
  };
}
