import type { QueueEntity } from '../../contract/entity.ts';
import type { ApiClient } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { PageCommit, Store } from '../../core/store/store.ts';
import type { ItemAnswer, ItemLook } from '../../core/sync/item-look.ts';
import type { ItemsStored } from '../../core/sync/port.ts';

/** Fetches single items that a person has on screen, ahead of the next poll. */
export interface ItemRefresher {
  /**
   * Fetches an item unless that happened within {@link FRESH_MS}; one request for any number of callers. An item that is
   * gone is marked so, which is an answer too. Rejects with EngineError.
   */
  fetch(entity: QueueEntity, id: string): Promise<void>;
  /** Drops what is under way; resolves when nothing of it can be stored any more. */
  dispose(): Promise<void>;
}

/** What the refresher needs. */
export interface ItemRefresherNeeds {
  readonly client: Pick<ApiClient, 'can'>;
  /** The one that reading uses too, so that their answers are kept in order. */
  readonly items: ItemLook;
  readonly store: Pick<Store, 'commitPage'>;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onStored: (stored: ItemsStored) => void;
}

/** A row this young is shown as it is: clicking through a list must not spend the budget. */
export const FRESH_MS = 5_000;
/** Items remembered as fresh. */
const REMEMBERED = 200;

/** Makes an {@link ItemRefresher}. What it stores counts as opened (source `open`), so nobody is notified of what they look at. */
export function createItemRefresher({ client, items, store, clock, log, onStored }: ItemRefresherNeeds): ItemRefresher {
  const freshSince = new Map<string, number>();
  const running = new Map<string, Promise<void>>();
  const abort = new AbortController();

  const isFresh = (key: string): boolean => {
    const since = freshSince.get(key);
    return since !== undefined && clock.mono() - since < FRESH_MS;
  };
  const remember = (key: string): void => {
    freshSince.delete(key);
    freshSince.set(key, clock.mono());
    const [oldest] = freshSince.keys();
    if (freshSince.size > REMEMBERED && oldest !== undefined) freshSince.delete(oldest);
  };
  const whatToStore = async (entity: QueueEntity, id: string, answer: ItemAnswer): Promise<Pick<PageCommit, 'rows' | 'gone'>> => {
    const { row, asked } = answer;
    if (row !== null) return { rows: items.order.shown(entity, [row], asked).rows };
    if (!(await answer.proven())) throw answer.error;
    return { rows: [], gone: items.order.gone(entity, [id], asked).has(id) ? [{ id, how: answer.how }] : [] };
  };
  const load = async (entity: QueueEntity, id: string, key: string): Promise<void> => {
    await items.look(entity, id, { lane: 'open', signal: abort.signal }, async (answer) => {
      abort.signal.throwIfAborted();
      const found = await whatToStore(entity, id, answer);
      abort.signal.throwIfAborted();
      const outcome = await store.commitPage({ entity, ...found, quarantined: [], source: 'open', baseline: false, now: clock.now() });
      remember(key);
      const ids = [...outcome.created, ...outcome.changed, ...outcome.deleted];
      if (ids.length > 0) onStored({ entity, ids, all: false });
    });
  };
  return {
    async fetch(entity, id) {
      const key = `${entity}/${id}`;
      if (isFresh(key) || !client.can(entity, 'get')) return;
      const flight = running.get(key) ?? load(entity, id, key).finally(() => running.delete(key));
      running.set(key, flight);
      await flight.catch((error: unknown) => {
        log.info('item.notRefreshed', { entity, code: error instanceof EngineError ? error.code : 'unexpected' });
        throw error;
      });
    },
    async dispose() {
      abort.abort(new EngineError('signedOut'));
      await Promise.allSettled(running.values());
    },
  };
}
