import type { Entity } from '../../contract/entity.ts';
import type { ItemAnswer } from './item-look.ts';
import type { Walked } from './reconcile-walk.ts';
import type { StreamTools } from './stream-tools.ts';

/** How to settle what a walk did not meet. */
export interface SettleOptions {
  readonly entity: Entity;
  readonly tools: StreamTools;
  readonly walked: Walked;
  /** This walk repeats one that left the same rows out: what the server still gives is not listed any more, instead of missed. */
  readonly repeated: boolean;
  readonly shouldPause: () => boolean;
}

/** What settling came to. `again`: rows are left that only another walk can judge. */
export type Settled = 'done' | 'again' | 'paused';

/** More unmet rows than this, if they are also this part of all, are not believed at once. */
const SUSPICIOUS = { rows: 50, part: 0.2 } as const;
/** So many rows that only another walk can judge are reason enough for it. */
const ENOUGH_DOUBT = 200;
/** Rows looked up in one go. */
const BATCH = 20;

/**
 * Finds out what became of rows that a walk did not meet. Each is asked for by itself, where that is possible: it may
 * be gone, forbidden, deleted, or still there. One that is still there may have slipped past the walk, so the walk is
 * repeated; one that both left out is not listed any more. So is one that cannot be asked for.
 */
export async function settleUnseen({ entity, tools, walked, repeated, shouldPause }: SettleOptions): Promise<Settled> {
  const { client, store, commit, items, signal } = tools;
  const request = { lane: 'backfill', signal } as const;
  const page = { entity, quarantined: [], source: 'poll', baseline: false } as const;
  /** Rows that are still there: not asked for again. */
  const doubtful = new Set<string>();

  const unseen = async (most: number): Promise<string[]> => (await store.unseen(entity, walked.walk, doubtful.size + most)).filter((id) => !doubtful.has(id)).slice(0, most);
  const suspicious = async (): Promise<boolean> => {
    const limit = Math.max(SUSPICIOUS.rows, Math.floor(SUSPICIOUS.part * (await store.counts())[entity]));
    return (await unseen(limit + 1)).length > limit;
  };
  const canAsk = async (): Promise<boolean> => client.can(entity, 'get') && walked.example !== null && (await items.prove(entity, walked.example, request));
  const unlist = async (ids: readonly string[]): Promise<void> => {
    // Whatever was asked since the walk began and shows a row proves it listed.
    await commit({ ...page, rows: [], gone: ids.map((id) => ({ id, how: 'unlisted' })), asked: walked.begunAt });
    ids.forEach((id) => doubtful.add(id));
  };
  const judge = async (id: string, answer: ItemAnswer): Promise<void> => {
    const { row, asked } = answer;
    if (row?.deletedAt === null) {
      if (repeated) return unlist([id]);
      doubtful.add(id);
      return;
    }
    if (row !== null) await commit({ ...page, rows: [row], walk: walked.walk, asked });
    else if (await answer.proven()) await commit({ ...page, rows: [], gone: [{ id, how: answer.how }], asked });
    doubtful.add(id);
  };
  const watchAll = async (ids: readonly string[], work: () => Promise<void>): Promise<void> => {
    const ends = ids.map((id) => items.order.watch(entity, id));
    try {
      await work();
    } finally {
      ends.forEach((end) => end());
    }
  };

  if ((await unseen(1)).length === 0) return 'done';
  if (!repeated && (await suspicious())) return 'again';
  const single = await canAsk();
  if (!single && !repeated) return 'again';
  for (;;) {
    if (shouldPause()) return 'paused';
    const ids = await unseen(BATCH);
    if (ids.length === 0 || (!repeated && doubtful.size >= ENOUGH_DOUBT)) break;
    await watchAll(ids, async () => {
      if (!single) return unlist(ids);
      for (const id of ids) await items.look(entity, id, request, (answer) => judge(id, answer));
    });
  }
  return !repeated && (await store.unseen(entity, walked.walk, 1)).length > 0 ? 'again' : 'done';
}
