const SHORTEST_MS = 1_000;
const LONGEST_MS = 60 * 60_000;
/** The date form that servers must send; asked for because a date parser reads almost anything, also `-5` and `1.5`. */
const HTTP_DATE = /^[a-z]{3,9}, .* GMT$/i;

/** Reads `Retry-After` (RFC 9110 §10.2.3: seconds or a date) in milliseconds, kept within 1 s and 1 h; null when it says nothing readable. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  const ms = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : HTTP_DATE.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isFinite(ms) ? Math.min(LONGEST_MS, Math.max(SHORTEST_MS, ms)) : null;
}
