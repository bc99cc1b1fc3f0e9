import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../contract/entity.ts';
import type { Store } from '../store/store.ts';
import type { DeltaResult } from './delta.ts';
import type { Health } from './health.ts';
import { isQueueEntity } from './queue-entity.ts';

/** Up to when the queues are known to be complete, in server time, and when this computer last saw that. */
export interface Completeness {
  /** A stream was read to its end. */
  read(this: void, entity: Entity, result: DeltaResult): void;
  /** Takes up what the store knows; call when the streams may have changed otherwise. */
  refresh(): Promise<void>;
  /** Oldest of the queues that the token may read, epoch ms; null while one has no baseline. */
  upTo(): number | null;
  /** Latest server time at which a queue is known to be complete, epoch ms; null while none has a baseline. */
  knownTo(): number | null;
  /** Oldest local time of a complete reading among the queues that can be read, epoch ms; null before the first. */
  lastCompleteAt(): number | null;
}

function leastOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : Math.min(...known);
}

/** Makes {@link Completeness}. */
export function createCompleteness(store: Pick<Store, 'stream'>, health: Health): Completeness {
  const upTo = new Map<QueueEntity, number | null>();
  const completeAt = new Map<QueueEntity, number | null>();
  return {
    read(entity, { completeUpTo }) {
      if (isQueueEntity(entity) && completeUpTo !== null) upTo.set(entity, Math.max(completeUpTo, upTo.get(entity) ?? completeUpTo));
    },
    async refresh() {
      for (const entity of QUEUE_ENTITIES) {
        const { watermark, lastCompleteAt } = await store.stream(entity);
        const known = upTo.get(entity) ?? null;
        upTo.set(entity, watermark === null ? null : Math.max(watermark, known ?? watermark));
        completeAt.set(entity, lastCompleteAt);
      }
    },
    upTo() {
      const readable = QUEUE_ENTITIES.filter((entity) => !health.missing().includes(entity));
      const values = readable.map((entity) => upTo.get(entity) ?? null);
      return values.includes(null) ? null : leastOf(values);
    },
    knownTo() {
      const known = [...upTo.values()].filter((value) => value !== null);
      return known.length === 0 ? null : Math.max(...known);
    },
    lastCompleteAt: () => leastOf(QUEUE_ENTITIES.filter((entity) => !health.aside(entity)).map((entity) => completeAt.get(entity) ?? null)),
  };
}
