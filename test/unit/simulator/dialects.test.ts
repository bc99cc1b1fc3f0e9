import { describe, expect, test } from 'vitest';
import { ENTITIES } from '../../../contract/entity.ts';
import { apiProfileSchema } from '../../../contract/profile/schema.ts';
import { DIALECT_NAMES, DIALECTS } from '../../../simulator/dialects/dialects.ts';
import type { KeyStyle } from '../../../simulator/spelling.ts';
import { dialectWorld, WORLD_START } from '../../support/simulator/dialect-world.ts';
import { at } from '../../support/simulator/profile-reader.ts';

const SPELLED: Readonly<Record<KeyStyle, RegExp>> = { snake: /^[a-z0-9]+(_[a-z0-9]+)*$/, camel: /^[a-z0-9]+([A-Z][a-z0-9]*)*$/, spaced: /^[a-z0-9]+( [a-z0-9]+)*$/ };

test('there is every way of paging, of authentication and of spelling, and every pairing of filter and sort', () => {
  const dialects = Object.values(DIALECTS);
  const lists = dialects.flatMap(({ profile }) => profile.versions.flatMap(({ operations }) => Object.values(operations).filter((operation) => 'items' in operation)));
  expect(new Set(lists.map(({ paging }) => paging.style))).toEqual(new Set(['page', 'offset', 'cursor', 'link', 'none']));
  expect(new Set(lists.map(({ updatedSince, sort }) => `${updatedSince !== null}/${sort !== null}`)).size).toBe(4);
  expect(new Set(lists.flatMap(({ updatedSince }) => updatedSince?.format ?? [])).size).toBe(3);
  expect(new Set(dialects.map(({ profile }) => profile.auth.in)).size).toBe(2);
  expect(new Set(dialects.map(({ keys }) => keys)).size).toBe(3);
  expect(lists.some(({ paging }) => paging.style === 'link' && paging.next === null) && lists.some(({ paging }) => paging.style === 'link' && paging.next !== null)).toBe(true);
  expect(dialects.map(({ name }) => name)).toEqual([...DIALECT_NAMES]);
});

describe.each(DIALECT_NAMES)('dialect %s', (name) => {
  test('its profile is a valid one', () => {
    expect(apiProfileSchema.parse(DIALECTS[name].profile)).toEqual(DIALECTS[name].profile);
  });

  test('lists every row of every entity once, and answers each by id with the same row', async () => {
    const { simulator, reader } = dialectWorld(name, { tickets: 260 });
    for (const entity of ENTITIES) {
      const truth = simulator.visible(entity);
      const pages = await reader.list(entity);
      const rows = pages.flat();
      expect(rows.map((row) => reader.field(entity, row, 'id'))).toEqual(truth.map(({ id }) => id));
      expect(rows.map((row) => Date.parse(String(reader.field(entity, row, 'updatedAt'))))).toEqual(truth.map(({ updatedAt }) => updatedAt));
      const [first] = rows;
      expect(await reader.get(entity, truth[0]?.id ?? '')).toEqual({ status: 200, row: first });
    }
    const { paging } = reader.operation('ticket', 'list');
    const pages = await reader.list('ticket');
    expect(pages.filter((page) => page.length > 0)).toHaveLength(paging.style === 'none' ? 1 : Math.ceil(260 / paging.size));
  });

  test('newest first where it sorts; from a time on, tombstones included, where it filters', async () => {
    const { simulator, reader, pass } = dialectWorld(name);
    const { sort, updatedSince } = reader.operation('ticket', 'list');
    const ids = async (wish: Parameters<typeof reader.list>[1]): Promise<unknown[]> => (await reader.list('ticket', wish)).flat().map((row) => reader.field('ticket', row, 'id'));
    const [oldest, second] = simulator.visible('ticket');
    if (sort) expect(await ids({ descending: true })).toEqual(simulator.visible('ticket').map(({ id }) => id).reverse());
    pass(5000);
    simulator.parts.mutations.update('ticket', oldest?.id ?? '', { status: 'Changed' });
    pass(5000);
    simulator.parts.mutations.remove('ticket', second?.id ?? '');
    if (updatedSince) expect(await ids({ since: WORLD_START + 1 })).toEqual([oldest?.id, second?.id]);
    else expect(await ids({ since: WORLD_START + 1 })).toHaveLength(29);
  });

  test('every key is spelled its way, on the outside and in rows', async () => {
    const { simulator, reader } = dialectWorld(name);
    const pattern = SPELLED[DIALECTS[name].keys];
    const [ticket] = simulator.visible('ticket');
    simulator.parts.mutations.update('ticket', ticket?.id ?? '', { brandNewThing: 1 });
    const keys: string[] = [];
    const collect = (value: unknown, deep: number): void => {
      if (typeof value !== 'object' || value === null || deep === 0) return;
      if (!Array.isArray(value)) keys.push(...Object.keys(value));
      // Custom field values go by id: their keys are data.
      for (const [key, inner] of Object.entries(value)) if (!/^custom.?fields$/i.test(key)) collect(inner, deep - 1);
    };
    for (const [path, method] of [[reader.operation('ticket', 'list').path, 'GET'], [reader.operation('ticket', 'get').path.replace('{id}', ticket?.id ?? ''), 'GET']] as const) {
      const { url, headers } = reader.call(path, path.includes(ticket?.id ?? '-') ? {} : reader.operation('ticket', 'list').query);
      const response = await simulator.fetch(url, { method, headers });
      expect(response.status).toBe(200);
      collect(await response.json(), 6);
    }
    expect(keys.length).toBeGreaterThan(20);
    expect(keys.filter((key) => !pattern.test(key))).toEqual([]);
    expect(keys.some((key) => /^brand.?new.?thing$/i.test(key))).toBe(true);
  });

  test('refreshes as its profile says', async () => {
    const { simulator, reader } = dialectWorld(name);
    const { refresh } = simulator.parts.profile;
    const body = Object.fromEntries(Object.entries(refresh.body).map(([key, text]) => [key, text.replace('{refreshToken}', simulator.refreshToken)]));
    const response = await simulator.fetch(`${simulator.baseUrl}${refresh.path}`, { method: 'POST', body: JSON.stringify(body) });
    const json: unknown = await response.json();
    expect(at(json, refresh.read.apiToken[0] ?? '')).toMatch(/^cxa_/);
    const rotated = at(json, refresh.read.refreshToken[0] ?? '');
    expect(rotated === undefined).toBe(DIALECTS[name].tokenRules?.rotate !== true);
    expect(reader.call('/x').url.includes(simulator.apiToken)).toBe(simulator.parts.profile.auth.in === 'query');
  });

  test('no token is ever in the log of requests', async () => {
    const { simulator, reader } = dialectWorld(name);
    await reader.list('ticket');
    expect(JSON.stringify(simulator.parts.oracle.requests(0, 100))).not.toContain(simulator.apiToken);
    expect(simulator.parts.oracle.report().byOperation).toMatchObject({ 'ticket.list': expect.any(Number) });
  });
});

test('older versions answer their own operations in their own way', async () => {
  const { simulator, reader } = dialectWorld('versions');
  const send = async (path: string): Promise<unknown> => (await simulator.fetch(reader.call(path).url, { headers: reader.call(path).headers })).json();
  const [newest, middle, oldest] = (await Promise.all([send('/v3/conversations'), send('/v2/tickets'), send('/v1/tickets')])) as [{ data: unknown[] }, { content: { rows: unknown[]; count: number } }, { data: unknown[]; total: number }];
  expect(middle.content).toEqual({ rows: newest.data, count: 30 });
  expect(oldest).toEqual({ data: newest.data, total: 30 });
  expect(await send('/v3/sectors')).toMatchObject({ error: { code: 'unknown_path' } });
});

test('links are whole addresses in the header and bare paths in the body, without any token', async () => {
  const header = dialectWorld('link', { tickets: 90 });
  const { url, headers } = header.reader.call('/rest/tickets', { orderBy: 'updatedAt desc' });
  const response = await header.simulator.fetch(url, { headers });
  expect(response.headers.get('link')).toContain('<https://cxpress.test/rest/tickets?orderBy=updatedAt+desc&page=2>; rel="next"');
  const body = dialectWorld('nextlink', { tickets: 70 });
  const target = body.reader.call('/integration/v1/tickets');
  expect(await (await body.simulator.fetch(target.url, { headers: target.headers })).json()).toMatchObject({ count: 70, next: expect.stringMatching(/^\/integration\/v1\/tickets\?position=[\w-]+$/) });
});

test.each([
  ['cursor', '/tickets', { cursor: 'bm90IG9uZQ' }, 'cursor is not one that this server gave.'],
  ['offset', '/api/tickets', { view: 'full', offset: '-1' }, 'offset must be a whole number.'],
  ['offset', '/api/tickets', {}, 'view must be full.'],
  ['link', '/rest/tickets', { page: '0' }, 'page begins at 1.'],
] as const)('%s refuses what it does not understand', async (name, path, query, message) => {
  const { simulator, reader } = dialectWorld(name);
  const { url, headers } = reader.call(path, query);
  const response = await simulator.fetch(url, { headers });
  expect([response.status, await response.json()]).toEqual([400, { error: { code: 'invalid_parameter', message } }]);
});
