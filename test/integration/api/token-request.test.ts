import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { systemClock } from '../../../core/clock.ts';
import { Secret } from '../../../core/secret.ts';
import { drop, html, json, startScriptedServer, text, type Script, type ScriptedServer } from '../../support/scripted-server.ts';
import { CANARY, engineError, nodeFetch, recordingGovernor } from '../../unit/api/client-bed.ts';

/** `$&` and quotes: what careless text replacement would spoil. */
const REFRESH = new Secret(`${CANARY}-$&-"refresh`);

describe('the refresh call over real HTTP', () => {
  let server: ScriptedServer;
  beforeEach(async () => {
    server = await startScriptedServer();
  });
  afterEach(() => server.close());

  function bed(profile = CXPRESS_1_0) {
    const governor = recordingGovernor();
    return { governor, request: createTokenRequest({ profile, baseUrl: parseBaseUrl(server.baseUrl), fetch: nodeFetch, governor, clock: systemClock() }) };
  }

  it('sends the token in the body alone and reads the new pair', async () => {
    server.play(json({ data: { api_token: ` ${CANARY}-new `, refresh_token: `${CANARY}-next` } }));
    const { request, governor } = bed();
    const reply = await request(REFRESH);
    expect(reply.apiToken.reveal()).toBe(`${CANARY}-new`);
    expect(reply.refreshToken?.reveal()).toBe(`${CANARY}-next`);
    expect(server.seen[0]).toMatchObject({ method: 'POST', url: '/v1/auth/refresh' });
    expect(JSON.parse(server.seen[0]?.body ?? '')).toEqual({ refresh_token: REFRESH.reveal() });
    expect(JSON.stringify(server.seen[0]?.headers)).not.toContain(CANARY);
    expect(governor.lanes).toEqual(['refresh']);
    expect(governor.ends).toEqual(['done']);
  });

  it('knows a server that does not rotate the refresh token', async () => {
    server.play(json({ token: 'plain', refreshToken: '' }));
    expect((await bed().request(REFRESH)).refreshToken).toBeNull();
  });

  const outcomes: readonly [string, Script, string][] = [
    ['JSON 401', json({ error: 'expired' }, 401), 'refreshTokenRejected'],
    ['JSON 400, which the guessed profile does not take for a dead token,', json({ error: 'unknown' }, 400), 'wrongShape'],
    ['a page 401', html(401), 'notJson'],
    ['plain words 401', text(401, 'text/plain', 'Unauthorized'), 'wrongShape'],
    ['an empty 401', text(401, null, ''), 'wrongShape'],
    ['broken JSON 401', text(401, 'application/json', '{"err'), 'wrongShape'],
    ['a 500', json({}, 500), 'serverError'],
    ['a block', json({}, 429), 'blocked'],
    ['a dropped line', drop(), 'unreachable'],
    ['JSON without a token', json({ data: {} }), 'wrongShape'],
    ['a token that no header can carry', json({ token: 'a\nb' }), 'wrongShape'],
    ['an echo of what was sent', (response, { body }) => json({ error: body, sent: body }, 422)(response, { method: '', url: '', headers: {}, body }), 'wrongShape'],
  ];
  it.each(outcomes)('takes %s for what it is', async (_name, script, code) => {
    server.play(script);
    const { request, governor } = bed();
    const error = await engineError(request(REFRESH));
    expect(error.code).toBe(code);
    expect(error.retry).toBe(code !== 'refreshTokenRejected');
    expect(governor.ends).toHaveLength(1);
  });

  it('takes a JSON 400 for a dead token where the profile says so', async () => {
    server.play(json({ error: 'unknown' }, 400));
    const { request } = bed({ ...CXPRESS_1_0, refresh: { ...CXPRESS_1_0.refresh, rejectedStatuses: [400] } });
    expect(await engineError(request(REFRESH))).toMatchObject({ code: 'refreshTokenRejected', retry: false });
  });
});
