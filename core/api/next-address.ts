import { EngineError } from '../engine-error.ts';
import type { BaseUrl } from './base-url.ts';

/** Longest address that is followed and kept, in characters. */
const LENGTH_LIMIT = 8192;
/** A segment `.` or `..` that hides behind percent signs: some servers decode before they walk. */
const DOT_SEGMENT = /(?:^|[/\\])\.{1,2}(?:[/\\]|$)/;

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The query without a parameter, all others left as they were written. */
function without(search: string, name: string): string {
  const kept = search.slice(1).split('&').filter((pair) => decoded(pair.split('=')[0]?.replaceAll('+', ' ') ?? '')?.toLowerCase() !== name.toLowerCase());
  const text = kept.join('&');
  return text === '' ? '' : `?${text}`;
}

/**
 * The path and query, below the base address, of a next page that a server named. `target` is read relative to `from`,
 * the path that was asked for. A token would travel with the next request, so anything but an address below the base
 * throws EngineError `wrongShape`: another origin, a user name, a way out of the base path. `secret` is the query
 * parameter that carries the token, if one does; it is taken out, as the result is stored.
 */
export function nextAddress(base: BaseUrl, from: string, target: string, secret: string | null): string {
  const refuse = (): never => {
    throw new EngineError('wrongShape', { params: { host: base.host } });
  };
  const root = new URL(base.href);
  const rootPath = root.pathname.replace(/\/+$/, '');
  if (!URL.canParse(target, `${base.href}${from}`)) return refuse();
  const url = new URL(target, `${base.href}${from}`);
  if (url.origin !== root.origin || url.username !== '' || url.password !== '') return refuse();
  if (!url.pathname.startsWith(`${rootPath}/`)) return refuse();
  const path = url.pathname.slice(rootPath.length);
  const plain = decoded(path);
  if (plain === null || DOT_SEGMENT.test(plain)) return refuse();
  const next = `${path}${secret === null ? url.search : without(url.search, secret)}`;
  return next.length > LENGTH_LIMIT ? refuse() : next;
}
