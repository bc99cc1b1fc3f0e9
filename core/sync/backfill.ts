import type { Entity } from '../../contract/entity.ts';
import type { ListReply } from '../api/port.ts';
import type { StreamState } from '../store/store.ts';
import { walkPages } from './page-walk.ts';
import type { StreamTools } from './stream-tools.ts';
import { OVERLAP_MS, newestOf } from './times.ts';

/**
 * The server time from which changes must be read once the backfill is done. Where the server sends no `Date`, the
 * newest row it showed stands in, and 0 (read everything once more) when it showed none.
 */
function baselineTime(reply: ListReply<Entity>, localNow: number): number {
  const time = reply.serverTime ?? Math.min(newestOf(reply.rows) ?? 0, localNow);
  return Math.max(0, time - OVERLAP_MS);
}

/**
 * Reads all of an entity once, newest first, so that the top of the queue is there after one page. Every page is
 * stored together with where to go on, so a crash costs one page. What changes meanwhile is read afterwards as a
 * delta from the time of the first response. Does nothing when the baseline stands. Resolves with the number of requests.
 */
export async function readBackfill(entity: Entity, tools: StreamTools): Promise<number> {
  const { client, store, commit, clock, signal, onProgress } = tools;
  const stream = await store.stream(entity);
  if (stream.watermark !== null) return 0;
  const resume = stream.backfill ?? { cursor: null, startedAtServer: null, done: 0, total: null };
  let { startedAtServer, done } = resume;
  let pages = 0;
  const ask = (cursor: string | null): Promise<ListReply<Entity>> =>
    client.list<Entity>(entity, { cursor, updatedSince: null, order: 'newestFirst', lane: 'backfill', signal });
  for await (const { reply, goOn, last } of walkPages(ask, resume)) {
    pages += 1;
    startedAtServer ??= baselineTime(reply, clock.now());
    done += reply.rows.length;
    const { total } = reply;
    const next: StreamState = last
      ? { watermark: startedAtServer, backfill: null, lastCompleteAt: clock.now() }
      : { watermark: null, backfill: { cursor: goOn, startedAtServer, done, total }, lastCompleteAt: null };
    await commit({ entity, rows: reply.rows, quarantined: reply.quarantined, source: 'baseline', baseline: true, stream: next });
    onProgress({ entity, done: total === null ? done : Math.min(done, total), total });
  }
  return pages;
}
