import type { QueueEntity } from '../../../contract/entity.ts';
import { QUEUE_ENTITIES } from '../../../contract/entity.ts';
import type { Reply } from '../../../contract/ipc/calls.ts';
import { fail, ok } from '../../../contract/result.ts';
import type { Clock } from '../../../core/clock.ts';
import type { FilterWish, Store, Viewer } from '../../../core/store/store.ts';
import type { ItemsStored } from '../../../core/sync/port.ts';
import type { ItemRefresher } from '../../engine/item-refresher.ts';
import type { HandlersOf } from '../handlers.ts';

/** What the calls about queues and items need. */
export interface QueueNeeds {
  readonly store: Pick<Store, 'queuePage' | 'facets' | 'queueCounts' | 'markFilterRead' | 'undoRead' | 'agents' | 'itemDetail' | 'markRead' | 'follow' | 'snooze'>;
  /** Whose queues they are, read anew at each call. */
  readonly viewer: () => Viewer;
  readonly clock: Pick<Clock, 'now'>;
  /** Null while nobody is signed in: then only what is stored is shown. */
  readonly refresher: () => Pick<ItemRefresher, 'fetch'> | null;
  /** Whether the profile knows the address of such items in Cxpress. */
  readonly hasLink: (entity: QueueEntity) => boolean;
  readonly onItems: (items: ItemsStored) => void;
}

type QueueCalls = 'queue.page' | 'queue.facets' | 'queue.counts' | 'queue.markRead' | 'queue.undoRead' | 'agents.list' | 'item.get' | 'item.markRead' | 'item.follow' | 'item.snooze';

/** Reads queues and items from the local copy; an opened item is fetched anew behind the answer. What a person marks is told to every window. */
export function queueHandlers({ store, viewer, clock, refresher, hasLink, onItems }: QueueNeeds): HandlersOf<QueueCalls> {
  const wished = ({ entity, filter }: Pick<FilterWish, 'entity' | 'filter'>): FilterWish => ({ entity, filter, viewer: viewer(), now: clock.now() });
  const detail = async (entity: QueueEntity, id: string): Promise<Reply<'item.get'> | null> => {
    const stored = await store.itemDetail(entity, id);
    return stored && { ...stored, hasLink: hasLink(entity) };
  };
  return {
    'queue.page': async ({ offset, limit, ...wish }) => ok(await store.queuePage({ ...wished(wish), offset, limit })),
    'queue.facets': async ({ entity }) => ok(await store.facets(entity)),
    'queue.counts': async ({ filters }) => ok({ counts: await store.queueCounts(filters.map(wished)) }),
    'agents.list': async () => ok(await store.agents()),

    async 'queue.markRead'(wish) {
      const done = await store.markFilterRead(wished(wish));
      if (done.marked > 0) onItems({ entity: wish.entity, ids: [], all: true });
      return ok(done);
    },

    async 'queue.undoRead'({ batch }) {
      const done = await store.undoRead(batch);
      // The batch knows which queue it was of; nobody else needs to.
      if (done.restored > 0) for (const entity of QUEUE_ENTITIES) onItems({ entity, ids: [], all: true });
      return ok(done);
    },

    async 'item.get'({ entity, id }) {
      const stored = await detail(entity, id);
      const fetched = refresher()?.fetch(entity, id);
      if (stored) {
        fetched?.catch(() => undefined); // It is logged; what is stored is shown meanwhile.
        return ok(stored);
      }
      await fetched;
      const now = await detail(entity, id);
      return now ? ok(now) : fail('notFound');
    },

    async 'item.markRead'({ entity, ids, read }) {
      await store.markRead(entity, ids, read);
      onItems({ entity, ids, all: false });
      return ok(null);
    },

    async 'item.follow'({ entity, id, follow }) {
      await store.follow(entity, id, follow);
      onItems({ entity, ids: [id], all: false });
      return ok(null);
    },

    async 'item.snooze'(wish) {
      await store.snooze(wish);
      onItems({ entity: wish.entity, ids: wish.ids, all: false });
      return ok(null);
    },
  };
}
