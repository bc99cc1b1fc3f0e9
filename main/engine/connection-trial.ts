import { createHash } from 'node:crypto';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { PermissionCheck } from '../../contract/status.ts';
import { parseBaseUrl } from '../../core/api/base-url.ts';
import type { BaseUrl } from '../../core/api/base-url.ts';
import { checkPermissions } from '../../core/api/check-permissions.ts';
import { createApiClient } from '../../core/api/client.ts';
import type { Fetch } from '../../core/api/port.ts';
import { createTokenRequest } from '../../core/api/token-request.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Governor } from '../../core/governor/port.ts';
import { cleanToken } from '../../core/session/clean-token.ts';
import { createTrialTokens } from '../../core/session/trial-tokens.ts';
import type { TokenPair, TrialTokens } from '../../core/session/trial-tokens.ts';
import { profilePrint } from '../profiles/profile-print.ts';

/** What a person typed and pasted. */
export interface TypedConnection {
  readonly baseUrl: string;
  readonly apiToken: string;
  readonly refreshToken: string;
}

/** A connection that was tried. */
export interface Tried {
  readonly baseUrl: BaseUrl;
  readonly checks: PermissionCheck[];
  /** The pair to sign in with: a refresh during the trial may have replaced what was pasted. */
  readonly pair: TokenPair;
  /**
   * Spends one refresh to prove the refresh token, so that a wrong one is said now and not at the first renewal. Rejects
   * with EngineError `refreshTokenRejected`; any other failure proves nothing and is handed back.
   */
  prove(): Promise<Proof>;
}

/** What came of proving: the pair to keep, and why the refresh token could not be proved, if it could not. */
export interface Proof {
  readonly pair: TokenPair;
  readonly failure: EngineError | null;
}

/** Tries connections that are not kept. */
export interface ConnectionTrial {
  /** By the profile in use, or by another one that is tried before it is used. Rejects with EngineError: no address, no token, no connection, refused tokens. */
  run(typed: TypedConnection, profile?: ApiProfile): Promise<Tried>;
  /** Forgets the tokens of the last trial. */
  forget(): void;
}

/** What a trial needs. */
export interface TrialNeeds {
  /** The profile in use. */
  readonly profile: () => ApiProfile;
  readonly fetch: Fetch;
  readonly governor: Governor;
  readonly clock: Clock;
  /** Something could be read by this profile. */
  readonly onRead?: (profile: ApiProfile) => void;
}

/** A result this young, and without a failure, is used again: "test", then "sign in" must not spend the requests twice. */
const GOOD_FOR_MS = 5 * 60_000;

interface Attempt {
  readonly key: string;
  /** By what profile: `profilePrint`. */
  readonly print: string;
  readonly tokens: TrialTokens;
  result: { readonly checks: PermissionCheck[]; readonly at: number } | null;
}

function keyOf(baseUrl: BaseUrl, pasted: TokenPair): string {
  return createHash('sha256').update(JSON.stringify([baseUrl.href, pasted.apiToken.reveal(), pasted.refreshToken.reveal()])).digest('hex');
}

/** The pasted pair. The same token twice would work for an hour and then end the session. */
function cleanPair(typed: TypedConnection): TokenPair {
  const pair = { apiToken: cleanToken(typed.apiToken), refreshToken: cleanToken(typed.refreshToken) };
  if (pair.apiToken.reveal() === pair.refreshToken.reveal()) throw new EngineError('tokensIdentical');
  return pair;
}

/**
 * Makes the trial. The last attempt's tokens stay in memory until the next one or `forget`: where the server rotates
 * refresh tokens, a trial that had to refresh holds the only pair that is still good, even when it failed afterwards.
 */
export function createConnectionTrial({ profile: inUse, fetch, governor, clock, onRead }: TrialNeeds): ConnectionTrial {
  let last: Attempt | null = null;

  const attemptOf = (baseUrl: BaseUrl, pasted: TokenPair, profile: ApiProfile): Attempt => {
    const key = keyOf(baseUrl, pasted);
    const print = profilePrint(profile);
    if (last?.key !== key || last.print !== print) {
      const requestToken = createTokenRequest({ profile, baseUrl, fetch, governor, clock });
      // The same pair by another profile: what a refresh has put in its place goes on.
      const pair = last?.key === key ? last.tokens.pair() : pasted;
      last = { key, print, tokens: createTrialTokens(pair, requestToken), result: null };
    }
    return last;
  };
  /** Where the answer was lost, the server may have replaced the refresh token: what is left is the pasted pair, which works for now. */
  const prove = async (tokens: TrialTokens): Promise<Proof> => {
    try {
      await tokens.prove();
      return { pair: tokens.pair(), failure: null };
    } catch (error) {
      const failure = error instanceof EngineError ? error : new EngineError('internal', { cause: error });
      if (failure.code === 'refreshTokenRejected') throw failure;
      return { pair: tokens.pair(), failure };
    }
  };
  return {
    async run(typed, profile = inUse()) {
      const baseUrl = parseBaseUrl(typed.baseUrl);
      const attempt = attemptOf(baseUrl, cleanPair(typed), profile);
      if (!attempt.result || clock.mono() - attempt.result.at > GOOD_FOR_MS) {
        const client = createApiClient({ profile, tokens: attempt.tokens, baseUrl, fetch, governor, clock });
        const checks = await checkPermissions(client);
        if (checks.some(({ outcome }) => outcome === 'ok')) onRead?.(profile);
        attempt.result = checks.some(({ outcome }) => outcome === 'failed') ? null : { checks, at: clock.mono() };
        return { baseUrl, checks, pair: attempt.tokens.pair(), prove: () => prove(attempt.tokens) };
      }
      return { baseUrl, checks: attempt.result.checks, pair: attempt.tokens.pair(), prove: () => prove(attempt.tokens) };
    },
    forget() {
      last = null;
    },
  };
}
