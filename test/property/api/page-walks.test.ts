import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiClient, Fetch } from '../../../core/api/port.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { CANARY, clientBed, FIRST_PAGE } from '../../unit/api/client-bed.ts';
import { BASE, pagedServer, profileOf, type Served } from './paged-server.ts';

const STYLES = ['page', 'offset', 'cursor', 'link', 'header'] as const;

/** Ids of all pages until the walk ends; fails when it takes more pages than this. */
async function walk(client: ApiClient, most: number): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  for (let pages = 0; ; pages++) {
    expect(pages).toBeLessThan(most);
    const reply: Awaited<ReturnType<typeof client.list<'ticket'>>> = await client.list('ticket', { ...FIRST_PAGE, cursor });
    ids.push(...reply.rows.map(({ id }) => id));
    cursor = reply.next;
    expect(cursor ?? '').not.toContain(CANARY);
    if (cursor === null) return ids;
  }
}

describe.each(STYLES)('a walk in the style %s', (style) => {
  const served: fc.Arbitrary<Served> = fc.record({
    rows: fc.integer({ min: 0, max: 60 }),
    style: fc.constant(style),
    asked: fc.option(fc.integer({ min: 1, max: 30 })),
    most: fc.integer({ min: 1, max: 30 }),
    total: fc.boolean(),
    short: fc.boolean(),
    gaps: style === 'page' || style === 'offset' ? fc.constant(0) : fc.constantFrom(0, 0, 1, 5),
  });

  it('reads every row of an unchanging list once, in order, and asks for little more', async () => {
    await fc.assert(
      fc.asyncProperty(served, async (list) => {
        const fetch = pagedServer(list);
        const { client } = clientBed({ baseUrl: BASE, fetch, profile: profileOf(list) });
        const size = Math.min(list.most, list.asked ?? list.most);
        const needed = Math.max(1, Math.ceil(list.rows / size)) * (list.gaps + 1);
        expect(await walk(client, needed + 2)).toEqual(Array.from({ length: list.rows }, (_each, index) => `t${index}`));
        for (const url of fetch.urls) expect(url).toMatch(new RegExp(`^${BASE}/v1/tickets\\?(?:[^#]*&)?key=${CANARY}-0$`));
        for (const url of fetch.urls) expect(new URL(url).searchParams.getAll('key')).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });
});

/** One page of a server that has no shame: its rows, what it says of the total, and which page it says is next. */
interface Said {
  readonly ids: readonly string[];
  readonly total: number | null;
  readonly next: number;
}

const MOST_SAID = 40;
const total = fc.option(fc.integer({ min: 0, max: 200 }), { freq: 3 });
/** Pages with rows of their own, so that a circle shows only when it closes. */
const ownRows = fc.array(fc.record({ rows: fc.integer({ min: 0, max: 4 }), total, next: fc.nat(MOST_SAID - 1) }), { minLength: 1, maxLength: MOST_SAID })
  .map((pages) => pages.map((page, at): Said => ({ ...page, ids: Array.from({ length: page.rows }, (_each, index) => `p${at}-${index}`) })));
/** Pages that share rows. */
const sharedRows = fc.array(fc.record({ ids: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 4 }), total, next: fc.nat(MOST_SAID - 1) }), { minLength: 1, maxLength: MOST_SAID });
/** One long circle without a total: nothing in a single page gives it away. */
const circle = fc.tuple(fc.integer({ min: 1, max: MOST_SAID }), fc.nat(MOST_SAID - 1)).map(([length, back]) =>
  Array.from({ length }, (_each, at): Said => ({ ids: [`c${at}`, `d${at}`], total: null, next: at + 1 < length ? at + 1 : back % length })));

describe.each(STYLES)('a hostile server in the style %s', (style) => {
  it('cannot keep a walk going', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(ownRows, sharedRows, circle), async (said) => {
        let at = 0;
        const fetch: Fetch = async (url) => {
          // Named pages are what their names say; numbers are ignored, and the server goes on as it likes.
          const named = new URL(url).searchParams.get('after');
          if (named !== null) at = Number(named);
          const page = said[at % said.length] ?? { ids: [], total: null, next: 0 };
          at = page.next;
          const then = style === 'cursor' ? page.next : `?after=${page.next}`;
          const body = { result: { list: page.ids.map((id) => ({ ticket: { id } })) }, page_info: { all: page.total, then } };
          return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', link: `<?after=${page.next}>; rel=next` } });
        };
        const served: Served = { rows: 0, style, asked: 10, most: 10, total: true, short: true, gaps: 0 };
        const { client } = clientBed({ baseUrl: BASE, fetch, profile: profileOf(served) });
        await walk(client, 8 * MOST_SAID).catch((error: unknown) => {
          if (!(error instanceof EngineError)) throw error;
          expect(error.code).toBe('wrongShape');
        });
      }),
      { numRuns: 200 },
    );
  });
});

describe('a server that ignores what page is asked for', () => {
  it.each(['page', 'offset'] as const)('never passes for one that was read whole when its total says otherwise (%s)', async (style) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 100 }), async (rows, more) => {
        const list = Array.from({ length: rows }, (_each, index) => ({ ticket: { id: `t${index}` } }));
        const fetch: Fetch = async () => new Response(JSON.stringify({ result: { list }, page_info: { all: rows + more } }), { headers: { 'content-type': 'application/json' } });
        const { client } = clientBed({ baseUrl: BASE, fetch, profile: profileOf({ rows, style, asked: 10, most: 10, total: true, short: true, gaps: 0 }) });
        await expect(walk(client, 5)).rejects.toMatchObject({ code: 'wrongShape' });
      }),
      { numRuns: 50 },
    );
  });
});
