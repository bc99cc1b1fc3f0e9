import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../../contract/profile/schema.ts';
import type { Fetch } from '../../../../core/api/port.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { Secret } from '../../../../core/secret.ts';
import { createConnectionTrial } from '../../../../main/engine/connection-trial.ts';
import { createSessionTrial } from '../../../../main/profiles/session-trial.ts';
import { provenMemory } from '../../../support/electron/proven-memory.ts';
import { openGovernor } from '../../../support/electron/open-governor.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const keyed: ApiProfile = { ...CXPRESS_1_0, id: 'keyed', auth: { in: 'header', header: 'X-Key', prefix: '' }, refresh: { ...CXPRESS_1_0.refresh, path: '/renew' }, baseUrl: 'https://elsewhere.test' };

/** A server that takes the token in `X-Key` and renews it at `/renew`. */
function server() {
  const state = { api: 'api-1', refresh: 'refresh-1' };
  const asked: string[] = [];
  const fetch: Fetch = async (url, { headers, body }) => {
    const { host, pathname } = new URL(url);
    asked.push(`${host}${pathname}`);
    const reply = (json: unknown, status = 200) => new Response(JSON.stringify(json), { status, headers: { 'content-type': 'application/json' } });
    if (pathname === '/renew') {
      if (body !== JSON.stringify({ refresh_token: state.refresh })) return reply({}, 401);
      Object.assign(state, { api: 'api-2', refresh: 'refresh-2' });
      return reply({ api_token: state.api, refresh_token: state.refresh });
    }
    return headers['X-Key'] === state.api ? reply({ data: [], meta: { total: 0 } }) : reply({}, 401);
  };
  return { state, asked, fetch, governor: openGovernor(), clock: fakeClock() };
}

describe('trying a profile with the session’s tokens', () => {
  const trial = (ground: ReturnType<typeof server>, current = async () => ({ token: new Secret('api-1'), generation: 1 })) => createSessionTrial({ ...ground, session: { current }, baseUrl: () => 'https://api.test' });

  it('asks where the tokens belong and nowhere else, in the governor’s slots', async () => {
    const ground = server();
    expect(await trial(ground)(keyed)).toMatchObject({ host: 'api.test', checks: { length: 7 } });
    expect(ground.asked.every((address) => address.startsWith('api.test/'))).toBe(true);
    expect(ground.governor.lanes).toHaveLength(7);
  });
  it('spends no refresh on a profile that puts the token in the wrong place', async () => {
    const ground = server();
    await expect(trial(ground)(CXPRESS_1_0)).rejects.toMatchObject({ code: 'apiTokenRejected' });
    expect(ground.asked).toEqual(['api.test/v1/tickets']);
  });
  it('says why there is no token', async () => {
    const ground = server();
    await expect(trial(ground, () => Promise.reject(new EngineError('refreshTokenRejected')))(keyed)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(ground.asked).toEqual([]);
  });
});

describe('trying a typed connection with another profile than the one in use', () => {
  const typed = { baseUrl: 'https://api.test', apiToken: 'expired', refreshToken: 'refresh-1' };

  it('speaks by that profile, tells that it works, and does not take the result of another for its own', async () => {
    const ground = server();
    const read: string[] = [];
    const trial = createConnectionTrial({ ...ground, renewed: provenMemory(), profile: () => CXPRESS_1_0, onRead: ({ id }) => read.push(id) });
    const fresh = { ...typed, apiToken: 'api-1' };
    await trial.run(fresh, keyed);
    expect(read).toEqual(['keyed']);
    await expect(trial.run(fresh)).rejects.toMatchObject({ code: expect.any(String) });
    expect(read).toEqual(['keyed']);
  });
  it('goes on with the pair that an earlier trial by another profile was given', async () => {
    const ground = server();
    const trial = createConnectionTrial({ ...ground, renewed: provenMemory(), profile: () => keyed });
    await trial.run(typed, { ...keyed, block: { statuses: [429], bodyPattern: null } });
    const tried = await trial.run(typed);
    expect([tried.pair.apiToken.reveal(), tried.pair.refreshToken.reveal()]).toEqual(['api-2', 'refresh-2']);
    expect(ground.asked.filter((address) => address.endsWith('/renew'))).toHaveLength(1);
  });
});
