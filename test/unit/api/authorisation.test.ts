import { describe, expect, it } from 'vitest';
import { authorise } from '../../../core/api/authorisation.ts';
import type { ListOperation } from '../../../contract/profile/schema.ts';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { Secret } from '../../../core/secret.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { CANARY, clientBed, engineError, FIRST_PAGE, jsonAnswer, profileWith, recordingGovernor, scriptedFetch } from './client-bed.ts';

const LIST = CXPRESS_1_0.versions[0]?.operations['ticket.list'] as ListOperation;
const QUERY = profileWith({
  auth: { in: 'query', param: 'api key' },
  versions: [{ name: 'x', prefix: '/v1', operations: { 'ticket.list': { ...LIST, paging: { style: 'link', next: 'links.next', sizeParam: 'n', size: 5, total: null } }, 'ticket.get': { method: 'GET', path: '/tickets/{id}', item: 'data' } } }],
});
const AUTH = `api%20key=${CANARY}-0`;

describe('a token in the query', () => {
  it('is the last parameter, percent-encoded, and in no header', () => {
    const token = new Secret('a&b=c #%+é');
    expect(authorise(QUERY.auth, '/t?x=1', token)).toEqual({ path: '/t?x=1&api%20key=a%26b%3Dc%20%23%25%2B%C3%A9', headers: {} });
    expect(authorise({ in: 'query', param: 'k' }, '/t', token)?.path).toMatch(/^\/t\?k=/);
  });

  it.each(['', 'a\ud800'])('is not sent when no address can hold it (%j)', (text) => {
    expect(authorise(QUERY.auth, '/t', new Secret(text))).toBeNull();
  });

  it('is sent with lists, followed links and single rows, and kept nowhere', async () => {
    const echo = `/v1/tickets?${AUTH}&cursor=2`;
    const fetch = scriptedFetch(jsonAnswer({ data: [{ id: 1 }], links: { next: echo } }), jsonAnswer({ data: [{ id: 2 }] }), jsonAnswer({ data: { id: 'x' } }));
    const { client } = clientBed({ fetch, profile: QUERY });
    const first = await client.list('ticket', FIRST_PAGE);
    expect(first.next).not.toBeNull();
    expect(JSON.stringify(first)).not.toContain(CANARY);
    const second = await client.list('ticket', { ...FIRST_PAGE, cursor: first.next });
    expect(second.next).toBeNull();
    await client.get('ticket', 'x', { lane: 'open' });
    expect(fetch.urls.map((url) => url.replace('https://api.example.test', ''))).toEqual([`/v1/tickets?n=5&sort=-updated_at&${AUTH}`, `/v1/tickets?cursor=2&${AUTH}`, `/v1/tickets/x?${AUTH}`]);
  });

  it.each([[401], [403], [404], [429], [500], [302]])('shows in no error (%i)', async (status) => {
    const fetch = scriptedFetch(jsonAnswer({ error: AUTH }, status));
    const { client, governor } = clientBed({ fetch, profile: QUERY });
    await engineError(client.list('ticket', FIRST_PAGE));
    await engineError(client.get('ticket', 'x', { lane: 'open' }));
    expect(JSON.stringify(governor.ends)).not.toContain(CANARY);
  });

  it('shows in no error of a fetch that names the address', async () => {
    const failing = (url: string): Promise<Response> => Promise.reject(new TypeError(`Failed to fetch ${url}`, { cause: new Error(url) }));
    expect((await engineError(clientBed({ fetch: failing, profile: QUERY }).client.list('ticket', FIRST_PAGE))).code).toBe('unreachable');
    const throwing = (url: string): never => {
      throw new TypeError(`Failed to parse URL from ${url}`);
    };
    expect((await engineError(clientBed({ fetch: throwing, profile: QUERY }).client.list('ticket', FIRST_PAGE))).code).toBe('unreachable');
  });

  it('is not in the address of a refresh', async () => {
    const fetch = scriptedFetch(jsonAnswer({ api_token: 'new' }));
    const refresh = createTokenRequest({ profile: QUERY, baseUrl: parseBaseUrl('api.example.test'), fetch, governor: recordingGovernor(), clock: fakeClock() });
    await refresh(new Secret(CANARY));
    expect(fetch.urls).toEqual(['https://api.example.test/v1/auth/refresh']);
  });
});
