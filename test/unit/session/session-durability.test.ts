import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import { memoryState } from '../../support/memory-state.ts';
import { HOUR, MINUTE, PASTED, setUp, tokenNow } from './session-set-up.ts';

const rotating = (_token: string, nth: number) => Promise.resolve({ apiToken: new Secret(`api-${nth}`), refreshToken: new Secret(`refresh-${nth}`) });
const never = () => new Promise<never>(() => undefined);

describe('across restarts', () => {
  it('is signed in again with what it had', async () => {
    const { clock, session, state, start } = setUp();
    await session.signIn(PASTED);
    const before = session.status();
    await clock.advance(10 * MINUTE);
    const next = start({ state: state.crash() });
    await expect(next.load()).resolves.toEqual(before);
    await expect(tokenNow(next)).resolves.toBe('api-0');
  });

  it('refreshes a token that ran out while the app was off', async () => {
    const { clock, session, server, state, start } = setUp();
    await session.signIn(PASTED);
    session.dispose();
    await clock.advance(5 * HOUR);
    const next = start({ state: state.crash() });
    await next.load();
    await expect(tokenNow(next)).resolves.toBe('api-1');
    expect(server.asked).toHaveLength(1);
  });

  it('writes no token that could be read', async () => {
    const { session, state } = setUp();
    await session.signIn(PASTED);
    await session.rejected(1);
    const disk = Buffer.concat([...state.disk.values()]).toString('latin1');
    for (const token of ['api-0', 'api-1', 'refresh-0']) expect(disk).not.toContain(token);
  });

  it('does not try a dead refresh token again', async () => {
    const { session, server, state, start } = setUp();
    server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
    await session.signIn(PASTED);
    await session.rejected(1).catch(() => undefined);
    const next = start({ state: state.crash() });
    await expect(next.load()).resolves.toMatchObject({ state: 'needsTokens' });
    await expect(next.current()).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(server.asked).toHaveLength(1);
  });

  it('is settled only when a refresh under way is on disk', async () => {
    const { clock, session, server, state, start } = setUp();
    server.answer = rotating;
    await session.signIn(PASTED);
    await expect(session.settled()).resolves.toBeUndefined();
    let release: () => void = () => undefined;
    state.beforeSet = (key) => (key === 'session.pair' ? new Promise((resolve) => (release = resolve)) : Promise.resolve());
    void session.rejected(1);
    let settled = false;
    void session.settled().then(() => (settled = true));
    await clock.advance(MINUTE);
    expect(settled).toBe(false);
    release();
    await clock.advance(1);
    expect(settled).toBe(true);
    session.dispose();
    state.beforeSet = null;
    const next = start({ state: state.crash() });
    await next.load();
    await expect(tokenNow(next)).resolves.toBe('api-1');
  });

  it('uses a new token only when it is on disk', async () => {
    const { clock, session, server, state } = setUp();
    server.answer = rotating;
    await session.signIn(PASTED);
    let release: () => void = () => undefined;
    state.beforeSet = (key) => (key === 'session.pair' ? new Promise((resolve) => (release = resolve)) : Promise.resolve());
    let there = false;
    void session.rejected(1).then(() => (there = true));
    await clock.advance(MINUTE);
    expect(there).toBe(false);
    release();
    await clock.advance(0);
    expect(there).toBe(true);
  });

  it('costs one try with the old token when it died between answer and disk, then asks for tokens', async () => {
    const { clock, session, server, state, start } = setUp();
    server.answer = rotating;
    await session.signIn(PASTED);
    state.beforeSet = (key) => (key === 'session.pair' ? never() : Promise.resolve());
    void session.rejected(1);
    await clock.advance(0);
    server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
    const next = start({ state: state.crash() });
    await expect(next.load()).resolves.toMatchObject({ state: 'signedIn' });
    await next.rejected(1).catch(() => undefined);
    expect(next.status().state).toBe('needsTokens');
    expect(server.asked).toEqual(['refresh-0', 'refresh-0']);
  });

  it('stops trying when it died a second time in the same place', async () => {
    const { clock, session, server, state: first, start } = setUp();
    let state = first;
    server.answer = never;
    await session.signIn(PASTED);
    void session.rejected(1);
    await clock.advance(0);
    for (let run = 0; run < 5; run++) {
      state = state.crash();
      const next = start({ state });
      await next.load();
      void next.rejected(1).catch(() => undefined);
      await clock.advance(0);
    }
    expect(server.asked).toHaveLength(2);
    const last = start({ state: state.crash() });
    await expect(last.load()).resolves.toMatchObject({ state: 'needsTokens' });
    await last.signIn(PASTED);
    expect(last.status()).toMatchObject({ state: 'signedIn', persisted: true });
  });

  it('does not count against a pair what a crash left behind of another one with the same number', async () => {
    const { clock, session, server, state, start } = setUp();
    server.answer = never;
    await session.signIn(PASTED);
    void session.rejected(1).catch(() => undefined);
    await clock.advance(0);
    const left = state.disk.get('session.refresh');
    const fresh = memoryState(left ? [['session.refresh', left]] : []);
    expect(fresh.disk.size).toBe(1);
    await start({ state: fresh }).signIn({ apiToken: new Secret('other'), refreshToken: new Secret('other refresh') });
    // The crash came before the intent was removed, twice over.
    const crashed = fresh.crash();
    if (left) crashed.disk.set('session.refresh', new TextEncoder().encode(new TextDecoder().decode(left).replace('"tries":1', '"tries":9')));
    await expect(start({ state: crashed }).load()).resolves.toMatchObject({ state: 'signedIn', generation: 1 });
  });

  it('does not count a refresh that was seen to fail', async () => {
    const { clock, session, server, state: first, start } = setUp();
    let state = first;
    server.answer = () => Promise.reject(new EngineError('offline'));
    await session.signIn(PASTED);
    await session.rejected(1).catch(() => undefined);
    for (let run = 0; run < 4; run++) {
      state = state.crash();
      const next = start({ state });
      await expect(next.load()).resolves.toMatchObject({ state: 'signedIn' });
      await next.rejected(1).catch(() => undefined);
      await clock.advance(0);
    }
    expect(server.asked).toHaveLength(5);
  });
});

describe('a disk that refuses', () => {
  it('leaves the new token in use, says so, and is tried until it takes it', async () => {
    const { clock, session, server, state } = setUp();
    server.answer = rotating;
    await session.signIn(PASTED);
    state.failWrites = true;
    await session.rejected(1);
    await expect(tokenNow(session)).resolves.toBe('api-1');
    expect(session.status()).toMatchObject({ state: 'signedIn', persisted: false });
    await clock.advance(MINUTE);
    expect(session.status().persisted).toBe(false);
    state.failWrites = false;
    const writes = state.log.length;
    await clock.advance(MINUTE);
    expect(session.status().persisted).toBe(true);
    expect(state.log.slice(writes).filter(({ key }) => key === 'session.pair')).toHaveLength(1);
  });

  it('never puts an older pair over a newer one', async () => {
    const { clock, session, server, state, start } = setUp();
    server.answer = rotating;
    await session.signIn(PASTED);
    state.failWrites = true;
    await session.rejected(1);
    await clock.advance(11_000);
    let land: () => void = () => undefined;
    server.answer = (token, nth) => new Promise<void>((resolve) => (land = resolve)).then(() => rotating(token, nth));
    const renewed = session.rejected(2);
    await clock.advance(0);
    // The old pair is being written once more when the new one comes; that write fails, the next one does not.
    let failOld: () => void = () => undefined;
    state.beforeSet = () => new Promise((resolve) => (failOld = resolve));
    await clock.advance(5_000);
    land();
    await clock.advance(0);
    state.beforeSet = null;
    failOld();
    await Promise.resolve();
    await Promise.resolve();
    state.failWrites = false;
    await renewed;
    await clock.advance(MINUTE);
    const next = start({ state: state.crash() });
    await next.load();
    await expect(tokenNow(next)).resolves.toBe('api-2');
  });

  it('does not take a write for good that reads back differently', async () => {
    const { session, state } = setUp();
    state.get = async (key) => state.disk.get(key)?.slice(1) ?? null;
    await session.signIn(PASTED);
    expect(session.status().persisted).toBe(false);
  });

  it('leaves a sign-in in memory when the keyring does not seal', async () => {
    const { clock, session, vault } = setUp();
    vault.failSeal = true;
    await session.signIn(PASTED);
    expect(session.status()).toMatchObject({ state: 'signedIn', persisted: false });
    vault.failSeal = false;
    await clock.advance(5_000);
    expect(session.status().persisted).toBe(true);
  });
});

describe('a vault', () => {
  it.each(['memory', 'locked'] as const)('that is in state %s writes nothing', async (vaultState) => {
    const { clock, session, state, vault } = setUp();
    vault.state = vaultState;
    await session.signIn(PASTED);
    await session.rejected(1);
    await clock.advance(3 * HOUR);
    expect(session.status()).toMatchObject({ state: 'signedIn', persisted: false });
    expect(state.log).toEqual([]);
  });

  it('that is locked leaves the pair on disk for another day', async () => {
    const { session, state, vault, start } = setUp();
    await session.signIn(PASTED);
    vault.state = 'locked';
    const crashed = state.crash();
    const before = [...crashed.disk];
    await expect(start({ state: crashed }).load()).resolves.toMatchObject({ state: 'needsTokens' });
    expect([...crashed.disk]).toEqual(before);
    vault.state = 'keyring';
    await expect(start({ state: crashed }).load()).resolves.toMatchObject({ state: 'signedIn' });
  });

  it('that does not open the pair today may open it tomorrow', async () => {
    const { session, state, vault, start } = setUp();
    await session.signIn(PASTED);
    vault.otherKey = true;
    const crashed = state.crash();
    await expect(start({ state: crashed }).load()).resolves.toMatchObject({ state: 'needsTokens' });
    expect([...crashed.disk.keys()]).toEqual(['session.pair.unreadable']);
    vault.otherKey = false;
    const later = start({ state: crashed });
    await expect(later.load()).resolves.toMatchObject({ state: 'signedIn' });
    await later.rejected(1);
    expect([...crashed.disk.keys()]).toEqual(['session.pair']);
  });

  it.each([new Uint8Array(), new TextEncoder().encode('garbage'), new TextEncoder().encode('{"v":1}').map((byte) => byte ^ 0x5a)])('whose pair is damaged asks for tokens and keeps the bytes (%#)', async (bytes) => {
    const { state, start } = setUp();
    state.disk.set('session.pair', bytes);
    await expect(start().load()).resolves.toMatchObject({ state: 'needsTokens' });
    expect(state.disk.get('session.pair.unreadable')).toEqual(bytes);
  });

  it('and a disk that cannot be read ask for tokens, and nothing breaks', async () => {
    const { state, start } = setUp();
    state.failReads = true;
    await expect(start().load()).resolves.toMatchObject({ state: 'needsTokens' });
  });
});
