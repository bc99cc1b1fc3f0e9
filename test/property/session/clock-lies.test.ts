import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { API_TOKEN_LIFE_MS } from '../../../contract/limits.ts';
import { Secret } from '../../../core/secret.ts';
import { createSession } from '../../../core/session/session.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState } from '../../support/memory-state.ts';

const MINUTE = 60_000;
const YEAR = 365 * 24 * 60 * MINUTE;
const jump = fc.oneof(fc.integer({ min: -10 * YEAR, max: 10 * YEAR }), fc.constantFrom(0, -60 * MINUTE, 60 * MINUTE, 1000, -1000));

/** A server whose API tokens live their hour by its own, honest clock. */
function honestServer(now: () => number) {
  const born = new Map<string, number>();
  let serial = 0;
  const give = (): Secret => {
    const token = `api-${serial++}`;
    born.set(token, now());
    return new Secret(token);
  };
  return { give, refreshes: () => serial - 1, serves: (token: string): boolean => now() - (born.get(token) ?? -Infinity) < API_TOKEN_LIFE_MS };
}

describe('a wall clock that lies', () => {
  it('does not move the renewal of a token, which comes 5 to 10 minutes before its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ jump, minutes: fc.integer({ min: 0, max: 40 }) }), { maxLength: 8 }), fc.double({ min: 0, max: 0.999, noNaN: true }), async (steps, random) => {
        const clock = fakeClock();
        const server = honestServer(() => clock.mono());
        const asked: number[] = [];
        const session = createSession({ clock, state: memoryState(), vault: fakeVault(), random: () => random, requestToken: async () => {
          asked.push(clock.mono());
          return { apiToken: server.give(), refreshToken: null };
        } });
        const began = clock.mono();
        await session.signIn({ apiToken: server.give(), refreshToken: new Secret('refresh') });
        for (const { jump: by, minutes } of steps) {
          clock.jumpWall(by);
          await clock.advance(minutes * MINUTE);
          expect(server.serves((await session.current()).token.reveal())).toBe(true);
        }
        await clock.advance(API_TOKEN_LIFE_MS);
        let last = began;
        for (const at of asked) {
          expect(at - last).toBeGreaterThanOrEqual(50 * MINUTE - 1);
          expect(at - last).toBeLessThanOrEqual(55 * MINUTE + 1);
          last = at;
        }
        session.dispose();
      }),
      { numRuns: 200 },
    );
  });

  it('costs at most one request more after a restart, and the session heals', async () => {
    await fc.assert(
      fc.asyncProperty(jump, jump, fc.integer({ min: 0, max: 49 }), fc.integer({ min: 0, max: 300 }), async (before, whileOff, used, off) => {
        const clock = fakeClock();
        const server = honestServer(() => clock.mono());
        const state = memoryState();
        const start = (on = state) => createSession({ clock, state: on, vault: fakeVault(), random: () => 0.5, requestToken: async () => ({ apiToken: server.give(), refreshToken: null }) });
        clock.jumpWall(before);
        const first = start();
        await first.signIn({ apiToken: server.give(), refreshToken: new Secret('refresh') });
        await clock.advance(used * MINUTE);
        first.dispose();
        clock.jumpWall(whileOff);
        await clock.advance(off * MINUTE);

        const next = start(state.crash());
        await next.load();
        let sends = 0;
        for (;;) {
          const { token, generation } = await next.current();
          sends += 1;
          if (server.serves(token.reveal())) break;
          expect(sends).toBe(1);
          await next.rejected(generation);
        }
        await clock.advance(0);
        expect(sends).toBeLessThanOrEqual(2);
        expect(server.refreshes()).toBeLessThanOrEqual(1);
        expect(next.status().state).toBe('signedIn');
        next.dispose();
      }),
      { numRuns: 300 },
    );
  });
});
