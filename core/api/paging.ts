import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Paging } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import { readPath } from './read-path.ts';

/** Pages whose rows are remembered, to notice that they come again. */
const REMEMBERED = 8;
/**
 * Remembered pages in a row that end a walk. One alone proves nothing: when as many rows as a page has are added
 * while it is read, they push the same rows onto the next page.
 */
const MOST_REPEATS = 2;
/** Times that the anchor may come again. Two rounds through a circle that is longer than what is remembered. */
const MOST_ROUNDS = 2;
/** Pages without rows in a row that end a walk although each names a next one (a server that filters after it cuts pages). */
const MOST_EMPTY = 20;
/** Pages of one walk. Its last resort: a million rows at ten each. */
export const MOST_PAGES = 100_000;
/** Longest name of a next page that is kept, in characters. */
const NAME_LIMIT = 8192;

const count = z.number().int().min(0);
const mark = z.string().max(16);
const walk = { seen: count, fresh: count, previous: count, pages: count, repeats: count, rounds: count, anchor: mark, recent: z.array(mark).max(REMEMBERED) };
const numbered = z.strictObject({ at: count, ...walk });
const named = z.strictObject({ at: z.union([z.string().min(1).max(NAME_LIMIT), z.number()]), ...walk });
const linked = z.strictObject({ at: z.string().startsWith('/').max(NAME_LIMIT), ...walk });
const CURSORS = { page: numbered, offset: numbered, cursor: named, link: linked } as const;

/** Where a walk over pages stands. */
export interface PageCursor {
  /** The page to ask for: its number, the rows to leave out, the server's name for it, or its path and query. Null: the first, where those have no name. */
  readonly at: number | string | null;
  /** Rows on the pages before it. */
  readonly seen: number;
  /** The same, without pages that had been read before. */
  readonly fresh: number;
  /** Rows on the page just before it. */
  readonly previous: number;
  /** Pages before it. */
  readonly pages: number;
  /** How many pages just before it, in a row, brought nothing but rows of remembered ones. */
  readonly repeats: number;
  /** How often the anchor came again. */
  readonly rounds: number;
  /** Print of the page whose number is the last power of two (Brent's way to find a circle of any length). */
  readonly anchor: string;
  /** Prints of the last pages (see {@link printOf}). */
  readonly recent: readonly string[];
}

/** What a page turned out to be. */
export interface PageFacts {
  /** Rows on it, broken ones too. */
  readonly rows: number;
  readonly print: string;
  /** See {@link readTotal}. */
  readonly total: number | null;
  /** See {@link readNext}; for links, the checked path. */
  readonly next: string | number | null;
}

function first(paging: Paging): PageCursor {
  const at = paging.style === 'page' ? paging.firstPage : paging.style === 'offset' ? 0 : null;
  return { at, seen: 0, fresh: 0, previous: 0, pages: 0, repeats: 0, rounds: 0, anchor: '', recent: [] };
}

/**
 * Reads a cursor this module wrote; null begins at the first page. Any other text, also one of another way of paging
 * (the profile was changed in the middle of a walk), is EngineError `wrongShape`: the walk must begin anew.
 */
export function readCursor(paging: Paging, cursor: string | null, host: string): PageCursor {
  if (cursor === null) return first(paging);
  try {
    if (paging.style !== 'none') return CURSORS[paging.style].parse(JSON.parse(cursor));
  } catch {
    // Said below.
  }
  throw new EngineError('wrongShape', { params: { host } });
}

/** Query parameters that ask for a page. A link that is followed needs none: it is a whole address. */
export function pageParameters(paging: Paging, { at }: PageCursor, size: number | undefined): [string, string][] {
  if (paging.style === 'none') return [];
  const parameters: [string, string][] = [];
  if (paging.style === 'page') parameters.push([paging.pageParam, String(at)]);
  if (paging.style === 'offset') parameters.push([paging.offsetParam, String(at)]);
  if (paging.style === 'cursor' && at !== null) parameters.push([paging.cursorParam, String(at)]);
  if (paging.sizeParam !== null) parameters.push([paging.sizeParam, String(size ?? paging.size)]);
  return parameters;
}

function asCount(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** All rows that match, when the reply says so. */
export function readTotal(paging: Paging, json: unknown): number | null {
  return paging.style !== 'none' && paging.total !== null ? asCount(readPath(json, paging.total)) : null;
}

/** The next page's name or link at `path` in a reply; null after the last page. Throws EngineError `wrongShape` for what is neither. */
export function readNext(json: unknown, path: string, host: string): string | number | null {
  const value = readPath(json, path);
  if (value === undefined || value === null || value === '' || value === false) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value === 'string' && value.length <= NAME_LIMIT) return value;
  throw new EngineError('wrongShape', { params: { host } });
}

/** A short mark of the rows on a page, the same for the same rows in any order. `ids` are their ids, or the rows themselves where they have none. */
export function printOf(ids: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(ids.toSorted())).digest('hex').slice(0, 16);
}

/** Where the next page begins, if there is one, as far as this one tells. */
function following(paging: Paging, { at, seen, previous }: PageCursor, { rows, total, next }: PageFacts, repeated: boolean): number | string | null {
  if (paging.style === 'cursor' || paging.style === 'link') return next;
  if (paging.style === 'none' || rows === 0) return null;
  // A server may give smaller pages than were asked for, so a page is not the last merely because it is not full: the
  // total decides (but rows that were counted twice prove nothing), and without one a page shorter than the one before.
  const last = total === null ? previous > 0 && rows < previous : seen + rows >= total && !repeated;
  return last ? null : Number(at) + (paging.style === 'page' ? 1 : rows);
}

/** What is remembered after a page. */
function remembered(cursor: PageCursor, { rows, print }: PageFacts): Omit<PageCursor, 'at'> {
  const pages = cursor.pages + 1;
  const repeated = cursor.recent.includes(print);
  const round = rows > 0 && print === cursor.anchor;
  return {
    pages,
    seen: cursor.seen + rows,
    fresh: cursor.fresh + (repeated || round ? 0 : rows),
    previous: rows,
    repeats: repeated ? cursor.repeats + 1 : 0,
    rounds: cursor.rounds + (round ? 1 : 0),
    anchor: Number.isInteger(Math.log2(pages)) ? print : cursor.anchor,
    recent: [...cursor.recent, print].slice(-REMEMBERED),
  };
}

/**
 * The cursor after a page; null after the last. No walk is endless: it ends when a page is named as its own successor,
 * or when the same rows come again and again (a server that ignores the parameter, or leads in a circle). Where the
 * total says that more rows exist, that end is EngineError `wrongShape`, and so is a walk of too many pages.
 */
export function nextCursor(paging: Paging, cursor: PageCursor, page: PageFacts, host: string): string | null {
  const { rows, total } = page;
  const after = remembered(cursor, page);
  const at = following(paging, cursor, page, after.repeats > 0);
  if (at === null) return null;
  const refused = new EngineError('wrongShape', { params: { host } });
  if (after.pages >= MOST_PAGES) throw refused;
  if (String(at) === String(cursor.at) || after.repeats >= (rows === 0 ? MOST_EMPTY : MOST_REPEATS) || after.rounds >= MOST_ROUNDS) {
    if (total !== null && after.fresh < total) throw refused;
    return null;
  }
  const rounds = after.anchor === cursor.anchor ? after.rounds : 0;
  return JSON.stringify({ at, ...after, rounds } satisfies PageCursor);
}
