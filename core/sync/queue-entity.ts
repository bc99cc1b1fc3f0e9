import { QUEUE_ENTITIES } from '../../contract/entity.ts';
import type { Entity, QueueEntity } from '../../contract/entity.ts';

/** Whether an entity is one of the two an agent works through. */
export function isQueueEntity(entity: Entity): entity is QueueEntity {
  return QUEUE_ENTITIES.some((queue) => queue === entity);
}
