import { EngineError } from '../../core/engine-error.ts';
import { Secret } from '../../core/secret.ts';
import type { TokenReply } from '../../core/session/port.ts';
import type { TokenPair } from '../../core/session/trial-tokens.ts';

/** What a server does with a refresh token that was used; none of it is documented, so all must do no harm. */
export const ROTATIONS = ['none', 'withGrace', 'noGrace', 'reuseRevokes'] as const;
/** One of {@link ROTATIONS}. */
export type Rotation = (typeof ROTATIONS)[number];

/** For how long a replaced refresh token still works where there is a grace, in milliseconds. */
const GRACE_MS = 60_000;

interface Known {
  readonly family: number;
  /** From then on it is dead. */
  until: number;
}

/** The server's side of tokens, by its own clock. */
export interface TokenServer {
  /** A new pair, as a person pastes it. */
  issue(): TokenPair;
  /** Whether a request with this API token is served. */
  serves(apiToken: string): boolean;
  /** All API tokens end. */
  endApiTokens(): void;
  /** All refresh tokens end. */
  endRefreshTokens(): void;
  isAlive(refreshToken: string): boolean;
  /** The refresh call takes effect. Throws EngineError `refreshTokenRejected`. */
  refresh(refreshToken: string): TokenReply;
  accepted(): number;
  refused(): number;
}

/** Makes a {@link TokenServer}. API tokens out of a refresh begin with `api-`, pasted ones with `pasted-`. */
export function createTokenServer(rotation: Rotation, now: () => number): TokenServer {
  const api = new Map<string, number>();
  const refreshers = new Map<string, Known>();
  let families = 0;
  let serial = 0;
  let accepted = 0;
  let refused = 0;
  const isAlive = (token: string): boolean => (refreshers.get(token)?.until ?? -Infinity) > now();

  function refuse(known: Known | undefined): never {
    refused += 1;
    if (known && rotation === 'reuseRevokes') {
      for (const other of refreshers.values()) if (other.family === known.family) other.until = -Infinity;
      for (const [token, family] of api) if (family === known.family) api.delete(token);
    }
    throw new EngineError('refreshTokenRejected');
  }

  return {
    issue() {
      families += 1;
      api.set(`pasted-${families}`, families);
      refreshers.set(`family-${families}`, { family: families, until: Infinity });
      return { apiToken: new Secret(`pasted-${families}`), refreshToken: new Secret(`family-${families}`) };
    },
    serves: (apiToken) => api.has(apiToken),
    endApiTokens: () => api.clear(),
    endRefreshTokens() {
      for (const known of refreshers.values()) known.until = -Infinity;
    },
    isAlive,
    refresh(token) {
      const known = refreshers.get(token);
      if (!known || !isAlive(token)) return refuse(known);
      accepted += 1;
      serial += 1;
      api.set(`api-${serial}`, known.family);
      const apiToken = new Secret(`api-${serial}`);
      if (rotation === 'none') return { apiToken, refreshToken: null };
      known.until = rotation === 'withGrace' ? Math.min(known.until, now() + GRACE_MS) : -Infinity;
      refreshers.set(`refresh-${serial}`, { family: known.family, until: Infinity });
      return { apiToken, refreshToken: new Secret(`refresh-${serial}`) };
    },
    accepted: () => accepted,
    refused: () => refused,
  };
}
