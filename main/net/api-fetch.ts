import type { Fetch } from '../../core/api/port.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Proxy } from './proxy.ts';

/** The part of an Electron session that fetches. */
export interface FetchingSession {
  fetch(url: string, init: RequestInit): Promise<Response>;
}

/** Status of a proxy that wants to know who asks. */
const WHO = 407;
/** How Chromium says that a proxy let nothing through, or is not there. */
const BEHIND_PROXY = /ERR_TUNNEL_CONNECTION_FAILED|ERR_PROXY_|ERR_UNEXPECTED_PROXY_AUTH/;

/**
 * The only way to the network. Electron's fetch obeys the proxy of the session and the system's certificate store. Its
 * defaults would serve stale answers from a cache, keep bodies on disk, send cookies, and carry the Authorization header along
 * a redirect to another origin; none of that is wanted here. `session` must be one without a cache and without persistence.
 */
export function createApiFetch(session: FetchingSession, proxy: Pick<Proxy, 'ready' | 'doubt' | 'refused'>): Fetch {
  const refusedByProxy = (cause?: unknown): EngineError => {
    proxy.doubt();
    return new EngineError('proxyRefused', { retry: true, cause });
  };
  return async (url, init) => {
    await proxy.ready();
    init.signal.throwIfAborted();
    try {
      const response = await session.fetch(url, {
        method: init.method,
        headers: init.headers,
        ...(init.body === undefined ? {} : { body: init.body }),
        signal: init.signal,
        credentials: 'omit',
        cache: 'no-store',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      if (response.status !== WHO) return response;
    } catch (error) {
      if (!(error instanceof Error) || !BEHIND_PROXY.test(error.message)) throw error;
      if (proxy.refused()) throw refusedByProxy(error);
      proxy.doubt();
      throw error;
    }
    throw refusedByProxy();
  };
}
