/** Digits, letters and what numbers are written with; spaces would be words. */
const KEY = /^[\p{L}\p{N}][\p{L}\p{N}._/-]{2,99}$/u;

/** The number or id that a query may be, without `#`; null when it looks like words. Asking Cxpress costs requests, so three characters and a digit are the least. */
export function lookupKey(query: string): string | null {
  const key = query.trim().replace(/^#\s*/, '');
  return KEY.test(key) && /\d/.test(key) ? key : null;
}
