import type { Clock } from '../../../core/clock.ts';
import type { Session } from '../../../core/session/port.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

const HOUR_MS = 60 * 60_000;
const LAST_DAY_HOURS = 24;

/** Reads where the session stands; asks the server nothing. */
export function sessionCheck(session: Pick<Session, 'status'>, clock: Clock): Check {
  return async () => {
    const { state, goodUntil, persisted } = session.status();
    if (state !== 'signedIn') return verdict('session', state);
    if (!persisted) return verdict('session', 'notKept');
    if (goodUntil === null) return verdict('session', 'signedInOpen');
    const hours = Math.max(0, Math.floor((goodUntil - clock.now()) / HOUR_MS));
    return verdict('session', hours < LAST_DAY_HOURS ? 'ending' : 'signedIn', { hours });
  };
}
