import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { Secret } from '../../../core/secret.ts';
import type { RequestToken } from '../../../core/session/port.ts';
import { createSession } from '../../../core/session/session.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState, type MemoryState } from '../../support/memory-state.ts';

/** What a server does with a refresh token that was used. */
type Rotation = 'none' | 'withGrace' | 'noGrace' | 'reuseRevokes';

/** The server's side: which refresh tokens live. */
class Server {
  readonly alive = new Set(['refresh-0']);
  readonly used = new Set<string>();
  sentDead = 0;
  refreshes = 0;
  readonly #rotation: Rotation;

  constructor(rotation: Rotation) {
    this.#rotation = rotation;
  }

  answer(token: string): { apiToken: Secret; refreshToken: Secret | null } {
    if (!this.alive.has(token)) {
      this.sentDead += 1;
      if (this.#rotation === 'reuseRevokes') this.alive.clear();
      throw new EngineError('refreshTokenRejected');
    }
    this.refreshes += 1;
    const apiToken = new Secret(`api-${this.refreshes}`);
    if (this.#rotation === 'none') return { apiToken, refreshToken: null };
    this.used.add(token);
    if (this.#rotation !== 'withGrace') this.alive.delete(token);
    const fresh = `refresh-${this.refreshes}`;
    this.alive.add(fresh);
    return { apiToken, refreshToken: new Secret(fresh) };
  }
}

/** The process dies at the `at`-th of the moments that `pass` marks: it never goes on from there. */
function dying(at: number): () => Promise<void> {
  let moment = 0;
  return () => (moment++ === at ? new Promise(() => undefined) : Promise.resolve());
}

describe('a session that dies during refreshes', () => {
  it('tries a token that may be dead once at most, never loops, and is signed in whenever the new pair reached the disk', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom<Rotation>('none', 'withGrace', 'noGrace', 'reuseRevokes'), fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 }), async (rotation, deaths) => {
        const server = new Server(rotation);
        const clock = fakeClock();
        let state: MemoryState = memoryState();
        const run = (pass: () => Promise<void>) => {
          const requestToken: RequestToken = async (token, beforeSend) => {
            await beforeSend();
            await pass();
            const reply = server.answer(token.reveal());
            await pass();
            return reply;
          };
          return createSession({ clock, state, vault: fakeVault(), requestToken, random: () => 0 });
        };
        const first = run(dying(-1));
        await first.signIn({ apiToken: new Secret('api-0'), refreshToken: new Secret('refresh-0') });
        first.dispose();
        for (const death of deaths) {
          state = state.crash();
          const pass = dying(death);
          state.beforeSet = pass;
          const session = run(pass);
          const before = await session.load();
          const sentBefore = server.refreshes + server.sentDead;
          for (let refreshes = 0; refreshes < 3; refreshes++) {
            await clock.advance(60_000);
            void session.rejected(session.status().generation).catch(() => undefined);
            await clock.advance(0);
          }
          if (before.state === 'needsTokens') expect(server.refreshes + server.sentDead).toBe(sentBefore);
          session.dispose();
        }
        expect(server.sentDead).toBeLessThanOrEqual(1);

        state = state.crash();
        const last = run(dying(-1));
        const found = await last.load();
        const refreshesBefore = server.refreshes;
        if (found.state === 'signedIn') await last.rejected(found.generation).catch(() => undefined);
        // The pair on disk is the newest one unless the process died between the server's commit and the disk.
        if (last.status().state === 'signedIn') expect(server.refreshes).toBe(refreshesBefore + 1);
        expect(server.sentDead).toBeLessThanOrEqual(1);
        last.dispose();
      }),
      { numRuns: 400 },
    );
  });

  it('survives any death that is not between the server\'s commit and the disk', async () => {
    // Moments of one refresh: 0 intent write, 1 before the server, 2 after the server, 3 pair write.
    for (const [death, signedIn] of [[0, true], [1, true], [2, false], [3, false], [4, true]] as const) {
      const server = new Server('noGrace');
      const clock = fakeClock();
      const first = memoryState();
      const pass = dying(death);
      const make = (state: MemoryState, moment: () => Promise<void>) =>
        createSession({ clock, state, vault: fakeVault(), random: () => 0, requestToken: async (token, beforeSend) => {
          await beforeSend();
          await moment();
          const reply = server.answer(token.reveal());
          await moment();
          return reply;
        } });
      const session = make(first, pass);
      await session.signIn({ apiToken: new Secret('api-0'), refreshToken: new Secret('refresh-0') });
      first.beforeSet = pass;
      void session.rejected(1).catch(() => undefined);
      await clock.advance(60_000);
      const next = make(first.crash(), dying(-1));
      const { generation } = await next.load();
      await next.rejected(generation).catch(() => undefined);
      expect([death, next.status().state]).toEqual([death, signedIn ? 'signedIn' : 'needsTokens']);
      session.dispose();
      next.dispose();
    }
  });
});
