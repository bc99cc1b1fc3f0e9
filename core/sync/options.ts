import type { Entity } from '../../contract/entity.ts';
import type { ApiClient } from '../api/port.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { ListAbilities } from './abilities.ts';
import type { ItemLook } from './item-look.ts';

/** What a complete pass says to whoever tells people about changes. */
export interface PassInfo {
  /** How long nothing could be seen before this pass, beyond the usual interval, in milliseconds; 0 for a hint's pass. */
  readonly awayMs: number;
  /** The first complete pass after the first sync. */
  readonly firstSync: boolean;
  /** The first complete pass after a start, a wake, a time offline or a block: what it found happened while nobody looked, and is told as one summary. */
  readonly returned: boolean;
}

/** What the engine needs. */
export interface SyncOptions {
  readonly client: ApiClient;
  readonly store: Pick<Store, 'commitPage' | 'stream' | 'record' | 'counts' | 'reconcile' | 'unseen'>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly intervalSeconds: number;
  /** What the profile says each list can do; see `listAbilities`. */
  readonly abilities: (entity: Entity) => ListAbilities;
  /** Everything read so far may be told. Never called for a pass that failed or was partial. */
  readonly onPassComplete: (info: PassInfo) => void | Promise<void>;
  /** Asks for single items; give the one that others use too, so that their answers are kept in order. One of its own when left out. */
  readonly items?: ItemLook;
  /** Requests that may be sent in a minute, read anew each time; reconciling takes a small part of them. A cautious guess when left out. */
  readonly requestsPerMinute?: () => number;
  /** Numbers from 0 up to 1, for jitter. */
  readonly rng: () => number;
}
