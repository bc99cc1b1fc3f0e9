import { describe, expect, it } from 'vitest';
import { REFRESH_TOKEN_LIFE_MS } from '../../../../contract/limits.ts';
import { CXPRESS_1_0 } from '../../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../../contract/profile/schema.ts';
import { EngineError } from '../../../../core/engine-error.ts';
import { Secret } from '../../../../core/secret.ts';
import { believedRefresh } from '../../../../main/profiles/believed-refresh.ts';
import { createProvenProfiles, RENEWING } from '../../../../main/profiles/proven-profiles.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { memoryState } from '../../../support/memory-state.ts';
import { HOUR, MINUTE, PASTED, setUp } from '../../session/session-set-up.ts';

const wrong: ApiProfile = { ...CXPRESS_1_0, id: 'imported', refresh: { ...CXPRESS_1_0.refresh, path: '/oauth/renew' } };
const DAY = 24 * HOUR;

/** A session whose refresh goes through belief, and a server that answers as told, but 401 on every path it does not know. */
function bench(first: ApiProfile = CXPRESS_1_0) {
  const state = memoryState();
  const renewed = createProvenProfiles(state, recordingLog(), RENEWING);
  const told: boolean[] = [];
  const server = { answer: 'good' as 'good' | 'refuses' | 'unreachable', asked: 0 };
  let inUse = first;
  const ground = setUp();
  const session = ground.start({
    requestToken: believedRefresh({
      profile: () => inUse,
      request: (profile) => async (_token, beforeSend) => {
        await beforeSend();
        server.asked += 1;
        if (server.answer === 'unreachable') throw new EngineError('unreachable', { retry: true });
        if (server.answer === 'refuses' || profile.refresh.path !== CXPRESS_1_0.refresh.path) throw new EngineError('refreshTokenRejected');
        return { apiToken: new Secret(`api-${server.asked}`), refreshToken: null };
      },
      renewed,
      goodUntil: () => session.status().goodUntil,
      clock: ground.clock,
      onDoubt: (doubted) => told.push(doubted),
    }),
  });
  return { ...ground, session, renewed, state, server, told, use: (profile: ApiProfile) => (inUse = profile) };
}

describe('a refused refresh token', () => {
  it('does not end the session by the word of a profile that has only read', async () => {
    const { clock, session, use, told } = bench();
    await session.signIn(PASTED);
    use(wrong);
    await clock.advance(DAY);
    expect([session.status().state, told.at(-1)]).toEqual(['signedIn', true]);
    use(CXPRESS_1_0);
    await clock.advance(MINUTE);
    expect([session.status().generation, told.at(-1)]).toEqual([2, false]);
  });

  it('ends it by a way that has renewed a token before, in an earlier run too', async () => {
    const { clock, session, server, state, renewed } = bench();
    await session.signIn(PASTED);
    await clock.advance(HOUR);
    expect(renewed.has(CXPRESS_1_0)).toBe(true);
    const next = createProvenProfiles(state.crash(), recordingLog(), RENEWING);
    await next.load();
    expect([next.has({ ...CXPRESS_1_0, id: 'copy', fields: {} }), next.has(wrong)]).toEqual([true, false]);
    server.answer = 'refuses';
    await clock.advance(HOUR);
    expect(session.status().state).toBe('needsTokens');
  });

  it('is asked about seldom, then every few hours, and believed once its expected end has passed', async () => {
    const { clock, session, server, told } = bench();
    server.answer = 'refuses';
    await session.signIn(PASTED);
    await clock.advance(4 * HOUR);
    expect(server.asked).toBeLessThan(8);
    expect(told[0]).toBe(true);
    await clock.advance(REFRESH_TOKEN_LIFE_MS - 4 * HOUR - 10 * MINUTE);
    expect([session.status().state, server.asked < 80]).toEqual(['signedIn', true]);
    await clock.advance(15 * MINUTE);
    expect(session.status().state).toBe('needsTokens');
  });

  it('is asked about at once when another one is pasted', async () => {
    const { clock, session, server } = bench();
    server.answer = 'refuses';
    await session.signIn(PASTED);
    await clock.advance(4 * HOUR);
    server.answer = 'good';
    await session.signIn({ ...PASTED, refreshToken: new Secret('another') });
    await session.rejected(session.status().generation);
    await expect(session.current()).resolves.toMatchObject({ token: expect.objectContaining({}) });
    expect(session.status().generation).toBe(3);
  });

  it('is the only answer that is doubted', async () => {
    const { session, server, told } = bench();
    server.answer = 'unreachable';
    await session.signIn(PASTED);
    await expect(session.rejected(1)).rejects.toMatchObject({ code: 'unreachable' });
    expect(told).toEqual([]);
  });
});
