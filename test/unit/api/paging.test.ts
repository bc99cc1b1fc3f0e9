import { describe, expect, it } from 'vitest';
import type { Paging } from '../../../contract/profile/schema.ts';
import { MOST_PAGES, nextCursor, pageParameters, printOf, readCursor, readNext, readTotal, type PageCursor } from '../../../core/api/paging.ts';
import { EngineError } from '../../../core/engine-error.ts';

const COMMON = { sizeParam: 'per_page', size: 50, total: 'meta.total' };
const PAGED: Paging = { style: 'page', pageParam: 'page', firstPage: 1, ...COMMON };
const OFFSET: Paging = { style: 'offset', offsetParam: 'skip', ...COMMON };
const CURSOR: Paging = { style: 'cursor', cursorParam: 'after', next: 'meta.next', ...COMMON };
const LINK: Paging = { style: 'link', next: null, ...COMMON };
const NONE: Paging = { style: 'none' };
const HOST = 'api.example.test';
const REFUSED = new EngineError('wrongShape', { params: { host: HOST } });

interface Page {
  readonly ids: readonly string[];
  readonly total?: number;
  readonly next?: string | number | null;
}

let made = 0;
/** A page of so many rows that no other page has. */
const page = (rows: number, more: Omit<Page, 'ids'> = {}): Page => ({ ids: Array.from({ length: rows }, () => `r${made++}`), ...more });

function after(paging: Paging, cursor: PageCursor, { ids, total = undefined, next = null }: Page): string | null {
  return nextCursor(paging, cursor, { rows: ids.length, print: printOf(ids), total: total ?? null, next }, HOST);
}

/** What the walk asked for until it ended; the last page comes again and again. */
function walk(paging: Paging, pages: readonly Page[]): unknown[] {
  const asked: unknown[] = [];
  let text: string | null = null;
  do {
    const cursor = readCursor(paging, text, HOST);
    asked.push(cursor.at);
    text = after(paging, cursor, pages[Math.min(asked.length, pages.length) - 1] ?? page(0));
  } while (text !== null && asked.length < 200);
  return asked;
}

const totalled = (total: number, ...rows: number[]): Page[] => rows.map((count) => page(count, { total }));
const plain = (...rows: number[]): Page[] => rows.map((count) => page(count));

describe('numbered pages and offsets', () => {
  it.each([
    ['stop when the total is reached, without an empty page', totalled(100, 50, 50), [1, 2], [0, 50]],
    ['go on over pages that are smaller than asked for', totalled(65, 20, 20, 20, 5), [1, 2, 3, 4], [0, 20, 40, 60]],
    ['go on when the total grows', [page(50, { total: 100 }), ...totalled(101, 50, 1)], [1, 2, 3], [0, 50, 100]],
    ['end at an empty page whatever the total', totalled(1000, 50, 0), [1, 2], [0, 50]],
    ['end at once when there is nothing', plain(0), [1], [0]],
    ['without a total, end at a page shorter than the one before', plain(20, 20, 7), [1, 2, 3], [0, 20, 40]],
    ['without a total, ask for one page more after equal ones', plain(20, 20, 0), [1, 2, 3], [0, 20, 40]],
    ['without a total, do not take a short first page for the end', plain(7, 0), [1, 2], [0, 7]],
  ] as const)('%s', (_name, pages, numbers, offsets) => {
    expect(walk(PAGED, pages)).toEqual(numbers);
    expect(walk(OFFSET, pages)).toEqual(offsets);
  });

  it('begin at the profile’s first page, with its size, a smaller one, or the server’s own', () => {
    const zero = { ...PAGED, firstPage: 0 };
    expect(pageParameters(zero, readCursor(zero, null, HOST), undefined)).toEqual([['page', '0'], ['per_page', '50']]);
    expect(pageParameters(PAGED, readCursor(PAGED, null, HOST), 1)).toEqual([['page', '1'], ['per_page', '1']]);
    expect(pageParameters({ ...OFFSET, sizeParam: null }, readCursor(OFFSET, null, HOST), 1)).toEqual([['skip', '0']]);
  });
});

describe('named pages', () => {
  it('are followed to the one that names no other, whatever the total and the size', () => {
    expect(walk(CURSOR, [page(3, { next: 'a', total: 3 }), page(1, { next: 7 }), page(9, { next: '' + 'b' }), page(2)])).toEqual([null, 'a', 7, 'b']);
    expect(walk(LINK, [page(3, { next: '/v1/t?p=2' }), page(3)])).toEqual([null, '/v1/t?p=2']);
  });

  it('may be empty, but not without end', () => {
    expect(walk(CURSOR, [page(3, { next: 'a' }), page(0, { next: 'b' }), page(0, { next: 'c' }), page(0, { next: 'd' }), page(1)])).toHaveLength(5);
    const empty = Array.from({ length: 100 }, (_each, index) => page(0, { next: `n${index}` }));
    expect(walk(CURSOR, empty).length).toBeLessThan(30);
  });

  it('are asked for without a name at first, and links without parameters of their own', () => {
    const next = after(CURSOR, readCursor(CURSOR, null, HOST), page(1, { next: 'a b' }));
    expect(pageParameters(CURSOR, readCursor(CURSOR, null, HOST), undefined)).toEqual([['per_page', '50']]);
    expect(pageParameters(CURSOR, readCursor(CURSOR, next, HOST), undefined)).toEqual([['after', 'a b'], ['per_page', '50']]);
    expect(pageParameters(LINK, readCursor(LINK, null, HOST), 2)).toEqual([['per_page', '2']]);
  });

  it.each([[undefined], [null], [''], [false]])('end with %j', (next) => {
    expect(readNext({ meta: { next } }, 'meta.next', HOST)).toBeNull();
  });

  it.each([['x', 'x'], [0, 0], [12, 12]])('can be %j', (next, read) => {
    expect(readNext({ meta: { next } }, 'meta.next', HOST)).toBe(read);
  });

  it.each([[true], [{}], [['a']], ['x'.repeat(9000)]])('cannot be %j', (next) => {
    expect(() => readNext({ meta: { next } }, 'meta.next', HOST)).toThrow(REFUSED);
  });
});

describe('a server that leads nowhere', () => {
  const same = (total?: number, next?: string): Page => ({ ids: ['a', 'b'], ...(total === undefined ? {} : { total }), ...(next === undefined ? {} : { next }) });

  it.each([['page', PAGED], ['offset', OFFSET]] as const)('ends the walk when it ignores the parameter (%s)', (_style, paging) => {
    expect(walk(paging, [same()]).length).toBeLessThan(5);
    expect(() => walk(paging, [same(400)])).toThrow(EngineError);
    // All there is fits on the page, but more pages were asked for because there was no total on the first.
    expect(walk(paging, [same(), same(2)])).toHaveLength(2 + 1);
  });

  it('is not believed to have shown everything when the same rows add up to the total', () => {
    expect(() => walk(PAGED, [same(4)])).toThrow(EngineError);
    expect(() => walk(OFFSET, [same(4)])).toThrow(EngineError);
  });

  it('is forgiven a page that comes twice because rows were added above it', () => {
    expect(walk(PAGED, [same(), same(), page(2), page(1)])).toEqual([1, 2, 3, 4]);
    expect(walk(PAGED, [same(6), same(8), ...totalled(8, 2, 2)])).toEqual([1, 2, 3, 4]);
  });

  it.each([[CURSOR, 'x'], [LINK, '/x']] as const)('ends the walk when a page names itself', (paging, next) => {
    expect(walk(paging, [page(2, { next }), page(2, { next })])).toEqual([null, next]);
    expect(() => walk(paging, [page(2, { next, total: 9 }), page(2, { next, total: 9 })])).toThrow(EngineError);
  });

  it.each([[2], [3], [7]])('ends the walk when it leads in a circle of %i pages', (length) => {
    const circle = Array.from({ length }, (_each, index) => ({ ...page(2), next: `c${(index + 1) % length}` }));
    expect(walk(CURSOR, Array.from({ length: 60 }, (_each, index) => circle[index % length] ?? page(0))).length).toBeLessThan(length + 4);
  });

  it('ends the walk at a number of pages', () => {
    const late = JSON.stringify({ ...JSON.parse(after(CURSOR, readCursor(CURSOR, null, HOST), page(1, { next: 'a' })) ?? '') as object, pages: MOST_PAGES - 1 });
    expect(() => after(CURSOR, readCursor(CURSOR, late, HOST), page(1, { next: 'b' }))).toThrow(EngineError);
    expect(after(CURSOR, readCursor(CURSOR, late, HOST), page(1))).toBeNull();
  });
});

describe('a total', () => {
  it.each([[{ meta: { total: 3 } }, 3], [{ Meta: { TOTAL: '12' } }, 12], [{ meta: { total: 0 } }, 0], [{ meta: { total: -1 } }, null], [{ meta: { total: 1.5 } }, null], [{ meta: { total: 'many' } }, null], [{ meta: { total: '9'.repeat(400) } }, null], [{ meta: [] }, null], [null, null], [[], null]])('of %j', (body, total) => {
    for (const paging of [PAGED, OFFSET, CURSOR, LINK]) expect(readTotal(paging, body)).toBe(total);
  });

  it('is not read where everything is in one reply', () => {
    expect(pageParameters(NONE, readCursor(NONE, null, HOST), 10)).toEqual([]);
    expect(after(NONE, readCursor(NONE, null, HOST), page(500, { next: 'x', total: 900 }))).toBeNull();
    expect(readTotal(NONE, { meta: { total: 3 } })).toBeNull();
  });
});

describe('the text of a cursor', () => {
  const good = after(PAGED, readCursor(PAGED, null, HOST), page(50)) ?? '';

  it('stays short however long the walk', () => {
    let text: string | null = null;
    for (let i = 0; i < 50; i++) text = after(PAGED, readCursor(PAGED, text, HOST), page(50));
    expect(text?.length).toBeLessThan(400);
  });

  it.each(['', 'x', '5', '{}', good.replace('"at":2', '"at":-1'), good.replace('"at":2', '"at":1.5'), good.replace('"at":2', '"at":"2"'), good.replace('{', '{"more":1,')])('is refused when it is %j', (cursor) => {
    expect(() => readCursor(PAGED, cursor, HOST)).toThrow(REFUSED);
  });

  it('is refused by another way of paging', () => {
    expect(() => readCursor(LINK, good, HOST)).toThrow(REFUSED);
    expect(() => readCursor(NONE, good, HOST)).toThrow(REFUSED);
  });
});
