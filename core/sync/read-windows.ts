import type { AnyRecord } from '../../contract/models/records.ts';
import type { DeltaRun } from './delta-run.ts';
import { newestOf } from './times.ts';
import type { Way } from './ways.ts';

/**
 * A window begins this long before the newest row of the one before, in milliseconds. It makes up for servers that cut
 * times to seconds, and for those whose "since" leaves out the very moment.
 */
const STEP_BACK_MS = 1000;
/** Walks through one window of several pages, after which reading goes on although rows keep moving in it. */
const MOST_WALKS = 8;

interface Walk {
  /** Nothing is left to read. */
  readonly end: boolean;
  /** Where the next window begins. */
  readonly next: number;
  readonly pages: number;
  /** Which rows stood on all pages but the last. */
  readonly front: string;
}

const printOf = (rows: readonly AnyRecord[]): string => JSON.stringify(rows.map(({ id, version }) => [id, version]));

async function walkWindow(run: DeltaRun, way: Way, from: number): Promise<Walk | null> {
  const prints: string[] = [];
  let cursor: string | null = null;
  for (;;) {
    const reply = await run.ask({ cursor, updatedSince: from, order: 'oldestFirst' });
    if (await run.refuted(way, from, reply)) return null;
    prints.push(printOf(reply.rows));
    const next = way === 'oldestSince' ? (newestOf(reply.rows) ?? 0) - STEP_BACK_MS : from;
    const end = reply.next === null || next >= (run.serverTime ?? Infinity);
    const over = end || next > from;
    const reaches = end ? 'end' : 'here';
    await run.store(reply, over && prints.length === 1 ? reaches : 'open');
    if (over) return { end, next, pages: prints.length, front: prints.slice(0, -1).join() };
    cursor = reply.next;
  }
}

/**
 * Reads changes as a row of windows, oldest first. Page numbers are avoided, because a row that is updated while they
 * are walked leaves its place, and the row after it moves over the page's edge unseen. So after a full page the
 * question is asked anew, from that page's newest time. Only where a page's rows share one second (a bulk change), or
 * the server gives no order, are pages walked, until two walks in a row find the same: then nothing moved on any page
 * while the pages behind it were read. Resolves with false when the server turned out not to do what it was asked.
 */
export async function readWindows(run: DeltaRun, way: 'oldestSince' | 'unorderedSince'): Promise<boolean> {
  let from = run.since;
  let before: string | null = null;
  let walks = 0;
  for (;;) {
    const walk = await walkWindow(run, way, from);
    if (!walk) return false;
    walks += 1;
    const steady = walk.pages === 1 || walk.front === before;
    before = walk.front;
    if (!steady && walks < MOST_WALKS) continue;
    if (!steady) run.freeze();
    if (walk.pages > 1) await run.finish(walk.end ? 'end' : 'here');
    if (walk.end) return true;
    from = walk.next;
    before = null;
    walks = 0;
  }
}
