import { API_TOKEN_LIFE_MS } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';

/** Before the end of an API token, the time in which it is replaced: earliest and latest, in milliseconds. */
export const REFRESH_AHEAD_MS = { earliest: 10 * 60_000, latest: 5 * 60_000 } as const;

/** How old an API token is, by the monotonic clock: the wall clock may be moved while it lives. */
export interface TokenAge {
  /** Milliseconds until it should be replaced; spread, so that desktops do not refresh in step. 0 when due. */
  dueIn(): number;
  /** Milliseconds until its expected end; 0 when over. */
  leftMs(): number;
  /** Milliseconds since we hold it. */
  heldMs(): number;
}

/** Begins to count now. `leftMs` is what remains of the token's life, at most its documented length. */
export function startTokenAge(clock: Clock, leftMs: number, random: () => number): TokenAge {
  const from = clock.mono();
  const life = Math.min(Math.max(leftMs, 0), API_TOKEN_LIFE_MS);
  const ahead = REFRESH_AHEAD_MS.latest + random() * (REFRESH_AHEAD_MS.earliest - REFRESH_AHEAD_MS.latest);
  const heldMs = (): number => clock.mono() - from;
  return {
    dueIn: () => Math.max(0, life - ahead - heldMs()),
    leftMs: () => Math.max(0, life - heldMs()),
    heldMs,
  };
}
