import { describe, expect, it } from 'vitest';
import { ENTITIES } from '../../../../contract/entity.ts';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { Fetch } from '../../../../core/api/port.ts';
import { createConnectionTrial } from '../../../../main/engine/connection-trial.ts';
import { provenMemory } from '../../../support/electron/proven-memory.ts';
import { openGovernor } from '../../../support/electron/open-governor.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

/** A server that knows one API token and one refresh token, and replaces both at a refresh. */
function server({ broken = '', renewedBefore = true } = {}) {
  const state = { api: 'api-1', refresh: 'refresh-1', broken, refreshes: 0, refusals: 0, lists: 0 };
  const reply = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  const fetch: Fetch = async (url, init) => {
    const { pathname } = new URL(url);
    if (pathname.endsWith('/auth/refresh')) {
      if (state.broken === '/auth/refresh') return reply({}, 500);
      if (init.body !== JSON.stringify({ refresh_token: state.refresh })) {
        state.refusals += 1;
        return reply({ error: 'dead' }, 401);
      }
      state.refreshes += 1;
      state.api = `api-${state.refreshes + 1}`;
      state.refresh = `refresh-${state.refreshes + 1}`;
      return reply({ data: { api_token: state.api, refresh_token: state.refresh } });
    }
    state.lists += 1;
    if (init.headers['Authorization'] !== `Bearer ${state.api}`) return reply({}, 401);
    if (state.broken !== '' && pathname.endsWith(state.broken)) return reply({}, 500);
    return reply({ data: [], meta: { total: 3 } });
  };
  const clock = fakeClock();
  const governor = openGovernor();
  const renewed = provenMemory();
  if (renewedBefore) renewed.add(CXPRESS_1_0);
  return { state, clock, governor, renewed, trial: createConnectionTrial({ profile: () => CXPRESS_1_0, fetch, governor, clock, renewed }) };
}

const typed = { baseUrl: 'https://api.example.test/', apiToken: ' Bearer api-1 ', refreshToken: 'refresh-1' };
const pair = ({ pair: { apiToken, refreshToken } }: { pair: { apiToken: { reveal(): string }; refreshToken: { reveal(): string } } }) => [apiToken.reveal(), refreshToken.reveal()];

describe('trying a connection', () => {
  it('asks for every entity once, in the governor\'s slots', async () => {
    const { trial, governor } = server();
    const tried = await trial.run(typed);
    expect(tried.checks.map(({ entity, outcome, total }) => [entity, outcome, total])).toEqual(ENTITIES.map((entity) => [entity, 'ok', 3]));
    expect([tried.baseUrl.href, pair(tried)]).toEqual(['https://api.example.test', ['api-1', 'refresh-1']]);
    expect(governor.lanes).toHaveLength(ENTITIES.length);
  });

  it('does not spend the requests twice for "test", then "sign in"', async () => {
    const { trial, state, clock } = server();
    await trial.run(typed);
    await trial.run({ ...typed, baseUrl: 'api.example.test' });
    expect(state.lists).toBe(7);
    await clock.advance(5 * 60_000 + 1);
    await trial.run(typed);
    expect(state.lists).toBe(14);
  });

  it('tries again what was not in order', async () => {
    const { trial, state } = server({ broken: '/tasks' });
    expect((await trial.run(typed)).checks.map(({ outcome }) => outcome)).toContain('failed');
    state.broken = '';
    expect((await trial.run(typed)).checks.map(({ outcome }) => outcome)).not.toContain('failed');
  });

  it('hands on the pair that a rotating server gave during the trial', async () => {
    const { trial, state } = server();
    const old = { ...typed, apiToken: 'expired' };
    expect(pair(await trial.run(old))).toEqual(['api-2', 'refresh-2']);
    expect(pair(await trial.run(old))).toEqual(['api-2', 'refresh-2']);
    expect(state.refreshes).toBe(1);
  });

  it('keeps that pair even when the trial failed afterwards', async () => {
    const { trial, state } = server({ broken: '/tickets' });
    const old = { ...typed, apiToken: 'expired' };
    await trial.run(old);
    state.broken = '';
    expect(pair(await trial.run(old))).toEqual(['api-2', 'refresh-2']);
    expect(state.refreshes).toBe(1);
  });

  it('proves the refresh token once, and hands on what came back', async () => {
    const { trial, state } = server();
    const tried = await trial.run(typed);
    expect(state.refreshes).toBe(0);
    const [first, second] = [await tried.prove(), await (await trial.run(typed)).prove()];
    expect([pair(first), first.failure, pair(second), state.refreshes]).toEqual([['api-2', 'refresh-2'], null, ['api-2', 'refresh-2'], 1]);
  });

  it('says at once that a refresh token is wrong', async () => {
    const { trial, state } = server();
    const tried = await trial.run({ ...typed, refreshToken: 'mistyped' });
    await expect(tried.prove()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    await expect(tried.prove()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(state.refusals).toBe(1);
  });

  it('asks again about a refused refresh token after a minute', async () => {
    const { trial, state, clock } = server();
    const prove = async () => (await trial.run({ ...typed, refreshToken: 'refresh-2' })).prove();
    await expect(prove()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    state.refresh = 'refresh-2';
    await clock.advance(60_000);
    expect((await prove()).failure).toBeNull();
  });

  it('doubts a refusal by a way of renewing that has never worked, and believes it once it has', async () => {
    const { trial, state, renewed } = server({ renewedBefore: false });
    const wrong = await (await trial.run({ ...typed, refreshToken: 'mistyped' })).prove();
    expect([pair(wrong), wrong.failure?.code, renewed.has(CXPRESS_1_0)]).toEqual([['api-1', 'mistyped'], 'refreshTokenRejected', false]);
    expect((await (await trial.run(typed)).prove()).failure).toBeNull();
    expect([state.refreshes, renewed.has(CXPRESS_1_0)]).toEqual([1, true]);
    const other = { ...typed, apiToken: state.api, refreshToken: 'mistyped' };
    await expect((await trial.run(other)).prove()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
  });

  it('keeps the replaced refresh token when the API token is typed anew', async () => {
    const { trial, state } = server();
    await trial.run({ ...typed, apiToken: 'api-1-typo' });
    const tried = await trial.run({ ...typed, apiToken: 'api-1-other' });
    expect([pair(tried), state.refusals]).toEqual([['api-2', 'refresh-2'], 0]);
    expect(pair(await trial.run({ ...typed, apiToken: 'api-1-third' }))).toEqual(['api-2', 'refresh-2']);
    expect((await tried.prove()).failure).toBeNull();
  });

  it('takes the API token that was typed anew while nothing was replaced', async () => {
    const { trial } = server();
    const first = trial.run({ ...typed, apiToken: 'wrong', refreshToken: 'wrong too' });
    await expect(first).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(pair(await trial.run({ ...typed, refreshToken: 'wrong too' }))).toEqual(['api-1', 'wrong too']);
  });

  it('keeps the pasted pair where nothing usable came back, and may prove it later', async () => {
    const { trial, state } = server({ broken: '/auth/refresh' });
    const tried = await trial.run(typed);
    const proof = await tried.prove();
    expect([pair(proof), proof.failure?.code]).toEqual([['api-1', 'refresh-1'], 'serverError']);
    state.broken = '';
    expect(pair(await tried.prove())).toEqual(['api-2', 'refresh-2']);
  });

  it('forgets the tokens when told, and when others are tried', async () => {
    const { trial, state } = server();
    await trial.run(typed);
    trial.forget();
    await trial.run(typed);
    expect(state.lists).toBe(14);
    await expect(trial.run({ ...typed, apiToken: 'other', refreshToken: 'another' })).rejects.toMatchObject({ code: 'refreshTokenRejected' });
  });

  it.each([
    [{ baseUrl: 'http://api.example.test' }, 'addressInsecure'],
    [{ baseUrl: 'not an address' }, 'addressInvalid'],
    [{ apiToken: ' "" ' }, 'tokenEmpty'],
    [{ refreshToken: '' }, 'tokenEmpty'],
    [{ apiToken: 'the same', refreshToken: ' "the same" ' }, 'tokensIdentical'],
  ])('sends nothing for %j', async (change, code) => {
    const { trial, governor } = server();
    await expect(trial.run({ ...typed, ...change })).rejects.toMatchObject({ code });
    expect(governor.lanes).toEqual([]);
  });
});
