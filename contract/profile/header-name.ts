/** A header's name (RFC 9110 §5.6.2, token), up to 100 characters. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}$/;
/**
 * Headers that say how the request itself travels or what is in it: a token there breaks or redirects each call. Mostly
 * those a script may not set either (Fetch standard, "forbidden request-header"), and the two that the app sets.
 */
const TAKEN = new Set([
  'accept', 'accept-charset', 'accept-encoding', 'connection', 'content-encoding', 'content-length', 'content-type', 'cookie', 'cookie2', 'date', 'dnt', 'expect', 'host', 'keep-alive', 'origin',
  'referer', 'set-cookie', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'via', 'x-http-method', 'x-http-method-override', 'x-method-override',
]);

/** Whether a token may go into a header of this name. */
export function isTokenHeader(name: string): boolean {
  const folded = name.toLowerCase();
  return HEADER_NAME.test(name) && !TAKEN.has(folded) && !/^(?:proxy|sec|access-control-request)-/.test(folded);
}
