import type { ApiProfile } from '../../contract/profile/schema.ts';
import { parseBaseUrl } from '../../core/api/base-url.ts';
import { createApiClient } from '../../core/api/client.ts';
import type { Fetch } from '../../core/api/port.ts';
import type { Clock } from '../../core/clock.ts';
import type { Governor } from '../../core/governor/port.ts';
import type { Logger } from '../../core/log.ts';
import type { Session } from '../../core/session/port.ts';
import type { Store } from '../../core/store/store.ts';
import { listAbilities } from '../../core/sync/abilities.ts';
import { createItemLook } from '../../core/sync/item-look.ts';
import { createSyncEngine } from '../../core/sync/engine.ts';
import type { PassInfo } from '../../core/sync/options.ts';
import type { ItemsStored, SyncEngine } from '../../core/sync/port.ts';
import { createItemRefresher } from './item-refresher.ts';
import type { ItemRefresher } from './item-refresher.ts';
import { createRemoteLookup } from './remote-lookup.ts';
import type { RemoteLookup } from './remote-lookup.ts';

/** What exists only while somebody is signed in. */
export interface Engine {
  readonly sync: SyncEngine;
  readonly refresher: ItemRefresher;
  readonly lookup: RemoteLookup;
  /** Resolves when nothing is in flight. */
  end(): Promise<void>;
}

/** What the engine is made of. */
export interface EngineNeeds {
  readonly profile: ApiProfile;
  readonly baseUrl: string;
  readonly intervalSeconds: number;
  readonly session: Session;
  readonly fetch: Fetch;
  readonly governor: Governor;
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Logger;
  /** Hears when the server made each answer. */
  readonly onServerTime: NonNullable<Parameters<typeof createApiClient>[0]['onServerTime']>;
  readonly onItems: (items: ItemsStored) => void;
  readonly onStatus: () => void;
  readonly onPassComplete: (info: PassInfo) => Promise<void>;
}

/** Builds client, sync and refresher for one API address and starts reading. Throws EngineError when the address is none. */
export function startEngine(needs: EngineNeeds): Engine {
  const { profile, session, fetch, governor, store, clock, log, onItems } = needs;
  const client = createApiClient({ profile, tokens: session, baseUrl: parseBaseUrl(needs.baseUrl), fetch, governor, clock, onServerTime: needs.onServerTime });
  const items = createItemLook({ client, clock });
  const sync = createSyncEngine({
    client, items, store, clock, logger: log,
    intervalSeconds: needs.intervalSeconds,
    abilities: (entity) => listAbilities(profile, entity),
    onPassComplete: needs.onPassComplete,
    requestsPerMinute: () => governor.status().budget,
    rng: Math.random,
  });
  const refresher = createItemRefresher({ client, items, store, clock, log, onStored: onItems });
  const lookup = createRemoteLookup({ client, items, searches: (entity) => listAbilities(profile, entity).searched === true, store, clock, onStored: onItems });
  const stops = [sync.onStatus(needs.onStatus), sync.onStored(onItems)];
  sync.start();
  return {
    sync,
    refresher,
    lookup,
    async end() {
      await Promise.all([sync.dispose(), refresher.dispose(), lookup.dispose()]);
      for (const stop of stops) stop();
    },
  };
}
