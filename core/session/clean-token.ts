import { EngineError } from '../engine-error.ts';
import { Secret } from '../secret.ts';

/** What copying leaves behind and nobody sees: control characters, soft hyphen, zero-width and bidi marks, BOM. Tabs and line breaks have their own rule. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/g;
/** Before a token: quotes, `Bearer`, a header's name. */
const LEADING = /^(?:authorization\s*:|bearer(?=\s|$)|["'`“”‘’«»]|\s)+/i;
/** A break inside a token, with the indentation of the next line; and tabs. */
const BREAK = /[ \t]*[\r\n]\s*|\t+/g;
const AFTER = new Set([...'"\'`“”‘’«»,; ']);

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && AFTER.has(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/**
 * The token in a pasted text: without what surrounds it (spaces, quotes, `Bearer`, `Authorization:`) and without the
 * line breaks and invisible characters that mail programs and web pages put into it. The token itself is opaque and
 * not checked further. Throws EngineError `tokenEmpty` when nothing is left.
 */
export function cleanToken(text: string): Secret {
  const token = withoutEnd(text.replace(INVISIBLE, '').replace(LEADING, '').replace(BREAK, ''));
  if (token === '') throw new EngineError('tokenEmpty');
  return new Secret(token);
}
