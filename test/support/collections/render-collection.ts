import { ENTITIES, type Entity } from '../../../contract/entity.ts';
import type { ApiProfile, GetOperation, ListOperation, Paging } from '../../../contract/profile/schema.ts';

/** Asks the API whose documentation is written: a path with its query, a method and a body; answers with status, headers and text. */
export type Ask = (request: { method: string; path: string; headers: Record<string, string>; body?: string }) => Promise<{ status: number; headers: [string, string][]; text: string }>;

/** What a vendor writes its documentation from. */
export interface Documented {
  readonly profile: ApiProfile;
  readonly ask: Ask;
  readonly apiToken: string;
  readonly refreshToken: string;
  readonly baseUrl: string;
  readonly title: string;
  /** v2.0 writes attributes as an object, v2.1 as a list. */
  readonly format: '2.0' | '2.1';
}

const FOLDERS: Readonly<Record<Entity, string>> = {
  ticket: 'Tickets', task: 'Tasks', consumer: 'Consumers', department: 'Departments', ticketTag: 'Ticket tags', consumerTag: 'Consumer tags', customField: 'Custom fields',
};
const SINCE = { iso: '2025-01-31T09:00:00Z', epochMs: '1738314000000', epochS: '1738314000' };

type Pair = readonly [string, string];

/** Parameters that ask for the first page, as a vendor shows them. */
function pageParameters(paging: Paging): Pair[] {
  if (paging.style === 'none') return [];
  const size: Pair[] = paging.sizeParam === null ? [] : [[paging.sizeParam, String(paging.size)]];
  if (paging.style === 'page') return [[paging.pageParam, String(paging.firstPage)], ...size];
  if (paging.style === 'offset') return [[paging.offsetParam, '0'], ...size];
  return paging.style === 'cursor' ? [[paging.cursorParam, ''], ...size] : size;
}

function attributes(format: Documented['format'], values: Record<string, string>): unknown {
  return format === '2.0' ? values : Object.entries(values).map(([key, value]) => ({ key, value, type: 'string' }));
}

function authOf({ profile: { auth }, format }: Documented): unknown {
  if (auth.in === 'query') return { type: 'apikey', apikey: attributes(format, { key: auth.param, value: '{{apiToken}}', in: 'query' }) };
  if (auth.header === 'Authorization' && auth.prefix === 'Bearer ') return { type: 'bearer', bearer: attributes(format, { token: '{{apiToken}}' }) };
  return { type: 'apikey', apikey: attributes(format, { key: auth.header, value: `${auth.prefix}{{apiToken}}`, in: 'header' }) };
}

function urlOf({ format }: Documented, path: string, query: readonly Pair[]): unknown {
  const raw = `{{baseUrl}}${path.replaceAll('{id}', ':id')}${query.length === 0 ? '' : `?${query.map(([name, value]) => `${name}=${value}`).join('&')}`}`;
  if (format === '2.0' && query.length === 0) return raw;
  return { raw, host: ['{{baseUrl}}'], path: path.replaceAll('{id}', ':id').split('/').filter((part) => part !== ''), query: query.map(([key, value]) => ({ key, value })), variable: path.includes('{id}') ? [{ key: 'id', value: '' }] : [] };
}

/** Writes a Postman collection for a profile, each saved answer being one that the API really gave. */
export async function renderCollection(documented: Documented): Promise<string> {
  const { profile, ask, apiToken, refreshToken, format } = documented;

  async function saved(method: string, path: string, query: readonly Pair[], shown: readonly Pair[], original: string): Promise<{ example: unknown; json: unknown }> {
    const tokens: Pair[] = profile.auth.in === 'query' ? [[profile.auth.param, apiToken]] : [];
    const headers = profile.auth.in === 'header' ? { [profile.auth.header]: `${profile.auth.prefix}${apiToken}` } : {};
    const sent = new URLSearchParams([...query, ...tokens].filter(([, value]) => value !== '').map(([name, value]) => [name, value])).toString();
    const { status, headers: answered, text } = await ask({ method, path: sent === '' ? path : `${path}?${sent}`, headers });
    if (status !== 200) throw new Error(`${method} ${path} was answered with ${status}: ${text}`);
    const example = { name: 'OK', originalRequest: { method, url: urlOf(documented, original, shown) }, code: status, header: answered.map(([key, value]) => ({ key, value })), body: text };
    return { example, json: JSON.parse(text) as unknown };
  }

  async function list(entity: Entity, prefix: string, operation: ListOperation) {
    const path = `${prefix}${operation.path}`;
    const paging = pageParameters(operation.paging);
    const small = paging.map(([name, value]): Pair => [name, operation.paging.style !== 'none' && name === operation.paging.sizeParam ? '3' : value]);
    const filter: Pair[] = operation.updatedSince ? [[operation.updatedSince.param, SINCE[operation.updatedSince.format]]] : [];
    const order = (value: string | undefined): Pair[] => (operation.sort && value !== undefined ? [[operation.sort.param, value]] : []);
    const constant = Object.entries(operation.query);
    const first = await saved(operation.method, path, [...constant, ...small, ...order(operation.sort?.descending)], [...paging, ...order(operation.sort?.descending)], path);
    const second = operation.sort ? [(await saved(operation.method, path, [...constant, ...small, ...order(operation.sort.ascending)], [...paging, ...order(operation.sort.ascending)], path)).example] : [];
    const item = {
      name: `List ${FOLDERS[entity].toLowerCase()}`,
      request: { method: operation.method, header: [], url: urlOf(documented, path, [...constant, ...paging, ...filter, ...order(operation.sort?.descending)]) },
      response: [first.example, ...second],
    };
    return { item, json: first.json };
  }

  async function get(entity: Entity, prefix: string, operation: GetOperation, id: string) {
    const path = `${prefix}${operation.path}`;
    const { example } = await saved(operation.method, path.replace('{id}', encodeURIComponent(id)), [], [], path);
    return { name: `Get ${FOLDERS[entity].toLowerCase().replace(/s$/, '')}`, request: { method: operation.method, header: [], url: urlOf(documented, path, []) }, response: [example] };
  }

  /** The id of any row: read with the first version that lists them. */
  async function anyId(entity: Entity): Promise<string> {
    for (const { prefix, operations } of profile.versions) {
      const operation = operations[`${entity}.list`];
      if (!operation || !('items' in operation)) continue;
      const { json } = await list(entity, prefix, operation);
      const id = /"_?(?:id|Id|ID)":\s*"([^"]+)"/.exec(JSON.stringify(json))?.[1];
      if (id !== undefined) return id;
    }
    throw new Error(`no ${entity} to show`);
  }

  async function folder(entity: Entity, { prefix, operations }: ApiProfile['versions'][number]) {
    const [listed, single] = [operations[`${entity}.list`], operations[`${entity}.get`]];
    const items: unknown[] = [];
    if (listed && 'items' in listed) items.push((await list(entity, prefix, listed)).item);
    if (single && 'item' in single) items.push(await get(entity, prefix, single, await anyId(entity)));
    if (listed) items.push({ name: `Create ${entity}`, request: { method: 'POST', header: [], body: { mode: 'raw', raw: '{"name":"x"}' }, url: urlOf(documented, `${prefix}${listed.path}`, []) }, response: [] });
    return items.length === 0 ? [] : [{ name: FOLDERS[entity], item: items }];
  }

  async function refresh(): Promise<unknown> {
    const { path, body } = profile.refresh;
    const filled = (token: string): string => JSON.stringify(Object.fromEntries(Object.entries(body).map(([name, value]) => [name, value.replace('{refreshToken}', token)])));
    const { status, text } = await ask({ method: 'POST', path, headers: { 'content-type': 'application/json' }, body: filled(refreshToken) });
    if (status !== 200) throw new Error(`the refresh call was answered with ${status}`);
    return {
      name: 'Refresh the API token',
      request: { auth: { type: 'noauth' }, method: 'POST', header: [{ key: 'Content-Type', value: 'application/json' }], body: { mode: 'raw', raw: filled('{{refreshToken}}') }, url: urlOf(documented, path, []) },
      response: [{ name: 'OK', code: 200, header: [], body: text }],
    };
  }

  const versions: unknown[] = [];
  for (const version of profile.versions) {
    const folders: unknown[] = [];
    for (const entity of ENTITIES) folders.push(...(await folder(entity, version)));
    versions.push({ name: `Version ${version.name}`, item: folders });
  }
  return JSON.stringify({
    info: { name: documented.title, schema: `https://schema.getpostman.com/json/collection/v${format}.0/collection.json` },
    auth: authOf(documented),
    variable: [{ key: 'baseUrl', value: documented.baseUrl }, { key: 'apiToken', value: apiToken }, { key: 'refreshToken', value: refreshToken, type: 'secret' }],
    item: [{ name: 'Session', item: [await refresh()] }, ...versions],
  });
}
