import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import { createSession } from '../../../core/session/session.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState } from '../../support/memory-state.ts';

/** A server that knows one valid API token, and a session on it; the scheduler decides when each answer and write ends. */
function world(scheduler: fc.Scheduler, rotates: boolean) {
  const clock = fakeClock();
  const state = memoryState();
  const server = { valid: 'api-0', refresh: 'refresh-0', refreshes: 0, inFlight: 0, mostInFlight: 0, deadSent: 0 };
  const session = createSession({
    clock,
    state,
    vault: fakeVault(),
    random: () => 0,
    async requestToken(token, beforeSend) {
      await beforeSend();
      server.inFlight += 1;
      server.mostInFlight = Math.max(server.mostInFlight, server.inFlight);
      await scheduler.schedule(Promise.resolve(), 'refresh arrives');
      if (token.reveal() !== server.refresh) server.deadSent += 1;
      server.refreshes += 1;
      server.valid = `api-${server.refreshes}`;
      if (rotates) server.refresh = `refresh-${server.refreshes}`;
      const reply = { apiToken: new Secret(server.valid), refreshToken: rotates ? new Secret(server.refresh) : null };
      await scheduler.schedule(Promise.resolve(), 'refresh answered');
      server.inFlight -= 1;
      return reply;
    },
  });
  /** One request, as the client sends it. Returns how often it was sent. */
  async function call(): Promise<number> {
    for (let sends = 1; ; sends++) {
      const { token, generation } = await session.current();
      await scheduler.schedule(Promise.resolve(), 'request');
      if (token.reveal() === server.valid) return sends;
      if (sends === 2) throw new Error('refused twice');
      await session.rejected(generation);
    }
  }
  return { clock, state, server, session, call };
}

const PASTED = { apiToken: new Secret('api-0'), refreshToken: new Secret('refresh-0') };

describe('session', () => {
  it('refreshes once per generation for 1 to 200 callers in any order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 3 }), fc.boolean(), async (scheduler, rounds, rotates) => {
        const { clock, state, server, session, call } = world(scheduler, rotates);
        await session.signIn(PASTED);
        state.beforeSet = () => scheduler.schedule(Promise.resolve(), 'write');
        for (const [index, callers] of rounds.entries()) {
          // Longer than the session waits after a refresh that did not help.
          await clock.advance(6 * 60_000);
          server.valid = 'none';
          const sends = await scheduler.waitFor(Promise.all(Array.from({ length: callers }, call)));
          expect(Math.max(...sends)).toBeLessThanOrEqual(2);
          expect(server.refreshes).toBe(index + 1);
          expect(session.status().generation).toBe(index + 2);
        }
        await scheduler.waitIdle();
        expect(server).toMatchObject({ mostInFlight: 1, deadSent: 0 });
        session.dispose();
      }),
      { numRuns: 200 },
    );
  });

  it('writes nothing after a sign-out, wherever it falls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 20 }), fc.integer({ min: 0, max: 30 }), fc.boolean(), async (scheduler, callers, when, rotates) => {
        const { clock, state, server, session, call } = world(scheduler, rotates);
        await session.signIn(PASTED);
        await clock.advance(60_000);
        server.valid = 'none';
        state.beforeSet = () => scheduler.schedule(Promise.resolve(), 'write');
        const ends = Array.from({ length: callers }, () => call().then(() => 'served', (error: unknown) => error));
        for (let step = 0; step < when && scheduler.count() > 0; step++) await scheduler.waitNext(1);
        let written = -1;
        const out = session.signOut().then(() => (written = state.log.length));
        await scheduler.waitFor(out);
        await scheduler.waitIdle();
        for (const end of await Promise.all(ends)) if (end !== 'served') expect(end).toEqual(new EngineError('signedOut'));
        await clock.advance(3 * 3_600_000);
        expect(state.log).toHaveLength(written);
        expect(state.disk.size).toBe(0);
        expect(session.status()).toMatchObject({ state: 'signedOut', goodUntil: null });
        expect(clock.pending()).toBe(0);
        session.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
