import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Secret } from '../../core/secret.ts';
import type { RequestToken, TokenReply } from '../../core/session/port.ts';
import { refreshPrint } from './profile-print.ts';
import type { ProvenProfiles } from './proven-profiles.ts';

/** What believing needs. */
export interface BeliefNeeds {
  /** The profile in use; another one may be by the next refresh. */
  readonly profile: () => ApiProfile;
  /** The refresh call of a profile. */
  readonly request: (profile: ApiProfile) => RequestToken;
  /** By which ways a token was renewed before; each success is added. */
  readonly renewed: Pick<ProvenProfiles, 'has' | 'add'>;
  /** Expected end of the refresh token, epoch ms. */
  readonly goodUntil: () => number | null;
  readonly clock: Clock;
  /** True when refusals were doubted so often that it is asked seldom from now on; false when a renewal worked. */
  readonly onDoubt: (doubted: boolean) => void;
}

/** So many refusals of one token are doubted before it is asked seldom. */
const DOUBTED_AT_ONCE = 3;
/** The pause after that, in milliseconds; doubled with each further refusal up to the longest. */
const FIRST_PAUSE_MS = 60 * 60_000;
const LONGEST_PAUSE_MS = 4 * 60 * 60_000;

/** The refusals of one token by one profile's way that were not believed. */
interface Doubt {
  readonly token: string;
  readonly print: string;
  readonly count: number;
  /** By the monotonic clock. */
  readonly until: number;
}

/** An answer that says nothing: to be tried again. */
function doubted(cause: unknown): EngineError {
  return new EngineError('wrongShape', { retry: true, cause });
}

function isRefusal(error: unknown): boolean {
  return error instanceof EngineError && error.code === 'refreshTokenRejected';
}

/**
 * A refresh call that is believed when it says that the refresh token is dead only if a token was renewed in this way before,
 * or if the token's expected end has passed. Being able to read proves nothing of it: a gateway answers 401 on every path it
 * does not know, and a profile that asks at the wrong place must not end a session that is good. Until then a refusal is told
 * as an answer of the wrong form and tried again: a few times soon, then after hours, and at once when the end has passed.
 */
export function believedRefresh({ profile, request, renewed, goodUntil, clock, onDoubt }: BeliefNeeds): RequestToken {
  let doubt: Doubt | null = null;

  const isOver = (): boolean => clock.now() >= (goodUntil() ?? Infinity);
  const doubtOf = (token: Secret, print: string): Doubt | null => (doubt?.token === token.reveal() && doubt.print === print ? doubt : null);
  function addDoubt(token: Secret, print: string): void {
    const count = (doubtOf(token, print)?.count ?? 0) + 1;
    const pause = count < DOUBTED_AT_ONCE ? 0 : Math.min(FIRST_PAUSE_MS * 2 ** (count - DOUBTED_AT_ONCE), LONGEST_PAUSE_MS);
    doubt = { token: token.reveal(), print, count, until: clock.mono() + pause };
    if (pause > 0) onDoubt(true);
  }

  return async (refreshToken, beforeSend): Promise<TokenReply> => {
    const used = profile();
    const print = refreshPrint(used);
    const standing = doubtOf(refreshToken, print);
    if (standing && clock.mono() < standing.until && !isOver()) throw doubted(undefined);
    try {
      const reply = await request(used)(refreshToken, beforeSend);
      doubt = null;
      renewed.add(used);
      onDoubt(false);
      return reply;
    } catch (error) {
      if (!isRefusal(error) || renewed.has(used) || isOver()) throw error;
      addDoubt(refreshToken, print);
      throw doubted(error);
    }
  };
}
