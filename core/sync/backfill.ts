import type { Entity } from '../../contract/entity.ts';
import type { ListReply } from '../api/port.ts';
import type { StreamState } from '../store/store.ts';
import { askList } from './ask-list.ts';
import type { AskedReply } from './ask-list.ts';
import { walkPages } from './page-walk.ts';
import type { StreamTools } from './stream-tools.ts';
import type { TimeLeft } from './time-left.ts';
import { OVERLAP_MS, newestOf } from './times.ts';

/**
 * The server time from which changes must be read once the backfill is done. Where the server sends no `Date`, the
 * newest row it showed stands in, and 0 (read everything once more) when it showed none.
 */
function baselineTime(reply: ListReply<Entity>, localNow: number): number {
  const time = reply.serverTime ?? Math.min(newestOf(reply.rows) ?? 0, localNow);
  return Math.max(0, time - OVERLAP_MS);
}

/** What reading a baseline needs besides the tools. */
export interface BackfillOptions {
  readonly left: TimeLeft;
  /** The server refuses to go on where reading stopped, so it begins at the top; the rows are kept. */
  readonly afresh: boolean;
  /** A page is stored and others follow. */
  readonly onPage: () => Promise<void>;
}

/**
 * Reads all of an entity once, newest first, so that the top of the queue is there after one page. Every page is
 * stored together with where to go on, so a crash costs one page. What changes meanwhile is read afterwards as a
 * delta from the time of the first response. Does nothing when the baseline stands. Resolves with the number of requests.
 */
export async function readBackfill(entity: Entity, tools: StreamTools, { left, afresh, onPage }: BackfillOptions): Promise<number> {
  const { store, commit, clock, onProgress } = tools;
  const stream = await store.stream(entity);
  if (stream.watermark !== null) return 0;
  const resume = (afresh ? null : stream.backfill) ?? { cursor: null, startedAtServer: stream.backfill?.startedAtServer ?? null, done: 0, total: null };
  let { startedAtServer, done } = resume;
  let pages = 0;
  const ask = (cursor: string | null): Promise<AskedReply> => askList(tools, entity, { cursor, updatedSince: null, order: 'newestFirst', lane: 'backfill' });
  for await (const { reply, goOn, last } of walkPages(ask, resume)) {
    pages += 1;
    startedAtServer ??= baselineTime(reply, clock.now());
    done += reply.rows.length;
    const { total } = reply;
    const next: StreamState = last
      ? { watermark: startedAtServer, backfill: null, lastCompleteAt: clock.now() }
      : { watermark: null, backfill: { cursor: goOn, startedAtServer, done, total }, lastCompleteAt: null };
    await commit({ entity, rows: reply.rows, quarantined: reply.quarantined, source: 'baseline', baseline: true, stream: next, asked: reply.asked });
    left.learn(entity, total, done);
    left.asked(reply.rows.length);
    if (last) left.finished(entity);
    else await onPage();
    onProgress({ entity, done: total === null ? done : Math.min(done, total), total, leftMs: left.ms() });
  }
  return pages;
}

/**
 * Asks how many rows an entity has, and begins its backfill with that, without reading anything: so the time left can
 * be told from the first minute, and after a restart without asking again. Its changes count from this moment on.
 */
export async function sizeBackfill(entity: Entity, tools: StreamTools): Promise<number | null> {
  const { store, commit, clock } = tools;
  const stream = await store.stream(entity);
  if (stream.watermark !== null || stream.backfill !== null) return stream.backfill?.total ?? null;
  const reply = await askList(tools, entity, { cursor: null, updatedSince: null, order: 'newestFirst', lane: 'backfill', size: 1 });
  const backfill = { cursor: null, startedAtServer: baselineTime(reply, clock.now()), done: 0, total: reply.total };
  await commit({ entity, rows: [], quarantined: [], source: 'baseline', baseline: true, stream: { watermark: null, backfill, lastCompleteAt: null } });
  return reply.total;
}
