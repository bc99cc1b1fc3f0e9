import type { ListOperation, Paging } from '../../../contract/profile/schema.ts';
import type { Fetch } from '../../../core/api/port.ts';
import { profileWith } from '../../unit/api/client-bed.ts';

/** How the served list behaves. */
export interface Served {
  readonly rows: number;
  readonly style: Exclude<Paging['style'], 'none'> | 'header';
  /** Rows that the client asks for, or null when it leaves that to the server. */
  readonly asked: number | null;
  /** The server's own largest page. */
  readonly most: number;
  readonly total: boolean;
  /** Names of pages are numbers, or ids; addresses are whole, or relative. */
  readonly short: boolean;
  /** Empty pages that the server slips in between, where pages have names. */
  readonly gaps: number;
}

/** Where the served list is. */
export const BASE = 'https://api.example.test/hub';

/** The profile that fits. Everything sits somewhere else than in the default one. */
export function profileOf({ style, asked, total }: Served) {
  const common = { sizeParam: asked === null ? null : 'count', size: asked ?? 100, total: total ? 'page info.all' : null };
  const pagings: { readonly [S in Served['style']]: Paging } = {
    page: { style: 'page', pageParam: 'p', firstPage: 0, ...common },
    offset: { style: 'offset', offsetParam: 'skip', ...common },
    cursor: { style: 'cursor', cursorParam: 'after', next: 'page info.then', ...common },
    link: { style: 'link', next: 'page info.then', ...common },
    header: { style: 'link', next: null, ...common },
  };
  const list: ListOperation = { method: 'GET', path: '/tickets', query: {}, items: 'result.list', row: 'ticket', paging: pagings[style], updatedSince: null, sort: null };
  return profileWith({ auth: { in: 'query', param: 'key' }, versions: [{ name: '1', prefix: '/v1', operations: { 'ticket.list': list } }] });
}

/** First row of the page that is asked for, and how many empty pages came before it there. */
function asked({ style }: Served, query: URLSearchParams, size: number): readonly number[] {
  if (style === 'page') return [Number(query.get('p')) * size, 0];
  if (style === 'offset') return [Number(query.get('skip')), 0];
  return (query.get('after') ?? '0').split('.').map(Number);
}

/** The page that follows, as a number or text. */
function nameOf({ short, gaps }: Served, begin: number, gap: number): string | number {
  return short && gaps === 0 ? begin : `${begin}.${gap}`;
}

/** The reply, with the next page in its place; null after the last. */
function answer({ rows, style, total, short }: Served, list: readonly unknown[], next: string | number | null): Response {
  const then = next ?? (short ? null : '');
  const body = { result: { list }, 'Page-Info': { ...(total && { all: rows }), ...(style !== 'header' && { then }) } };
  const link = next === null ? '<?after=0>; rel=first' : `<?after=0>; rel=first, <${next}>; rel="last next"`;
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json', ...(style === 'header' && { link }) } });
}

/** A server of an unchanging list; refuses what it does not know. */
export function pagedServer(served: Served): Fetch & { readonly urls: string[] } {
  const { rows, style, most, short, gaps } = served;
  const urls: string[] = [];
  const all = Array.from({ length: rows }, (_each, index) => ({ ticket: { id: `t${index}` }, shown: true }));
  const run: Fetch = async (url) => {
    urls.push(url);
    const { searchParams: query, pathname } = new URL(url);
    if (pathname !== '/hub/v1/tickets') return new Response(null, { status: 404 });
    const count = query.get('count');
    const size = Math.min(most, Number(count ?? most));
    const [begin = 0, gap = 0] = asked(served, query, size);
    const end = gap < gaps ? begin : begin + size;
    const name = nameOf(served, end, gap < gaps ? gap + 1 : 0);
    const address = `${short ? '' : `${BASE}/v1/tickets`}?${count === null ? '' : `count=${size}&`}key=${query.get('key') ?? ''}&after=${name}`;
    const next = style === 'cursor' ? name : address;
    return answer(served, all.slice(begin, end), end < rows ? next : null);
  };
  return Object.assign(run, { urls });
}
