import { z } from 'zod';
import type { ListOperation } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import { readPath } from './read-path.ts';

const cursorSchema = z.strictObject({ page: z.number().int().min(0), seen: z.number().int().min(0), previous: z.number().int().min(0) });

/** Where a walk over pages stands: the page to ask for, rows seen before it, and how many the page before had. */
export type PageCursor = z.infer<typeof cursorSchema>;

/** Reads a cursor this module wrote; null begins at the first page. Throws EngineError `internal` for any other text. */
export function readCursor(paging: ListOperation['paging'], cursor: string | null): PageCursor {
  const first = paging.style === 'page' ? paging.firstPage : 0;
  if (cursor === null) return { page: first, seen: 0, previous: 0 };
  try {
    return cursorSchema.parse(JSON.parse(cursor));
  } catch {
    throw new EngineError('internal');
  }
}

/** Query parameters that ask for a page. */
export function pageParameters(paging: ListOperation['paging'], cursor: PageCursor, size: number | undefined): [string, string][] {
  if (paging.style === 'none') return [];
  return [[paging.pageParam, String(cursor.page)], [paging.sizeParam, String(size ?? paging.size)]];
}

function count(value: unknown): number | null {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : null;
}

/** All rows that match, when the reply says so. */
export function readTotal(paging: ListOperation['paging'], json: unknown): number | null {
  return paging.style === 'page' && paging.total !== null ? count(readPath(json, paging.total)) : null;
}

/**
 * The cursor after a page of `rows` rows; null after the last. A server may give smaller pages than were asked for, so
 * a page is not the last merely because it is not full: the total decides, and without one an empty page or a page
 * shorter than the one before it.
 */
export function nextCursor(paging: ListOperation['paging'], cursor: PageCursor, rows: number, total: number | null): string | null {
  if (paging.style === 'none' || rows === 0) return null;
  const seen = cursor.seen + rows;
  const last = total !== null ? seen >= total : cursor.previous > 0 && rows < cursor.previous;
  return last ? null : JSON.stringify({ page: cursor.page + 1, seen, previous: rows } satisfies PageCursor);
}
