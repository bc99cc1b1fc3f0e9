import { lookupKey } from '../../../contract/lookup-key.ts';
import { PREVIEW_LENGTH } from '../../../contract/ipc/calls.ts';
import type { EventPayload } from '../../../contract/ipc/events.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Clock } from '../../../core/clock.ts';
import type { Store } from '../../../core/store/store.ts';
import type { ItemActions } from '../../desktop/item-actions.ts';
import type { RemoteLookup } from '../../engine/remote-lookup.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the lookup window's calls need. */
export interface LookupNeeds {
  readonly store: Pick<Store, 'lookup' | 'record'>;
  readonly clock: Clock;
  /** Agent key of the person at this desktop; null when they have not said who they are. */
  readonly me: () => string | null;
  readonly navigate: (target: EventPayload<'navigate'>) => void;
  readonly show: () => void;
  readonly hide: () => void;
  /** Null while nobody is signed in. */
  readonly remote: () => Pick<RemoteLookup, 'find'> | null;
  readonly items: ItemActions;
}

/** Calls that bring the window up and away; the others show what is stored and need somebody signed in. */
export type LookupWindowCalls = 'lookup.show' | 'lookup.open' | 'lookup.hide' | 'lookup.cancel';
/** See {@link LookupWindowCalls}. */
export type LookupDataCalls = 'lookup.search' | 'lookup.remote' | 'lookup.preview' | 'lookup.copy' | 'lookup.browse';

/** Brings the lookup window up, searches the local copy, asks Cxpress for what is not there, and leads from a result onwards. */
export function lookupHandlers(needs: LookupNeeds): HandlersOf<LookupWindowCalls | LookupDataCalls> {
  const { store, clock, me, navigate, show, hide, remote, items } = needs;
  let asking = new AbortController();
  const cancel = (): AbortSignal => {
    asking.abort();
    asking = new AbortController();
    return asking.signal;
  };
  return {
    async 'lookup.search'({ query, limit }) {
      const begun = clock.mono();
      const results = await store.lookup(query, limit, me());
      return ok({ results, tookMs: Math.max(0, clock.mono() - begun) });
    },
    async 'lookup.remote'({ query }) {
      const signal = cancel();
      const key = lookupKey(query);
      if (key === null) return ok({ results: [] });
      const asked = remote();
      if (asked === null) return fail('signedOut');
      const found = await asked.find(key, signal).catch((error: unknown) => {
        // Whoever asked has typed on.
        if (signal.aborted) return [];
        throw error;
      });
      const named = await Promise.all(found.map(async ({ entity, id }) => (await store.lookup(id, 10)).find((one) => one.entity === entity && one.id === id)));
      return ok({ results: named.filter((one) => one !== undefined) });
    },
    'lookup.cancel'() {
      cancel();
      return ok(null);
    },
    async 'lookup.preview'({ entity, id }) {
      const record = await store.record(entity, id);
      if (record === null) return fail('notFound');
      return ok({ description: record.description.slice(0, PREVIEW_LENGTH), assigneeName: record.assigneeName });
    },
    'lookup.copy': async ({ entity, id }) => ok({ copied: await items.copy(entity, id, 'link') }),
    async 'lookup.browse'({ entity, id }) {
      const opened = await items.browse(entity, id);
      if (opened) hide();
      return ok({ opened });
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
