import { ok } from '../../../contract/result.ts';
import type { EventPayload } from '../../../contract/ipc/events.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Store } from '../../../core/store/store.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the lookup window's calls need. */
export interface LookupNeeds {
  readonly store: Pick<Store, 'lookup'>;
  readonly clock: Clock;
  readonly navigate: (target: EventPayload<'navigate'>) => void;
  readonly show: () => void;
  readonly hide: () => void;
}

/** Brings the lookup window up, searches the local copy and leads from a result to the main window. */
export function lookupHandlers({ store, clock, navigate, show, hide }: LookupNeeds): HandlersOf<'lookup.search' | 'lookup.show' | 'lookup.open' | 'lookup.hide'> {
  return {
    async 'lookup.search'({ query, limit }) {
      const begun = clock.mono();
      const results = await store.lookup(query, limit);
      return ok({ results, tookMs: Math.max(0, clock.mono() - begun) });
    },
    'lookup.show'() {
      show();
      return ok(null);
    },
    'lookup.open'({ entity, id }) {
      hide();
      navigate({ to: 'item', entity, id });
      return ok(null);
    },
    'lookup.hide'() {
      hide();
      return ok(null);
    },
  };
}
