import { fetchFailure } from '../../../core/api/fetch-failure.ts';
import type { Fetch } from '../../../core/api/port.ts';
import type { Clock } from '../../../core/clock.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { Diagnostic } from '../../../contract/diagnostics.ts';
import type { Governor } from '../../../core/governor/port.ts';
import { verdict } from '../verdict.ts';
import type { Check } from '../verdict.ts';

/** What the check of the network asks. */
export interface NetworkCheckNeeds {
  /** Empty before anybody signed in. */
  readonly baseUrl: () => string;
  readonly isOnline: () => boolean;
  readonly fetch: Fetch;
  readonly governor: Pick<Governor, 'acquire' | 'status'>;
  readonly clock: Clock;
}

const WITHIN_MS = 10_000;
const MINUTE_MS = 60_000;
/** The address wants fewer requests. */
const PRESSED = new Set([429, 503]);

function whatFailed(error: unknown, host: string): Diagnostic {
  const { code } = fetchFailure(error, host);
  if (code === 'tls') return verdict('network', 'tls');
  if (code === 'offline') return verdict('network', 'offline');
  return verdict('network', code === 'proxyRefused' ? 'proxyRefused' : 'unreachable');
}

/** Asks the address once, without a token; any answer at all is one. The request is counted like every other. */
export function networkCheck({ baseUrl, isOnline, fetch, governor, clock }: NetworkCheckNeeds): Check {
  const blocked = (): Diagnostic => verdict('network', 'blocked', { minutes: Math.max(1, Math.ceil(((governor.status().blockedUntil ?? clock.now()) - clock.now()) / MINUTE_MS)) });
  return async () => {
    const address = baseUrl();
    if (!URL.canParse(address)) return verdict('network', 'noAddress');
    if (!isOnline()) return verdict('network', 'offline');
    if (governor.status().blockedUntil !== null) return blocked();
    const given = new AbortController();
    const cancel = clock.after(WITHIN_MS, () => given.abort(new EngineError('unreachable')));
    try {
      const slot = await governor.acquire('open', given.signal);
      const begun = clock.mono();
      try {
        const response = await fetch(address, { method: 'GET', headers: {}, signal: given.signal });
        await response.body?.cancel();
        if (PRESSED.has(response.status)) slot.pressed(null);
        else slot.done();
        return response.status >= 500 ? verdict('network', 'serverError', { status: response.status }) : verdict('network', 'reached', { ms: Math.round(clock.mono() - begun) });
      } catch (error) {
        slot.unknown();
        return whatFailed(error, new URL(address).host);
      }
    } catch (error) {
      // Without a slot nothing was sent, so nothing is known of the network.
      if (error instanceof EngineError && error.code === 'blocked') return blocked();
      throw error;
    } finally {
      cancel();
    }
  };
}
