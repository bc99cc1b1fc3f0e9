import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Secret } from '../secret.ts';

/** What a header value can hold (Fetch standard, "header value"). */
const HEADER_VALUE = /^[\x20-\x7e\x80-\xff]+$/;

/** A request's address and headers with the token in its place. */
export interface Authorised {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Adds a query to a path that may have one. */
export function withQuery(path: string, query: string): string {
  return query === '' ? path : `${path}${path.includes('?') ? '&' : '?'}${query}`;
}

/**
 * Puts the token where the profile says: into a header, or behind all other query parameters. The result goes to
 * the exchange and nowhere else; what is stored, logged or told is the path without it. Null for a token that cannot
 * be sent there.
 */
export function authorise(auth: ApiProfile['auth'], path: string, token: Secret): Authorised | null {
  const text = token.reveal();
  if (auth.in === 'header') return HEADER_VALUE.test(text) ? { path, headers: { [auth.header]: `${auth.prefix}${text}` } } : null;
  if (text === '' || !text.isWellFormed()) return null;
  return { path: withQuery(path, `${encodeURIComponent(auth.param)}=${encodeURIComponent(text)}`), headers: {} };
}

/** The name of the query parameter that holds the token; null when a header does. */
export function secretParameter(auth: ApiProfile['auth']): string | null {
  return auth.in === 'query' ? auth.param : null;
}

/** Below this many characters a token would be found by chance. */
const TELLING_LENGTH = 8;

/** Whether a text that is to be stored shows the token, plain or percent-encoded. */
export function shows(text: string, token: Secret): boolean {
  const secret = token.reveal();
  if (secret.length < TELLING_LENGTH) return false;
  const plain = text.replace(/%([0-9a-f]{2})/gi, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return text.includes(secret) || plain.includes(secret);
}
