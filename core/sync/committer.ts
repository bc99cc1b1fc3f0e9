import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import type { PageCommit, Store } from '../store/store.ts';
import type { ItemsStored } from './port.ts';

/** A commit without what the committer adds. */
export type Commit = (page: Omit<PageCommit, 'now'>) => Promise<readonly string[]>;

/** Ids in one announcement; more of them are announced as `all`. */
const MOST_IDS = 500;

function announcement(entity: Entity, ids: readonly string[], baseline: boolean): ItemsStored {
  return baseline || ids.length > MOST_IDS ? { entity, ids: [], all: true } : { entity, ids, all: false };
}

/** Makes a {@link Commit}: stores a page, announces what it changed, and resolves with the ids that are new, changed or deleted. */
export function createCommit(store: Pick<Store, 'commitPage'>, clock: Clock, announce: (stored: ItemsStored) => void): Commit {
  return async (page) => {
    const { created, changed, deleted } = await store.commitPage({ ...page, now: clock.now() });
    const fresh = [...created, ...changed, ...deleted];
    if (fresh.length > 0) announce(announcement(page.entity, fresh, page.baseline));
    return fresh;
  };
}
