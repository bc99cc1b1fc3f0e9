import type { Entity } from '../../../contract/entity.ts';
import { foldName } from '../../../contract/profile/fold-name.ts';
import type { ApiProfile, GetOperation, ListOperation } from '../../../contract/profile/schema.ts';

/** No list that a test reads is longer. */
const MOST_PAGES = 10_000;

/** A row as it came, and where it was read. */
export type RawRow = Readonly<Record<string, unknown>>;

/** What {@link ProfileReader.list} asks for. */
export interface ListWish {
  /** Server time, epoch ms; only where the dialect has a filter. */
  readonly since?: number;
  readonly descending?: boolean;
  /** Rows per page; the profile's own size when left out. */
  readonly size?: number;
  /** Runs between two pages. */
  readonly betweenPages?: () => void;
}

/** The plainest possible reader of a profile, written apart from the product's: one request after the other, no paging drift handled. */
export interface ProfileReader {
  /** Rows page by page. */
  list(entity: Entity, wish?: ListWish): Promise<RawRow[][]>;
  get(entity: Entity, id: string): Promise<{ readonly status: number; readonly row: RawRow | null }>;
  /** A record field of a row, by the profile's candidates. */
  field(entity: Entity, row: RawRow, name: string): unknown;
  /** The newest version's operation with its whole path. */
  operation<K extends 'list' | 'get'>(entity: Entity, kind: K): K extends 'list' ? ListOperation : GetOperation;
  /** An address with authentication in it, and the headers that go with it. */
  call(path: string, query?: Readonly<Record<string, string>>): { readonly url: string; readonly headers: Record<string, string> };
}

type SomeFetch = (url: string, init: { method: string; headers: Record<string, string>; body?: string }) => Promise<Response>;

/** Walks a dotted path, names folded; undefined when a step is missing. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const name of path === '' ? [] : path.split('.')) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = Object.entries(here).find(([key]) => foldName(key) === foldName(name))?.[1];
  }
  return here;
}

/** The address of `rel="next"` in a `Link` header. */
function nextOf(header: string | null): string | null {
  return /<([^>]*)>\s*;\s*rel="next"/.exec(header ?? '')?.[1] ?? null;
}

/** Makes a {@link ProfileReader}. */
export function createProfileReader(parts: { profile: ApiProfile; fetch: SomeFetch; baseUrl: string; token: string }): ProfileReader {
  const { profile, fetch, baseUrl, token } = parts;
  const { auth } = profile;

  const authorised = (address: URL): { url: string; headers: Record<string, string> } => {
    if (auth.in === 'header') return { url: address.href, headers: { [auth.header]: `${auth.prefix}${token}` } };
    address.searchParams.set(auth.param, token);
    return { url: address.href, headers: {} };
  };
  const call = (path: string, query: Readonly<Record<string, string>> = {}): ReturnType<typeof authorised> => {
    const address = new URL(`${baseUrl}${path}`);
    for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
    return authorised(address);
  };
  const operation = <K extends 'list' | 'get'>(entity: Entity, kind: K): K extends 'list' ? ListOperation : GetOperation => {
    const version = profile.versions.find(({ operations }) => operations[`${entity}.${kind}`]);
    const found = version?.operations[`${entity}.${kind}`];
    if (!found || !version) throw new Error(`no ${entity}.${kind}`);
    return { ...found, path: `${version.prefix}${found.path}` } as K extends 'list' ? ListOperation : GetOperation;
  };
  const query = (spec: ListOperation, wish: ListWish): Record<string, string> => {
    const { paging, sort, updatedSince } = spec;
    const asked: Record<string, string> = { ...spec.query };
    if (sort && wish.descending !== undefined) asked[sort.param] = wish.descending ? sort.descending : sort.ascending;
    if (updatedSince && wish.since !== undefined) {
      const times = { iso: new Date(wish.since).toISOString(), epochMs: String(wish.since), epochS: String(Math.floor(wish.since / 1000)) };
      asked[updatedSince.param] = times[updatedSince.format];
    }
    if (paging.style !== 'none' && paging.sizeParam !== null) asked[paging.sizeParam] = String(wish.size ?? paging.size);
    return asked;
  };
  /** Parameters or address of the page after `pages`; null when there is none. */
  const following = (spec: ListOperation, pages: readonly RawRow[][], json: unknown, response: Response): Record<string, string> | string | null => {
    const { paging } = spec;
    const last = pages.at(-1)?.length ?? 0;
    switch (paging.style) {
      case 'none':
        return null;
      case 'page':
        return last === 0 ? null : { [paging.pageParam]: String(paging.firstPage + pages.length) };
      case 'offset':
        return last === 0 ? null : { [paging.offsetParam]: String(pages.flat().length) };
      case 'cursor': {
        const cursor = at(json, paging.next);
        return typeof cursor === 'string' && cursor !== '' ? { [paging.cursorParam]: cursor } : null;
      }
      case 'link': {
        const address = paging.next === null ? nextOf(response.headers.get('link')) : at(json, paging.next);
        return typeof address === 'string' && address !== '' ? address : null;
      }
    }
  };

  return {
    call, operation,
    field: (entity, row, name) => (profile.fields[entity]?.[name] ?? []).map((candidate) => at(row, candidate)).find((value) => value !== undefined),
    async list(entity, wish = {}) {
      const spec = operation(entity, 'list');
      const pages: RawRow[][] = [];
      let next: Record<string, string> | string | null = {};
      while (next !== null) {
        const { url, headers } = typeof next === 'string' ? authorised(new URL(next, baseUrl)) : call(spec.path, { ...query(spec, wish), ...next });
        const response = await fetch(url, { method: spec.method, headers, ...(spec.method === 'POST' ? { body: '{}' } : {}) });
        const json: unknown = await response.json();
        const items = at(json, spec.items);
        if (response.status !== 200 || !Array.isArray(items)) throw new Error(`${url}: ${response.status} ${JSON.stringify(json).slice(0, 200)}`);
        if (pages.length >= MOST_PAGES) throw new Error(`${url}: no end after ${MOST_PAGES} pages`);
        pages.push(items.map((item) => at(item, spec.row) as RawRow));
        next = following(spec, pages, json, response);
        if (next !== null) wish.betweenPages?.();
      }
      return pages;
    },
    async get(entity, id) {
      const spec = operation(entity, 'get');
      const { url, headers } = call(spec.path.replace('{id}', encodeURIComponent(id)));
      const response = await fetch(url, { method: spec.method, headers });
      const json: unknown = await response.json();
      return { status: response.status, row: response.status === 200 ? (at(json, spec.item) as RawRow) : null };
    },
  };
}
