import { REQUESTS_PER_WINDOW } from '../../contract/limits.ts';
import type { Settings } from '../../contract/settings.ts';

/**
 * Slots one desktop may hold at once: its part of the 300 requests that the API allows one IP address per minute
 * (Cxpress API docs, "Structure" §3), so that all desktops behind the address together stay within `sharePercent`.
 *
 * Never less than 1, because a session needs a request now and then: with a single slot the app still refreshes its
 * token and reads, one request a minute. Beyond `3 × sharePercent` desktops (180 at 60 %) those single slots add up
 * to more than the share; so many desktops need one reader for all of them.
 */
export function budgetFor(settings: Pick<Settings, 'desktopsBehindAddress' | 'sharePercent'>): number {
  const share = (REQUESTS_PER_WINDOW * settings.sharePercent) / 100;
  return Math.max(1, Math.floor(share / settings.desktopsBehindAddress));
}
