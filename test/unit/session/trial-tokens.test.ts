import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { createTrialTokens } from '../../../core/session/trial-tokens.ts';
import { Secret } from '../../../core/secret.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { endpoint, PASTED } from './session-set-up.ts';

describe('trial tokens', () => {
  it('do not spend the refresh token while the API token works', async () => {
    const server = endpoint();
    const trial = createTrialTokens(PASTED, server.request, fakeClock());
    await expect(trial.current()).resolves.toEqual({ token: PASTED.apiToken, generation: 0 });
    expect(server.asked).toEqual([]);
    expect(trial.pair()).toBe(PASTED);
  });

  it('prove the refresh token once when the API token is refused, and give the pair to sign in with', async () => {
    const server = endpoint();
    server.answer = () => Promise.resolve({ apiToken: new Secret('new'), refreshToken: new Secret('rotated') });
    const trial = createTrialTokens(PASTED, server.request, fakeClock());
    await Promise.all([trial.rejected(0), trial.rejected(0), trial.rejected(0)]);
    await trial.rejected(0);
    expect(server.asked).toEqual(['refresh-0']);
    expect((await trial.current()).token.reveal()).toBe('new');
    expect(trial.pair().refreshToken.reveal()).toBe('rotated');
    await expect(trial.rejected(1)).rejects.toMatchObject({ code: 'apiTokenRejected' });
  });

  it('prove the refresh token when asked, once', async () => {
    const server = endpoint();
    const trial = createTrialTokens(PASTED, server.request, fakeClock());
    await Promise.all([trial.prove(), trial.prove()]);
    await trial.prove();
    expect([server.asked, trial.pair().apiToken.reveal(), trial.pair().refreshToken]).toEqual([['refresh-0'], 'api-1', PASTED.refreshToken]);
  });

  it('ask again after a failure that says nothing about the token', async () => {
    const server = endpoint();
    server.answer = () => Promise.reject(new EngineError('unreachable'));
    const trial = createTrialTokens(PASTED, server.request, fakeClock());
    await expect(trial.rejected(0)).rejects.toMatchObject({ code: 'unreachable' });
    server.answer = () => Promise.resolve({ apiToken: new Secret('new'), refreshToken: null });
    await trial.rejected(0);
    expect(server.asked).toHaveLength(2);
  });

  it('tell why neither token works, and ask again only after a minute', async () => {
    const server = endpoint();
    server.answer = () => Promise.reject(new EngineError('refreshTokenRejected'));
    const clock = fakeClock();
    const trial = createTrialTokens(PASTED, server.request, clock);
    await expect(trial.rejected(0)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    await expect(trial.rejected(0)).rejects.toMatchObject({ code: 'refreshTokenRejected' });
    expect(server.asked).toHaveLength(1);
    server.answer = () => Promise.resolve({ apiToken: new Secret('new'), refreshToken: null });
    await clock.advance(60_000);
    await trial.rejected(0);
    expect(server.asked).toHaveLength(2);
  });
});
