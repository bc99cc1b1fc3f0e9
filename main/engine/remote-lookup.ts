import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import type { QueueEntity } from '../../contract/entity.ts';
import type { AnyRecord } from '../../contract/models/records.ts';
import type { ApiClient } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Store } from '../../core/store/store.ts';
import type { ItemLook } from '../../core/sync/item-look.ts';
import type { ItemsStored } from '../../core/sync/port.ts';

/** An item that Cxpress had. */
export interface RemoteFind {
  readonly entity: QueueEntity;
  readonly id: string;
}

/** Asks Cxpress for what the local copy does not have. */
export interface RemoteLookup {
  /**
   * Asks for a ticket and a task by this number or id, at lookup priority, and stores what comes. Empty when Cxpress
   * knows neither. Rejects with EngineError when nothing was found and one of the answers was no answer, and with the
   * signal's reason when that aborts.
   */
  find(key: string, signal: AbortSignal): Promise<readonly RemoteFind[]>;
  /** Drops what is under way; resolves when nothing of it can be stored any more. */
  dispose(): Promise<void>;
}

/** What the remote lookup needs. */
export interface RemoteLookupNeeds {
  readonly client: Pick<ApiClient, 'can' | 'list'>;
  /** The one that reading uses too, so that their answers are kept in order. */
  readonly items: ItemLook;
  /** Whether an entity's list can be asked for rows that hold a text. */
  readonly searches: (entity: QueueEntity) => boolean;
  readonly store: Pick<Store, 'commitPage'>;
  readonly clock: Clock;
  readonly onStored: (stored: ItemsStored) => void;
}

/** Rows of a searched list that are stored; a server that does not know the parameter sends all it has. */
const MOST_ROWS = 10;

/** Makes a {@link RemoteLookup}. A list with a documented search is asked by that, else the item by its id. */
export function createRemoteLookup({ client, items, searches, store, clock, onStored }: RemoteLookupNeeds): RemoteLookup {
  const ending = new AbortController();
  const running = new Set<Promise<unknown>>();

  const keep = async (entity: QueueEntity, rows: readonly AnyRecord[], signal: AbortSignal): Promise<RemoteFind[]> => {
    signal.throwIfAborted();
    if (rows.length === 0) return [];
    const stored = await store.commitPage({ entity, rows, quarantined: [], source: 'lookup', baseline: false, now: clock.now() });
    const ids = [...stored.created, ...stored.changed, ...stored.deleted];
    if (ids.length > 0) onStored({ entity, ids, all: false });
    return rows.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => ({ entity, id }));
  };
  const bySearch = async (entity: QueueEntity, search: string, signal: AbortSignal): Promise<RemoteFind[]> => {
    const asked = items.order.ask();
    const { rows } = await client.list(entity, { cursor: null, updatedSince: null, order: 'newestFirst', lane: 'lookup', size: MOST_ROWS, search, signal });
    return keep(entity, items.order.shown(entity, rows.slice(0, MOST_ROWS), asked).rows, signal);
  };
  const byId = (entity: QueueEntity, id: string, signal: AbortSignal): Promise<RemoteFind[]> =>
    items.look(entity, id, { lane: 'lookup', signal }, async ({ row, ...answer }) => {
      if (row !== null) return keep(entity, items.order.shown(entity, [row], answer.asked).rows, signal);
      if ('how' in answer && answer.how === 'forbidden') throw answer.error;
      return [];
    });
  const ask = (entity: QueueEntity, key: string, signal: AbortSignal): Promise<RemoteFind[]> => {
    if (searches(entity)) return bySearch(entity, key, signal);
    return client.can(entity, 'get') ? byId(entity, key, signal) : Promise.resolve([]);
  };
  const all = async (key: string, signal: AbortSignal): Promise<RemoteFind[]> => {
    const answers = await Promise.allSettled(QUEUE_ENTITIES.map((entity) => ask(entity, key, signal)));
    signal.throwIfAborted();
    const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (found.length > 0) return found;
    const failures = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason as unknown] : []));
    // That one kind may not be read says less than that nothing can be asked at all.
    const worst = failures.find((error) => !(error instanceof EngineError && error.code === 'permissionMissing')) ?? failures[0];
    if (worst !== undefined) throw worst instanceof Error ? worst : new EngineError('internal', { cause: worst });
    return [];
  };
  return {
    async find(key, signal) {
      const job = all(key, AbortSignal.any([signal, ending.signal]));
      running.add(job);
      return job.finally(() => running.delete(job));
    },
    async dispose() {
      ending.abort(new EngineError('signedOut'));
      await Promise.allSettled(running);
    },
  };
}
