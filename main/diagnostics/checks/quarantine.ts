import type { Store } from '../../../core/store/store.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** Counts rows that could not be read. */
export function quarantineCheck(store: Pick<Store, 'quarantineCount'>): Check {
  return async () => {
    const count = await store.quarantineCount();
    return count === 0 ? verdict('quarantine', 'none') : verdict('quarantine', 'some', { count });
  };
}
