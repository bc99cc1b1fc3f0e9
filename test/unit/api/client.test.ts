import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { ListOperation } from '../../../contract/profile/schema.ts';
import type { ListRequest } from '../../../core/api/port.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import { CANARY, clientBed, countingTokens, engineError, FIRST_PAGE, jsonAnswer, profileWith, scriptedFetch } from './client-bed.ts';

const LIST = CXPRESS_1_0.versions[0]?.operations['ticket.list'] as ListOperation;
const EMPTY = jsonAnswer({ data: [], meta: { total: 0 } });
const SINCE = Date.UTC(2026, 0, 5, 12, 0, 0, 250);

/** A profile that knows one list. */
function withList(changes: Partial<ListOperation>, prefix = '/v1') {
  return profileWith({ versions: [{ name: 'x', prefix, operations: { 'ticket.list': { ...LIST, ...changes } } }] });
}

async function addressOf(changes: Partial<ListOperation>, request: Partial<ListRequest> = {}): Promise<URL> {
  const fetch = scriptedFetch(EMPTY);
  await clientBed({ fetch, profile: withList(changes) }).client.list('ticket', { ...FIRST_PAGE, ...request });
  return new URL(fetch.urls[0] ?? '');
}

describe('the address of a list', () => {
  it('holds constants, page, time and order as the profile has them', async () => {
    const url = await addressOf({ query: { expand: 'all & more' } }, { updatedSince: SINCE });
    expect(`${url.origin}${url.pathname}`).toBe('https://api.example.test/v1/tickets');
    expect(Object.fromEntries(url.searchParams)).toEqual({ expand: 'all & more', page: '1', per_page: '200', updated_since: '2026-01-05T12:00:00.250Z', sort: '-updated_at' });
  });

  it.each([['epochMs', String(SINCE)], ['epochS', String(Math.floor(SINCE / 1000))]] as const)('can hold times as %s', async (format, text) => {
    expect((await addressOf({ updatedSince: { param: 'from', format } }, { updatedSince: SINCE })).searchParams.get('from')).toBe(text);
  });

  it('has no query at all where the profile has none', async () => {
    expect((await addressOf({ paging: { style: 'none' }, sort: null, updatedSince: null }, { updatedSince: SINCE })).href).toBe('https://api.example.test/v1/tickets');
  });

  it('follows the cursor, the order and the size', async () => {
    const fetch = scriptedFetch(jsonAnswer({ data: [{ id: 1 }, { id: 2 }, 'junk'], meta: { total: 4 } }), jsonAnswer({ data: [{ id: 3 }], meta: { total: 4 } }));
    const { client } = clientBed({ fetch });
    const first = await client.list('ticket', { ...FIRST_PAGE, order: 'oldestFirst', size: 3 });
    expect(first.quarantined).toHaveLength(1);
    const second = await client.list('ticket', { ...FIRST_PAGE, order: 'oldestFirst', size: 3, cursor: first.next });
    expect(second.next).toBeNull();
    expect(fetch.urls.map((url) => new URL(url).searchParams.toString())).toEqual(['page=1&per_page=3&sort=updated_at', 'page=2&per_page=3&sort=updated_at']);
  });
});

describe('what is never sent', () => {
  it.each(['@elsewhere.test', '.elsewhere.test', ':1', 'v1', '/\\..', '//../..'])('goes to no other origin through the prefix %j', async (prefix) => {
    const fetch = scriptedFetch(EMPTY);
    const { client, governor } = clientBed({ fetch, profile: withList({}, prefix) });
    await client.list('ticket', FIRST_PAGE).catch((error: unknown) => expect(error).toEqual(new EngineError('addressInvalid')));
    expect(fetch.urls.every((url) => new URL(url).origin === 'https://api.example.test')).toBe(true);
    expect(governor.ends).toHaveLength(fetch.urls.length);
  });

  it.each(['', '.', '..', 'a\ud800'])('asks for no row with the id %j', async (id) => {
    const fetch = scriptedFetch(EMPTY);
    expect((await engineError(clientBed({ fetch }).client.get('ticket', id, { lane: 'open' }))).code).toBe('notFound');
    expect(fetch.urls).toEqual([]);
  });

  it.each(['https://elsewhere.test/v1/tickets', '//elsewhere.test/', 'https://api.example.test@elsewhere.test/', 'http://api.example.test/v1/tickets', 12, true])('goes to no other origin through the next link %j', async (next) => {
    const fetch = scriptedFetch(jsonAnswer({ data: [{ id: 1 }], next }));
    const { client } = clientBed({ fetch, profile: withList({ paging: { style: 'link', next: 'next', sizeParam: null, size: 10, total: null } }) });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('wrongShape');
    expect(fetch.urls).toHaveLength(1);
  });

  it('goes no way out of the base path', async () => {
    const fetch = scriptedFetch(EMPTY);
    const { client } = clientBed({ baseUrl: 'https://api.example.test/hub', fetch, profile: withList({ path: '/../../admin' }) });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('addressInvalid');
    expect(fetch.urls).toEqual([]);
  });

  it('spends no slot on a cursor it did not write', async () => {
    const { client, governor } = clientBed({ fetch: scriptedFetch(EMPTY) });
    expect((await engineError(client.list('ticket', { ...FIRST_PAGE, cursor: 'x' }))).code).toBe('wrongShape');
    expect(governor.lanes).toEqual([]);
  });

  it('takes a token that no header can carry for refused', async () => {
    const fetch = scriptedFetch(EMPTY);
    const tokens = { ...countingTokens(), current: async () => ({ token: new Secret(`${CANARY}\n€`), generation: 4 }) };
    expect((await engineError(clientBed({ fetch, tokens }).client.list('ticket', FIRST_PAGE))).code).toBe('apiTokenRejected');
    expect(tokens.refused).toEqual([4]);
    expect(fetch.urls).toEqual([]);
  });
});

describe('the client', () => {
  it('knows what the profile can do, and fails for the rest without a request', async () => {
    const fetch = scriptedFetch(EMPTY);
    const { client } = clientBed({ fetch, profile: withList({}) });
    expect([client.can('ticket', 'list'), client.can('ticket', 'get'), client.can('task', 'list')]).toEqual([true, false, false]);
    expect((await engineError(client.get('ticket', 'a', { lane: 'open' }))).code).toBe('wrongShape');
    expect(fetch.urls).toEqual([]);
  });

  it('refuses a row that is not the one it asked for', async () => {
    const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer({ data: { id: 'other' } })) });
    expect((await engineError(client.get('ticket', 'mine', { lane: 'open' }))).code).toBe('wrongShape');
  });

  it.each([404, 410])('tells a row that is gone (%i) from a list that is not there', async (status) => {
    const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer({}, status)) });
    expect((await engineError(client.get('ticket', 'a', { lane: 'open' }))).code).toBe('notFound');
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('wrongShape');
  });

  it('calls a 403 a missing permission, for a row as for a list', async () => {
    const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer({ error: 'forbidden' }, 403)) });
    expect((await engineError(client.get('ticket', 'a', { lane: 'open' }))).code).toBe('permissionMissing');
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('permissionMissing');
  });

  it('takes rows out of what they are wrapped in, and sets aside an item without one', async () => {
    const items = [{ resource: { ticket: { id: 1, subject: 'a' } }, rank: 9 }, { resource: {} }, { resource: { ticket: 'text' } }, null, { resource: { Ticket: { id: 2 } } }];
    const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer({ data: items, meta: { total: 5 } })), profile: withList({ row: 'resource.ticket' }) });
    const reply = await client.list('ticket', FIRST_PAGE);
    expect(reply.rows.map(({ id }) => id)).toEqual(['1', '2']);
    expect(reply.rows[0]?.extra).toEqual({});
    expect(reply.quarantined).toHaveLength(3);
    expect(reply.next).toBeNull();
  });

  it('reads rows at the top of the answer when the profile says so', async () => {
    const { client } = clientBed({ fetch: scriptedFetch(jsonAnswer([{ id: 1 }])), profile: withList({ items: '', paging: { style: 'none' } }) });
    expect(await client.list('ticket', FIRST_PAGE)).toMatchObject({ rows: [{ id: '1' }], next: null, total: null });
  });

  it.each(['signedOut', 'refreshTokenRejected'] as const)('passes on that there is no token (%s)', async (code) => {
    const tokens = { ...countingTokens(), rejected: () => Promise.reject(new EngineError(code)) };
    const { client, governor } = clientBed({ fetch: scriptedFetch(jsonAnswer({}, 401)), tokens });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe(code);
    expect(governor.ends).toEqual(['done']);
  });
});
