import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { PermissionCheck } from '../../contract/status.ts';
import { parseBaseUrl } from '../../core/api/base-url.ts';
import { checkPermissions } from '../../core/api/check-permissions.ts';
import { createApiClient } from '../../core/api/client.ts';
import type { Fetch } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Governor } from '../../core/governor/port.ts';
import type { Session } from '../../core/session/port.ts';

/** What a trial with the session's tokens needs. */
export interface SessionTrialNeeds {
  readonly session: Pick<Session, 'current'>;
  /** Where the tokens belong; a profile's own address is never asked. */
  readonly baseUrl: () => string;
  readonly fetch: Fetch;
  readonly governor: Governor;
  readonly clock: Clock;
}

/** Tries a profile with the tokens in use. Rejects with EngineError. */
export type SessionTrial = (profile: ApiProfile) => Promise<{ checks: PermissionCheck[]; host: string }>;

/**
 * Makes the trial. The session renews its token when that is due anyway; a token refused here is not renewed for it: a
 * profile that puts the token in the wrong place is refused too, and must not cost the session its refresh token.
 */
export function createSessionTrial({ session, baseUrl, fetch, governor, clock }: SessionTrialNeeds): SessionTrial {
  const tokens = { current: () => session.current(), rejected: () => Promise.reject(new EngineError('apiTokenRejected')) };
  return async (profile) => {
    const address = parseBaseUrl(baseUrl());
    const checks = await checkPermissions(createApiClient({ profile, tokens, baseUrl: address, fetch, governor, clock }));
    return { checks, host: address.host };
  };
}
