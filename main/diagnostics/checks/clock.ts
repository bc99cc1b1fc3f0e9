import type { ClockSkew } from '../../../core/session/clock-skew.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** Reads how this computer's clock compares to the server's, by the answers of this run. */
export function clockCheck(skew: Pick<ClockSkew, 'bounds' | 'current'>): Check {
  return async () => {
    const large = skew.current();
    if (large) return verdict('clock', large.offsetMs < 0 ? 'ahead' : 'behind', { minutes: large.minutes });
    return verdict('clock', skew.bounds() === null ? 'notAsked' : 'agrees');
  };
}
