import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord } from '../../contract/models/records.ts';
import type { ChangeSource } from '../../contract/models/views.ts';
import type { ApiClient } from '../api/port.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Commit } from './committer.ts';
import type { ItemLook } from './item-look.ts';
import type { Ways } from './ways.ts';

/** How far a reading of several pages is; null when it is over. */
export type Progress = { readonly entity: Entity; readonly done: number; readonly total: number | null; /** Milliseconds until the whole first sync is done, as far as can be told. */ readonly leftMs: number | null } | null;

/** What reading one entity's stream needs. */
export interface StreamTools {
  readonly client: ApiClient;
  readonly store: Pick<Store, 'stream' | 'record' | 'counts' | 'reconcile' | 'unseen'>;
  readonly commit: Commit;
  readonly items: ItemLook;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly ways: Ways;
  /** Aborts when the engine stops. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
  /** Fetches what rows refer to and the copy does not have, before they are stored, so that changes are told by name. */
  readonly beforeStoring: (entity: Entity, rows: readonly AnyRecord[], source: ChangeSource) => Promise<void>;
}
