import { EngineError } from '../engine-error.ts';

/** A checked API address. */
export interface BaseUrl {
  /** Origin and path prefix, without a slash at the end. */
  readonly href: string;
  /** Host and port, for sentences. */
  readonly host: string;
}

/** Host names that only a mistyped or doubled scheme makes, as in `https:/host` or `https://https://host`. */
const SCHEMES = new Set(['http', 'https']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function isLoopback(hostname: string): boolean {
  return LOOPBACK.has(hostname) || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/**
 * Reads the address a person typed. A missing scheme means https. Throws EngineError `addressInvalid` for what is no
 * address (or carries a user name, a query or a fragment), `addressInsecure` for `http:` to anything but this computer:
 * the token would travel readable.
 */
export function parseBaseUrl(text: string): BaseUrl {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (/\s/.test(trimmed)) throw new EngineError('addressInvalid');
  let url: URL;
  try {
    url = new URL(withScheme);
  } catch {
    throw new EngineError('addressInvalid');
  }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new EngineError('addressInvalid');
  if (trimmed === '' || url.hostname === '' || SCHEMES.has(url.hostname) || url.username || url.password || url.search || url.hash) throw new EngineError('addressInvalid');
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) throw new EngineError('addressInsecure');
  return { href: `${url.origin}${url.pathname.replace(/\/+$/, '')}`, host: url.host };
}
