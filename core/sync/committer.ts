import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';
import type { PageCommit, Store } from '../store/store.ts';
import type { AnswerOrder } from './answer-order.ts';
import type { ItemsStored } from './port.ts';

/** A commit without what the committer adds, and the mark of the question it answers (see {@link AnswerOrder}); none where it answers none. */
export type Answer = Omit<PageCommit, 'now'> & { readonly asked?: number };
/** See {@link createCommit}. */
export type Commit = (page: Answer) => Promise<readonly string[]>;

/** What the committer works with. */
export interface CommitterOptions {
  readonly store: Pick<Store, 'commitPage'>;
  readonly clock: Clock;
  readonly order: AnswerOrder;
  readonly announce: (stored: ItemsStored) => void;
  /** An answer that came late showed a row that is gone: whether it is there needs to be asked again. */
  readonly onWithheld: (entity: Entity, id: string) => void;
}

/** Ids in one announcement; more of them are announced as `all`. */
const MOST_IDS = 500;

function announcement(entity: Entity, ids: readonly string[], baseline: boolean): ItemsStored {
  return baseline || ids.length > MOST_IDS ? { entity, ids: [], all: true } : { entity, ids, all: false };
}

/** Makes a {@link Commit}: stores a page, announces what it changed, and resolves with the ids that are new, changed or deleted. */
export function createCommit({ store, clock, order, announce, onWithheld }: CommitterOptions): Commit {
  return async ({ asked = Infinity, ...page }) => {
    const { rows, withheld } = order.shown(page.entity, page.rows, asked);
    const left = order.gone(page.entity, page.gone?.map(({ id }) => id) ?? [], asked);
    const gone = page.gone?.filter(({ id }) => left.has(id));
    const { created, changed, deleted } = await store.commitPage({ ...page, rows, ...(gone ? { gone } : {}), now: clock.now() });
    for (const id of withheld) onWithheld(page.entity, id);
    const fresh = [...created, ...changed, ...deleted];
    if (fresh.length > 0) announce(announcement(page.entity, fresh, page.baseline));
    return fresh;
  };
}
