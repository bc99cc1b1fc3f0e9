import type { Entity } from '../../contract/entity.ts';
import type { ReconcileState } from '../store/store.ts';
import { askList } from './ask-list.ts';
import type { AskedReply } from './ask-list.ts';
import { failureKind } from './failure.ts';
import { walkPages } from './page-walk.ts';
import type { StreamTools } from './stream-tools.ts';

/** A walk over an entity's whole list that reached its end. Its state still says that it is under way: what it did not meet is to be settled first. */
export interface Walked {
  readonly walk: number;
  readonly requests: number;
  /** Mark in the answer order from before its first question in this run. */
  readonly begunAt: number;
  /** A row that the last page showed, as long as there is one. */
  readonly example: string | null;
}

/** How to walk. */
export interface WalkOptions {
  readonly entity: Entity;
  readonly tools: StreamTools;
  /** Go on with the walk under way only if its number is larger: this one's is over. 0 when none is. */
  readonly after: number;
  /** Asked before each page but the first: whether to stop, to go on another time. */
  readonly shouldPause: () => boolean;
}

/** A walk that was left for so long is begun anew, in milliseconds: what it met then says little about now. */
const STALE_MS = 24 * 60 * 60_000;

/** The place where a walk goes on, or the beginning of the next one. */
function placeOf({ walk, under }: ReconcileState, after: number, now: number) {
  if (walk > after && under !== null && Math.abs(now - under.startedAt) < STALE_MS) return { walk, ...under, isNew: false };
  return { walk: walk + 1, cursor: null, startedAt: now, done: 0, total: null, isNew: true };
}

/**
 * Reads the whole list, newest first, one page a request. Each page is stored with where to go on, so a restart costs
 * the page in flight. Rows are stored like those of a poll: a change that was missed is healed and told. Resolves with
 * null when it was paused. Rejects as the client does; a place that the server refuses to go on from is forgotten.
 */
export async function walkList({ entity, tools, after, shouldPause }: WalkOptions): Promise<Walked | null> {
  const { store, commit, clock, items } = tools;
  const state = await store.reconcile(entity);
  const { walk, cursor, startedAt, total, isNew, ...from } = placeOf(state, after, clock.now());
  let { done } = from;
  const begunAt = items.order.ask();
  const page = { entity, source: 'poll', baseline: false } as const;
  const under = (at: string | null, of: number | null) => ({ walk, under: { cursor: at, startedAt, done, total: of }, lastAt: state.lastAt });
  if (isNew) await commit({ ...page, rows: [], quarantined: [], reconcile: under(null, null) });

  let requests = 0;
  let example: string | null = null;
  const ask = (at: string | null): Promise<AskedReply> => askList(tools, entity, { cursor: at, updatedSince: null, order: 'newestFirst', lane: 'backfill' });
  try {
    for await (const { reply, goOn, last } of walkPages(ask, { cursor, total })) {
      requests += 1;
      done += reply.rows.length;
      example = reply.rows.find(({ deletedAt }) => deletedAt === null)?.id ?? example;
      const { rows, quarantined, asked } = reply;
      // The end is told with what was not met, so that a kill in between costs one page and not the finding.
      await commit({ ...page, rows, quarantined, walk, asked, ...(last ? {} : { reconcile: under(goOn, reply.total) }) });
      if (!last && shouldPause()) return null;
    }
  } catch (error) {
    if (requests === 0 && cursor !== null && failureKind(error) === 'entity') {
      done = 0;
      await commit({ ...page, rows: [], quarantined: [], reconcile: under(null, null) });
    }
    throw error;
  }
  return { walk, requests, begunAt, example };
}
