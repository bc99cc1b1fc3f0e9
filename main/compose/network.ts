import { net, session } from 'electron';
import type { Fetch } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import type { Logger } from '../../core/log.ts';
import type { Vault } from '../../core/session/port.ts';
import type { StateStore } from '../../core/store/store.ts';
import { createApiFetch } from '../net/api-fetch.ts';
import { createKeptCredentials } from '../net/proxy-credentials.ts';
import { GREETING_ADDRESS } from '../net/proxy-greeting.ts';
import type { GreetingRequest } from '../net/proxy-greeting.ts';
import { createProxy } from '../net/proxy.ts';
import type { Proxy } from '../net/proxy.ts';
import type { Preferences } from '../preferences/preferences.ts';
import { withoutSpelling } from '../windows/without-spelling.ts';

/** In memory, without a cache: no answer of the API ever lies on the disk. */
const API_PARTITION = 'cxpress-api';

/** What the network needs. */
export interface NetworkNeeds {
  readonly preferences: Preferences;
  readonly state: StateStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Opens the session that requests go through, with the proxy of the settings in force before the first of them. */
export function composeNetwork({ preferences, state, vault, clock, log }: NetworkNeeds): { readonly fetch: Fetch; readonly proxy: Proxy } {
  const api = withoutSpelling(session.fromPartition(API_PARTITION, { cache: false }));
  const greeting = (): GreetingRequest => net.request({ url: GREETING_ADDRESS, session: api, credentials: 'omit' });
  const proxy = createProxy({ session: api, greeting, credentials: createKeptCredentials(state, vault, log), clock, log });
  proxy.apply(preferences.get());
  return { fetch: createApiFetch(api, proxy), proxy };
}
