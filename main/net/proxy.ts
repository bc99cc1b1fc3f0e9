import type { Clock } from '../../core/clock.ts';
import { EngineError } from '../../core/engine-error.ts';
import type { Logger } from '../../core/log.ts';
import type { KeptCredentials, ProxyCredentials } from './proxy-credentials.ts';
import { greetProxy } from './proxy-greeting.ts';
import type { Greeted, GreetingRequest } from './proxy-greeting.ts';
import { parseProxyUrl, proxyConfig } from './proxy-rules.ts';
import type { ProxyConfig, ProxySettings } from './proxy-rules.ts';

/** The part of an Electron session that knows the way out. */
export interface ProxiedSession {
  setProxy(config: ProxyConfig): Promise<void>;
  closeAllConnections(): Promise<void>;
  clearAuthCache(): Promise<void>;
}

/** How requests leave. */
export interface Proxy {
  /** The settings as they are now. Requests wait until they are in force. */
  apply(settings: ProxySettings): void;
  /** Before a request: resolves when the way out is set, and the proxy has been told who asks where it wants to know. Never rejects. */
  ready(): Promise<void>;
  /** A request failed in a way that a proxy may be behind: it is told anew who asks, not more often than every half minute. */
  doubt(): void;
  /** The proxy refuses the name and password that are kept. */
  refused(): boolean;
  /** Keeps name and password, or forgets them (null), and makes them count at once. Rejects with EngineError `storageUnavailable` when the disk refuses. */
  signIn(credentials: ProxyCredentials | null): Promise<void>;
}

/** What the way out needs. */
export interface ProxyNeeds {
  readonly session: ProxiedSession;
  /** A request through that session for the greeting. */
  readonly greeting: () => GreetingRequest;
  readonly credentials: KeptCredentials;
  readonly clock: Clock;
  readonly log: Logger;
}

const DOUBT_MS = 30_000;
/** A proxy that says nothing must not hold requests back for ever; they will find out themselves. */
const GREETING_MS = 10_000;

/**
 * Makes the way out, as the system has it until the first `apply`. Electron's fetch cannot answer a proxy that asks for a
 * name and password, and its `login` event of the app is not about it; but what one request answered is known to all of its
 * session. So the proxy is greeted once by a request that can answer, before anything else goes out.
 */
export function createProxy({ session, greeting, credentials, clock, log }: ProxyNeeds): Proxy {
  let settings: ProxySettings = { proxyMode: 'system', proxyUrl: '', proxyBypass: '' };
  let greeted: Greeted | 'not needed' = 'not needed';
  let doubtedAt: number | null = null;
  let queue: Promise<void> = Promise.resolve();

  const bounded = (request: GreetingRequest, greetedSoon: Promise<Greeted>): Promise<Greeted> => {
    const cancel = clock.after(GREETING_MS, () => request.abort());
    return greetedSoon.finally(cancel);
  };
  const greet = async (): Promise<void> => {
    const known = settings.proxyMode === 'manual' ? await credentials.read() : null;
    const place = parseProxyUrl(settings.proxyUrl);
    if (!known || !place) {
      greeted = 'not needed';
      return;
    }
    const request = greeting();
    greeted = await bounded(request, greetProxy(request, place, known));
    if (greeted !== 'passed') log.warn('proxy.notGreeted', { greeted });
  };
  const enforce = async (): Promise<void> => {
    // Settings that name no proxy are refused before they are kept; a file edited by hand sends nothing past the proxy it meant.
    await session.setProxy(proxyConfig(settings) ?? { mode: 'fixed_servers', proxyRules: 'http://proxy.invalid:9' });
    await session.clearAuthCache();
    await session.closeAllConnections();
    await greet();
  };
  const enqueue = (step: () => Promise<void>): Promise<void> => {
    const done = queue.then(step);
    queue = done.catch((error: unknown) => log.error('proxy.failed', { error }));
    return queue;
  };
  return {
    apply(next) {
      const same = next.proxyMode === settings.proxyMode && next.proxyUrl === settings.proxyUrl && next.proxyBypass === settings.proxyBypass;
      if (same) return;
      settings = next;
      void enqueue(enforce);
    },
    ready: () => queue,
    doubt() {
      if (greeted === 'not needed') return;
      const now = clock.mono();
      if (doubtedAt !== null && now - doubtedAt < DOUBT_MS) return;
      doubtedAt = now;
      void enqueue(greet);
    },
    refused: () => greeted === 'refused',
    async signIn(next) {
      await credentials.keep(next).catch((cause: unknown) => {
        throw new EngineError('storageUnavailable', { cause });
      });
      await enqueue(enforce);
    },
  };
}
