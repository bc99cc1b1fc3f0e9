/** A server's wish to wait as a length that can be used, in ms: no wish, garbage and the past are 0, and never more than `most`. */
export function askedWait(retryAfterMs: number | null, most: number): number {
  if (retryAfterMs === null || Number.isNaN(retryAfterMs)) return 0;
  return Math.min(Math.max(retryAfterMs, 0), most);
}
