import { ok } from '../../../contract/result.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Store } from '../../../core/store/store.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the call about the ledger needs. */
export interface LedgerNeeds {
  readonly store: Pick<Store, 'ledgerPage'>;
  readonly clock: Pick<Clock, 'now'>;
}

/** Tells what became of every event, and why somebody was told or not. */
export function ledgerHandlers({ store, clock }: LedgerNeeds): HandlersOf<'ledger.page'> {
  return {
    'ledger.page': async (wish) => ok(await store.ledgerPage({ ...wish, now: clock.now() })),
  };
}
