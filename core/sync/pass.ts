import type { Entity } from '../../contract/entity.ts';
import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import type { Cadence } from './cadence.ts';
import { readDelta } from './delta.ts';
import type { DeltaResult } from './delta.ts';
import { failureKind } from './failure.ts';
import type { Health } from './health.ts';
import { isQueueEntity } from './queue-entity.ts';
import type { StreamTools } from './stream-tools.ts';

/** What a pass works with. */
export interface PassOptions {
  readonly tools: StreamTools;
  readonly health: Health;
  readonly cadence: Cadence;
  /** Read everything, due or not. */
  readonly all: boolean;
  readonly onRead: (entity: Entity, result: DeltaResult) => void;
}

/** How a pass ended. */
export interface PassOutcome {
  /** Every stream that can be read was read to its end, tickets or tasks among them. */
  readonly complete: boolean;
  /** Ids of tickets and tasks that were new, changed or deleted. */
  readonly fresh: number;
  /** Why it is not complete; null also when no baseline stands yet. */
  readonly error: unknown;
}

/**
 * Reads the changes of all entities that are due, one after the other. An entity that fails for a reason of its own
 * makes the pass partial, until it has failed so often that it is set aside. Rejects when nothing comes through at all.
 */
export async function runPass({ tools, health, cadence, all, onRead }: PassOptions): Promise<PassOutcome> {
  const stands = async (entity: Entity): Promise<boolean> => (await tools.store.stream(entity)).watermark !== null;
  const queues = await Promise.all(QUEUE_ENTITIES.map(stands));
  if (!queues.includes(true)) return { complete: false, fresh: 0, error: null };

  let error: unknown = null;
  let fresh = 0;
  let readQueue = false;
  for (const entity of cadence.due(all)) {
    if (!health.open(entity) || !(await stands(entity))) continue;
    try {
      const result = await readDelta(entity, 'poll', tools);
      health.worked(entity);
      cadence.read(entity);
      onRead(entity, result);
      if (isQueueEntity(entity)) {
        readQueue = true;
        fresh += result.fresh.length;
      }
    } catch (cause) {
      const kind = failureKind(cause);
      if (kind !== 'permission' && kind !== 'entity') throw cause;
      tools.logger.warn('sync.entityFailed', { entity, error: String(cause) });
      if (!health.failed(entity, cause)) error ??= cause;
    }
  }
  return { complete: readQueue && error === null, fresh, error };
}
