import { REQUESTS_PER_WINDOW } from '../../contract/limits.ts';

/** Ranges of contract/settings.ts, written again because its schema would bring zod into the page. A test holds the two together. */
export const BOUNDS = {
  syncIntervalSeconds: { min: 10, max: 900 },
  desktopsBehindAddress: { min: 1, max: 500 },
  sharePercent: { min: 5, max: 80 },
  /** Of {@link Settings.zoom}; a step of the buttons. */
  zoom: { min: 80, max: 200, step: 10 },
} as const;

/** What share and number of desktops come to, in requests a minute: for all desktops and for this one, which is never below 1. */
export function requestsAMinute(sharePercent: number, desktops: number): { together: number; own: number } {
  const share = (REQUESTS_PER_WINDOW * sharePercent) / 100;
  return { together: Math.floor(share), own: Math.max(1, Math.floor(share / desktops)) };
}
