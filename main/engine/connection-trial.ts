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
import type { Secret } from '../../core/secret.ts';
import { cleanToken } from '../../core/session/clean-token.ts';
import type { RequestToken } from '../../core/session/port.ts';
import { createTrialTokens } from '../../core/session/trial-tokens.ts';
import type { TokenPair, TrialTokens } from '../../core/session/trial-tokens.ts';
import { profilePrint } from '../profiles/profile-print.ts';
import type { ProvenProfiles } from '../profiles/proven-profiles.ts';

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
   * with EngineError `refreshTokenRejected` when the profile has renewed a token before; any other failure proves nothing and
   * is handed back, and so is the refusal by a way of renewing that may be the wrong one.
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
  /** By which profiles a token was renewed before; each success is added. */
  readonly renewed: Pick<ProvenProfiles, 'has' | 'add'>;
}

/** A result this young, and without a failure, is used again: "test", then "sign in" must not spend the requests twice. */
const GOOD_FOR_MS = 5 * 60_000;

interface Attempt {
  readonly key: string;
  /** Address and pasted refresh token: what a refresh has put in their place goes on, whatever API token is typed. */
  readonly line: string;
  /** By what profile: `profilePrint`. */
  readonly print: string;
  /** The pair it began with, and whether that was already another than the pasted one. */
  readonly first: TokenPair;
  readonly replaced: boolean;
  readonly tokens: TrialTokens;
  result: { readonly checks: PermissionCheck[]; readonly at: number } | null;
}

function keyOf(baseUrl: BaseUrl, ...tokens: readonly Secret[]): string {
  return createHash('sha256').update(JSON.stringify([baseUrl.href, ...tokens.map((token) => token.reveal())])).digest('hex');
}

/** The pair that a refresh has put in the pasted one's place; null when none has. */
function replacementOf({ first, replaced, tokens }: Attempt): TokenPair | null {
  const pair = tokens.pair();
  return replaced || pair !== first ? pair : null;
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
export function createConnectionTrial({ profile: inUse, fetch, governor, clock, onRead, renewed }: TrialNeeds): ConnectionTrial {
  let last: Attempt | null = null;

  const attemptOf = (baseUrl: BaseUrl, pasted: TokenPair, profile: ApiProfile): Attempt => {
    const key = keyOf(baseUrl, pasted.apiToken, pasted.refreshToken);
    const line = keyOf(baseUrl, pasted.refreshToken);
    const print = profilePrint(profile);
    if (last?.key !== key || last.print !== print) {
      const requestToken = createTokenRequest({ profile, baseUrl, fetch, governor, clock });
      const noting: RequestToken = async (token) => {
        const reply = await requestToken(token);
        renewed.add(profile);
        return reply;
      };
      const replacement = last?.line === line ? replacementOf(last) : null;
      const first = replacement ?? pasted;
      last = { key, line, print, first, replaced: replacement !== null, tokens: createTrialTokens(first, noting, clock), result: null };
    }
    return last;
  };
  /** Where the answer was lost, the server may have replaced the refresh token: what is left is the pasted pair, which works for now. */
  const prove = async ({ tokens }: Attempt, profile: ApiProfile): Promise<Proof> => {
    try {
      await tokens.prove();
      return { pair: tokens.pair(), failure: null };
    } catch (error) {
      const failure = error instanceof EngineError ? error : new EngineError('internal', { cause: error });
      if (failure.code === 'refreshTokenRejected' && renewed.has(profile)) throw failure;
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
        return { baseUrl, checks, pair: attempt.tokens.pair(), prove: () => prove(attempt, profile) };
      }
      return { baseUrl, checks: attempt.result.checks, pair: attempt.tokens.pair(), prove: () => prove(attempt, profile) };
    },
    forget() {
      last = null;
    },
  };
}
