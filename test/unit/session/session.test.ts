import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import type { SessionStatus, TokenReply } from '../../../core/session/port.ts';
import { HOUR, MINUTE, PASTED, setUp, tokenNow } from './session-set-up.ts';

describe('a session', () => {
  it('has no token before a sign-in', async () => {
    const { session } = setUp();
    await expect(session.load()).resolves.toMatchObject({ state: 'signedOut', goodUntil: null });
    await expect(session.current()).rejects.toMatchObject({ code: 'signedOut' });
    await expect(session.rejected(0)).rejects.toMatchObject({ code: 'signedOut' });
  });

  it('keeps a pasted pair for 168 hours at most', async () => {
    const { clock, session } = setUp();
    await session.signIn(PASTED);
    expect(session.status()).toEqual({ state: 'signedIn', goodUntil: clock.now() + 168 * HOUR, apiTokenGoodUntil: clock.now() + HOUR, generation: 1, persisted: true });
    await expect(tokenNow(session)).resolves.toBe('api-0');
  });

  it('refuses an empty token', async () => {
    const { session } = setUp();
    await expect(session.signIn({ ...PASTED, refreshToken: new Secret('') })).rejects.toMatchObject({ code: 'tokenEmpty' });
  });

  it('refreshes in a window before the end of a token, without being asked', async () => {
    for (const [random, due] of [[0, 55], [0.5, 52.5], [0.999, 50.005]] as const) {
      const { clock, session, server } = setUp({ random: () => random });
      await session.signIn(PASTED);
      await clock.advance(due * MINUTE - 1);
      expect(server.asked).toHaveLength(0);
      await clock.advance(2);
      expect(server.asked).toEqual(['refresh-0']);
      await expect(tokenNow(session)).resolves.toBe('api-1');
      expect(session.status()).toMatchObject({ generation: 2, apiTokenGoodUntil: clock.now() + HOUR - 1 });
    }
  });

  it('measures the age of a token on the monotonic clock', async () => {
    const { clock, session, server } = setUp();
    await session.signIn(PASTED);
    clock.jumpWall(10 * 365 * 24 * HOUR);
    await clock.advance(MINUTE);
    await expect(tokenNow(session)).resolves.toBe('api-0');
    clock.jumpWall(-20 * 365 * 24 * HOUR);
    await clock.advance(53 * MINUTE);
    expect(server.asked).toHaveLength(1);
  });

  it('gives out the old token while the new one is fetched ahead of time', async () => {
    const { clock, session, server } = setUp();
    server.answer = () => new Promise(() => undefined);
    await session.signIn(PASTED);
    await clock.advance(53 * MINUTE);
    expect(server.asked).toHaveLength(1);
    await expect(tokenNow(session)).resolves.toBe('api-0');
  });

  it('lets callers of an expired token wait for one refresh', async () => {
    const { clock, session, server } = setUp();
    let land: (reply: TokenReply) => void = () => undefined;
    server.answer = () => new Promise((resolve) => (land = resolve));
    await session.signIn(PASTED);
    await clock.advance(HOUR);
    const callers = Promise.all(Array.from({ length: 50 }, () => tokenNow(session)));
    await clock.advance(MINUTE);
    land({ apiToken: new Secret('api-new'), refreshToken: null });
    expect(new Set(await callers)).toEqual(new Set(['api-new']));
    expect(server.asked).toHaveLength(1);
  });

  it('refreshes once for any number of refusals, and not again for a late one', async () => {
    const { session, server } = setUp();
    await session.signIn(PASTED);
    const { generation } = await session.current();
    await Promise.all(Array.from({ length: 50 }, () => session.rejected(generation)));
    await session.rejected(generation);
    expect(server.asked).toHaveLength(1);
    await expect(tokenNow(session)).resolves.toBe('api-1');
  });

  it('does not refresh again and again for a server that refuses even a new token', async () => {
    const { clock, session, server } = setUp();
    await session.signIn(PASTED);
    await session.rejected(1);
    await expect(session.rejected(2)).rejects.toMatchObject({ code: 'apiTokenRejected' });
    expect(server.asked).toHaveLength(1);
    await clock.advance(MINUTE);
    await session.rejected(2);
    expect(server.asked).toHaveLength(2);
  });

  it('uses a rotated refresh token from then on, which lives anew', async () => {
    const { clock, session, server } = setUp();
    server.answer = (_token, nth) => Promise.resolve({ apiToken: new Secret(`api-${nth}`), refreshToken: new Secret(`refresh-${nth}`) });
    await session.signIn(PASTED);
    await clock.advance(24 * HOUR);
    expect(server.asked.slice(0, 3)).toEqual(['refresh-0', 'refresh-1', 'refresh-2']);
    expect(session.status().goodUntil).toBeGreaterThan(clock.now() + 167 * HOUR);
  });

  it('keeps the first end when the server does not rotate', async () => {
    const { clock, session } = setUp();
    await session.signIn(PASTED);
    const end = clock.now() + 168 * HOUR;
    await clock.advance(24 * HOUR);
    expect(session.status().goodUntil).toBe(end);
  });

  it('tells its listeners of every change', async () => {
    const { clock, session, server } = setUp();
    const heard: SessionStatus['state'][] = [];
    const stop = session.onChange(({ state }) => heard.push(state));
    await session.signIn(PASTED);
    server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
    await clock.advance(HOUR);
    await session.signOut();
    expect(heard).toEqual(['signedIn', 'needsTokens', 'signedOut']);
    stop();
    await session.signIn(PASTED);
    expect(heard).toHaveLength(3);
  });

  it('leaves no timer behind when it ends', async () => {
    const { clock, session, state } = setUp();
    state.failWrites = true;
    await session.signIn(PASTED);
    session.dispose();
    expect(clock.pending()).toBe(0);
  });
});

describe('a failed refresh', () => {
  it('ends the session only when the server calls the refresh token dead', async () => {
    const { clock, session, server } = setUp();
    server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
    await session.signIn(PASTED);
    await clock.advance(53 * MINUTE);
    expect(session.status()).toMatchObject({ state: 'needsTokens', goodUntil: expect.any(Number) as number });
    await expect(session.current()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    await expect(session.rejected(1)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    await clock.advance(24 * HOUR);
    expect(server.asked).toHaveLength(1);
  });

  it.each(['blocked', 'serverError', 'offline', 'unreachable', 'notJson', 'tls', 'redirected', 'wrongShape', 'storageUnavailable', 'internal'] as const)('does not end it on %s, and heals', async (code) => {
    const { clock, session, server } = setUp();
    server.answer = () => Promise.reject(new EngineError(code));
    await session.signIn(PASTED);
    await clock.advance(59 * MINUTE);
    expect(session.status().state).toBe('signedIn');
    await expect(tokenNow(session)).resolves.toBe('api-0');
    await clock.advance(3 * HOUR);
    await expect(session.current()).rejects.toMatchObject({ code });
    expect(session.status().state).toBe('signedIn');
    server.answer = () => Promise.resolve({ apiToken: new Secret('healed'), refreshToken: null });
    await clock.advance(MINUTE);
    await expect(tokenNow(session)).resolves.toBe('healed');
  });

  it('does not end it on an error that nobody expected', async () => {
    const { session, server } = setUp();
    server.answer = () => Promise.reject(new TypeError('bug'));
    await session.signIn(PASTED);
    await expect(session.rejected(1)).rejects.toThrow('bug');
    expect(session.status().state).toBe('signedIn');
  });

  it('is followed by a pause, however many ask, and the pause grows to a minute', async () => {
    const { clock, session, server } = setUp();
    server.answer = () => Promise.reject(new EngineError('offline'));
    await session.signIn(PASTED);
    for (let second = 0; second < 600; second++) {
      await session.rejected(1).catch(() => undefined);
      await session.current().catch(() => undefined);
      await clock.advance(1_000);
    }
    expect(server.asked.length).toBeGreaterThan(8);
    expect(server.asked.length).toBeLessThan(25);
  });
});

describe('a sign-out', () => {
  it('wins over a refresh under way: its callers hear it, its result is dropped, nothing is written', async () => {
    const { clock, session, server, state } = setUp();
    let land: (reply: TokenReply) => void = () => undefined;
    server.answer = () => new Promise((resolve) => (land = resolve));
    await session.signIn(PASTED);
    const refused = session.rejected(1);
    await clock.advance(0);
    const out = session.signOut();
    await expect(refused).rejects.toMatchObject({ code: 'signedOut' });
    await out;
    land({ apiToken: new Secret('late'), refreshToken: new Secret('late') });
    await clock.advance(HOUR);
    expect(state.disk.size).toBe(0);
    expect(session.status()).toMatchObject({ state: 'signedOut', goodUntil: null, apiTokenGoodUntil: null });
    await expect(session.current()).rejects.toMatchObject({ code: 'signedOut' });
  });

  it('says when the disk would not forget', async () => {
    const { session, state } = setUp();
    await session.signIn(PASTED);
    state.failWrites = true;
    await expect(session.signOut()).rejects.toMatchObject({ code: 'storageUnavailable' });
    expect(session.status().state).toBe('signedOut');
  });

  it('makes way for another pair, and a caller with the former one retries with the new', async () => {
    const { clock, session, server } = setUp();
    server.answer = () => new Promise(() => undefined);
    await session.signIn(PASTED);
    const refused = session.rejected(1);
    await clock.advance(0);
    await session.signIn({ apiToken: new Secret('other'), refreshToken: new Secret('other') });
    await refused;
    await expect(session.current()).resolves.toMatchObject({ generation: 2 });
    await expect(tokenNow(session)).resolves.toBe('other');
  });
});
