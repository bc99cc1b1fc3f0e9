import type { DeltaRun } from './delta-run.ts';
import { newestOf } from './times.ts';
import type { Way } from './ways.ts';

/**
 * A window begins this long before the newest row of the one before, in milliseconds. It makes up for servers that cut
 * times to seconds, and for those whose "since" leaves out the very moment.
 */
const STEP_BACK_MS = 1000;
/** Walks through one window of several pages, after which it counts as read even though rows keep moving in it. */
const MOST_WALKS = 5;

interface Walk {
  /** Nothing is left to read. */
  readonly end: boolean;
  /** Where the next window begins. */
  readonly next: number;
  readonly pages: number;
  readonly fresh: number;
}

async function walkWindow(run: DeltaRun, way: Way, from: number): Promise<Walk | null> {
  let cursor: string | null = null;
  let pages = 0;
  let fresh = 0;
  for (;;) {
    const reply = await run.ask({ cursor, updatedSince: from, order: 'oldestFirst' });
    if (await run.refuted(way, from, reply)) return null;
    pages += 1;
    const next = way === 'oldestSince' ? (newestOf(reply.rows) ?? 0) - STEP_BACK_MS : from;
    const end = reply.next === null || next >= (run.serverTime ?? Infinity);
    const over = end || next > from;
    const reaches = end ? 'end' : 'here';
    fresh += await run.store(reply, over && pages === 1 ? reaches : 'open');
    if (over) return { end, next, pages, fresh };
    cursor = reply.next;
  }
}

/**
 * Reads changes as a row of windows, oldest first. Page numbers are avoided, because a row that is updated while they
 * are walked leaves its place, and the row after it moves over the page's edge unseen. So after a full page the
 * question is asked anew, from that page's newest time. Only where a page's rows share one second (a bulk change), or
 * the server gives no order, are pages walked; such a walk is repeated until it brings nothing new.
 * Resolves with false when the server turned out not to do what it was asked.
 */
export async function readWindows(run: DeltaRun, way: 'oldestSince' | 'unorderedSince'): Promise<boolean> {
  let from = run.since;
  for (let walks = 1; ; walks++) {
    const walk = await walkWindow(run, way, from);
    if (!walk) return false;
    if (walk.pages > 1 && walk.fresh > 0 && walks < MOST_WALKS) continue;
    if (walk.pages > 1) await run.finish(walk.end ? 'end' : 'here');
    if (walk.end) return true;
    from = walk.next;
    walks = 0;
  }
}
