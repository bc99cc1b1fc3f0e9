import type { Entity } from '../../contract/entity.ts';
import type { AnyRecord, TaskRecord, TicketRecord } from '../../contract/models/records.ts';
import type { ChangeSource } from '../../contract/models/views.ts';
import type { ApiClient } from '../api/port.ts';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Commit } from './committer.ts';
import type { ItemLook } from './item-look.ts';
import { isQueueEntity } from './queue-entity.ts';

/** What looking up references needs. */
export interface ReferenceOptions {
  readonly client: Pick<ApiClient, 'can'>;
  readonly items: ItemLook;
  readonly store: Pick<Store, 'record'>;
  readonly commit: Commit;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly signal: AbortSignal;
  /** Reads an entity's changes; does nothing when its baseline does not stand. */
  readonly readChanges: (entity: Entity, source: ChangeSource) => Promise<void>;
}

/** Fetched one by one; for more, the entity's changes are read instead. */
const MOST_SINGLE = 3;
/** An id that stayed unknown is not asked for again for this long, in milliseconds: the rows that name it are re-read often. */
const PATIENCE_MS = 10 * 60_000;
/** Remembered ids; forgetting costs a look into the store. */
const MOST_REMEMBERED = 10_000;

function referencesOf(row: TicketRecord | TaskRecord): [Entity, string][] {
  const references: [Entity, string | null][] = [
    ['consumer', row.consumerId],
    ['department', row.departmentId],
    ...row.tagIds.map((id): [Entity, string] => ['ticketTag', id]),
    ...('customFields' in row ? Object.keys(row.customFields).map((id): [Entity, string] => ['customField', id]) : []),
  ];
  return references.filter((reference): reference is [Entity, string] => reference[1] !== null);
}

/**
 * Makes the function that brings in what tickets and tasks refer to (consumer, department, tags, custom fields)
 * before they are stored, so that a toast about a new ticket of a new consumer has a name in it. Names are a
 * courtesy: that they could not be had is logged and does not stop the rows.
 */
export function createReferences(options: ReferenceOptions): (entity: Entity, rows: readonly AnyRecord[], source: ChangeSource) => Promise<void> {
  const { client, items, store, commit, clock, logger, signal, readChanges } = options;
  /** By `entity:id`: until when (monotonic) nothing needs to be asked. */
  const settled = new Map<string, number>();

  const unknownIn = async (rows: readonly AnyRecord[]): Promise<Map<Entity, string[]>> => {
    const unknown = new Map<Entity, string[]>();
    const wanted = new Map(rows.flatMap((row) => referencesOf(row as TicketRecord | TaskRecord)).map((reference) => [reference.join(':'), reference]));
    for (const [key, [entity, id]] of wanted) {
      if ((settled.get(key) ?? -1) > clock.mono()) continue;
      const known = (await store.record(entity, id)) !== null;
      settled.set(key, known ? Infinity : clock.mono() + PATIENCE_MS);
      if (!known) unknown.set(entity, [...(unknown.get(entity) ?? []), id]);
    }
    return unknown;
  };
  const fetchOne = (entity: Entity, id: string, source: ChangeSource): Promise<void> =>
    items.look(entity, id, { lane: 'delta', signal }, async ({ row, asked }) => {
      if (row !== null) await commit({ entity, rows: [row], quarantined: [], source, baseline: false, asked });
    });

  return async (entity, rows, source) => {
    if (!isQueueEntity(entity)) return;
    if (settled.size > MOST_REMEMBERED) settled.clear();
    for (const [target, ids] of await unknownIn(rows)) {
      try {
        // Only consumers are many; the other lists are short, and one look brings whatever else is new in them.
        if (target === 'consumer' && client.can(target, 'get') && ids.length <= MOST_SINGLE) {
          for (const id of ids) await fetchOne(target, id, source);
        } else {
          await readChanges(target, source);
        }
      } catch (error) {
        if (signal.aborted) throw error;
        logger.warn('sync.namesMissing', { entity: target, ids: ids.length, error: String(error) });
      }
    }
  };
}
