import { EngineError } from '../../core/engine-error.ts';
import type { RequestToken } from '../../core/session/port.ts';

/**
 * A refresh call that is believed when it says that the refresh token is dead only if its profile was seen to work. A profile
 * that merely stands in, or was chosen without a test, may ask at the wrong place, and any 401 there must not end a session
 * that is good: it is told as an answer of the wrong form, and tried again later.
 */
export function believedRefresh(request: RequestToken, isProven: () => boolean): RequestToken {
  return async (refreshToken) => {
    try {
      return await request(refreshToken);
    } catch (error) {
      if (error instanceof EngineError && error.code === 'refreshTokenRejected' && !isProven()) throw new EngineError('wrongShape', { retry: true, cause: error });
      throw error;
    }
  };
}
