import type { ProxyCredentials } from './proxy-credentials.ts';
import type { ProxyPlace } from './proxy-rules.ts';

/** Who asks for a name and password, as Electron tells it. */
export interface AuthInfo {
  readonly isProxy: boolean;
  readonly host: string;
  readonly port: number;
}
/** A request of Electron's `net` as far as it is used. */
export interface GreetingRequest {
  on(event: 'login', listener: (who: AuthInfo, answer: (user?: string, password?: string) => void) => void): unknown;
  on(event: 'response', listener: (response: { readonly statusCode: number; on(event: 'data' | 'end' | 'error' | 'aborted', listener: () => void): unknown }) => void): unknown;
  on(event: 'error' | 'abort', listener: (error?: unknown) => void): unknown;
  end(): void;
  abort(): void;
}

/** What a greeting learned: the proxy wants no name or took it, refuses it, or cannot be reached. */
export type Greeted = 'passed' | 'refused' | 'unreachable';

/** A name that exists nowhere (RFC 2606): the proxy asks who is there before it finds that out, and no server hears of it. */
export const GREETING_ADDRESS = 'http://cxpress-tray.invalid/';

/** Status of a proxy that wants to know who asks. */
const WHO = 407;

function sameHost(a: string, b: string): boolean {
  const bare = (host: string): string => host.toLowerCase().replace(/^\[|\]$/g, '');
  return bare(a) === bare(b);
}

/**
 * Asks the proxy for an address that does not exist, answering its question for name and password once: a second question
 * means that they are wrong. What it took the network layer keeps in memory and sends along by itself. Only the proxy of the
 * settings is answered: nobody else who says 407 gets the password. Never rejects.
 */
export function greetProxy(request: GreetingRequest, place: ProxyPlace, credentials: ProxyCredentials): Promise<Greeted> {
  let asked = 0;
  return new Promise((resolve) => {
    request.on('login', ({ isProxy, host, port }, answer) => {
      asked += 1;
      if (asked === 1 && isProxy && port === place.port && sameHost(host, place.host)) answer(credentials.user, credentials.password.reveal());
      else answer();
    });
    request.on('response', (response) => {
      // Whatever the proxy says of the address itself, it has let us in.
      resolve(response.statusCode === WHO ? 'refused' : 'passed');
      response.on('data', () => undefined);
      response.on('error', () => undefined);
      response.on('aborted', () => undefined);
    });
    const failed = (): void => resolve(asked > 1 ? 'refused' : 'unreachable');
    // Not `close`: that one comes as soon as the request is written.
    request.on('error', failed);
    request.on('abort', failed);
    request.end();
  });
}
