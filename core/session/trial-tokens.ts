import type { Clock } from '../clock.ts';
import { EngineError } from '../engine-error.ts';
import type { Secret } from '../secret.ts';
import type { AccessTokens, RequestToken } from './port.ts';

/** A token pair. */
export interface TokenPair {
  readonly apiToken: Secret;
  readonly refreshToken: Secret;
}

/** Tokens of a connection test: pasted, not kept. */
export interface TrialTokens extends AccessTokens {
  /**
   * The pair in force after the test. It differs from the pasted one when the test had to refresh: a server that
   * rotates has then replaced the pasted refresh token, so this pair is the one to sign in with.
   */
  pair(): TokenPair;
  /**
   * Spends one refresh to see that the refresh token works, unless the test has done so already; `pair` is then what came
   * back. Rejects with EngineError: `refreshTokenRejected`, or why there was no answer; the latter may be tried again.
   */
  prove(): Promise<void>;
}

/** For so long a refused refresh token is not asked about again, in milliseconds: two clicks are one question. */
const REFUSAL_STANDS_MS = 60_000;

/**
 * Makes {@link TrialTokens}. The refresh token is not spent unless the API token is refused; then one refresh proves it
 * and the test goes on. A second refusal is EngineError `apiTokenRejected`.
 */
export function createTrialTokens(pasted: TokenPair, requestToken: RequestToken, clock: Pick<Clock, 'mono'>): TrialTokens {
  let pair = pasted;
  let generation = 0;
  let refreshing: Promise<void> | null = null;
  let refusedAt: number | null = null;

  async function refresh(): Promise<void> {
    const reply = await requestToken(pasted.refreshToken, () => Promise.resolve());
    pair = { apiToken: reply.apiToken, refreshToken: reply.refreshToken ?? pasted.refreshToken };
    generation = 1;
  }
  /** The server's word about the refresh token stands for a while; no answer at all leaves the next asking free. */
  function refreshOnce(): Promise<void> {
    if (refusedAt !== null && clock.mono() - refusedAt >= REFUSAL_STANDS_MS) refreshing = refusedAt = null;
    refreshing ??= refresh().catch((error: unknown) => {
      if (error instanceof EngineError && error.code === 'refreshTokenRejected') refusedAt = clock.mono();
      else refreshing = null;
      throw error;
    });
    return refreshing;
  }

  return {
    async current() {
      return { token: pair.apiToken, generation };
    },
    async rejected(refusedGeneration) {
      if (refusedGeneration < generation) return;
      if (generation > 0) throw new EngineError('apiTokenRejected');
      await refreshOnce();
    },
    pair: () => pair,
    prove: refreshOnce,
  };
}
