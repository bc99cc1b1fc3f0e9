import { describe, expect, it } from 'vitest';
import type { ListOperation } from '../../../contract/profile/schema.ts';
import { nextCursor, pageParameters, readCursor, readTotal } from '../../../core/api/paging.ts';
import { EngineError } from '../../../core/engine-error.ts';

const PAGED: ListOperation['paging'] = { style: 'page', pageParam: 'page', sizeParam: 'per_page', size: 50, firstPage: 1, total: 'meta.total' };
const NONE: ListOperation['paging'] = { style: 'none' };

/** Page numbers asked for until the walk ends, given the rows of each page and what the server says of the total. */
function walk(pages: readonly number[], total: (page: number) => number | null): number[] {
  const asked: number[] = [];
  let text: string | null = null;
  do {
    const cursor = readCursor(PAGED, text);
    asked.push(cursor.page);
    text = nextCursor(PAGED, cursor, pages[asked.length - 1] ?? 0, total(asked.length));
  } while (text !== null && asked.length < 20);
  return asked;
}

describe('paging', () => {
  it.each([
    ['stops when the total is reached, without an empty page', [50, 50], () => 100, [1, 2]],
    ['goes on over pages that are smaller than asked for', [20, 20, 20, 5], () => 65, [1, 2, 3, 4]],
    ['goes on when the total grows', [50, 50, 1], (page: number) => (page === 1 ? 100 : 101), [1, 2, 3]],
    ['ends at an empty page whatever the total', [50, 0], () => 1000, [1, 2]],
    ['ends at once when there is nothing', [0], () => null, [1]],
    ['without a total, ends at a page shorter than the one before', [20, 20, 7], () => null, [1, 2, 3]],
    ['without a total, asks for one page more after equal ones', [20, 20, 0], () => null, [1, 2, 3]],
    ['without a total, a short first page is not the end', [7, 0], () => null, [1, 2]],
  ] as const)('%s', (_name, pages, total, asked) => {
    expect(walk(pages, total)).toEqual(asked);
  });

  it('begins at the profile’s first page, with its size or a smaller one', () => {
    const zero = { ...PAGED, firstPage: 0 };
    expect(pageParameters(zero, readCursor(zero, null), undefined)).toEqual([['page', '0'], ['per_page', '50']]);
    expect(pageParameters(PAGED, readCursor(PAGED, null), 1)).toEqual([['page', '1'], ['per_page', '1']]);
  });

  it('knows one page only where there is no paging', () => {
    expect(pageParameters(NONE, readCursor(NONE, null), 10)).toEqual([]);
    expect(nextCursor(NONE, readCursor(NONE, null), 500, null)).toBeNull();
    expect(readTotal(NONE, { meta: { total: 3 } })).toBeNull();
  });

  it.each([[{ meta: { total: 3 } }, 3], [{ Meta: { TOTAL: '12' } }, 12], [{ meta: { total: 0 } }, 0], [{ meta: { total: -1 } }, null], [{ meta: { total: 1.5 } }, null], [{ meta: { total: 'many' } }, null], [{ meta: { total: '9'.repeat(400) } }, null], [{ meta: [] }, null], [null, null], [[], null]])('reads the total of %j', (body, total) => {
    expect(readTotal(PAGED, body)).toBe(total);
  });

  it.each(['', 'x', '5', '{}', '{"page":-1,"seen":0,"previous":0}', '{"page":1.5,"seen":0,"previous":0}', '{"page":1,"seen":0,"previous":0,"more":1}'])('refuses the cursor %j', (cursor) => {
    expect(() => readCursor(PAGED, cursor)).toThrow(new EngineError('internal'));
  });
});
