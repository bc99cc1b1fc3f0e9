import { fail, ok } from '../../../contract/result.ts';
import type { Store } from '../../../core/store/store.ts';
import type { ItemsStored } from '../../../core/sync/port.ts';
import type { ItemRefresher } from '../../engine/item-refresher.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about queues and items need. */
export interface QueueNeeds {
  readonly store: Pick<Store, 'queuePage' | 'itemDetail' | 'markRead'>;
  /** Null while nobody is signed in: then only what is stored is shown. */
  readonly refresher: () => Pick<ItemRefresher, 'fetch'> | null;
  readonly onItems: (items: ItemsStored) => void;
}

/** Reads queues and items from the local copy; an opened item is fetched anew behind the answer. */
export function queueHandlers({ store, refresher, onItems }: QueueNeeds): HandlersOf<'queue.page' | 'item.get' | 'item.markRead'> {
  return {
    'queue.page': async (request) => ok(await store.queuePage(request)),

    async 'item.get'({ entity, id }) {
      const stored = await store.itemDetail(entity, id);
      const fetched = refresher()?.fetch(entity, id);
      if (stored) {
        fetched?.catch(() => undefined); // It is logged; what is stored is shown meanwhile.
        return ok(stored);
      }
      await fetched;
      const now = await store.itemDetail(entity, id);
      return now ? ok(now) : fail('notFound');
    },

    async 'item.markRead'({ entity, ids, read }) {
      await store.markRead(entity, ids, read);
      onItems({ entity, ids, all: false });
      return ok(null);
    },
  };
}
