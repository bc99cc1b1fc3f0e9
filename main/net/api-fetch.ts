import type { Fetch } from '../../core/api/port.ts';

/** The part of an Electron session that fetches. */
export interface FetchingSession {
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/**
 * The only way to the network. Electron's fetch obeys the system's proxy and certificate store. Its defaults would serve
 * stale answers from a cache, keep bodies on disk, send cookies, and carry the Authorization header along a redirect to
 * another origin; none of that is wanted here. `session` must be one without a cache and without persistence.
 */
export function createApiFetch(session: FetchingSession): Fetch {
  return (url, init) =>
    session.fetch(url, {
      method: init.method,
      headers: init.headers,
      ...(init.body === undefined ? {} : { body: init.body }),
      signal: init.signal,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    });
}
