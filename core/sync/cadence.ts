import type { Entity } from '../../contract/entity.ts';
import type { Clock } from '../clock.ts';

/** Order of the first sync: short lists give names, then the queue the agent works through, then the many consumers. */
export const FIRST_SYNC_ORDER = ['department', 'ticketTag', 'consumerTag', 'customField', 'ticket', 'task', 'consumer'] as const satisfies readonly Entity[];
/** Order within a pass: what is told about comes first. */
const PASS_ORDER = ['ticket', 'task', 'consumer', 'department', 'ticketTag', 'consumerTag', 'customField'] as const satisfies readonly Entity[];

/** Consumers are read with every so many passes; those of changed tickets are fetched at once anyway. */
const CONSUMER_EVERY = 4;
/** Lists that rarely change are read this often, in milliseconds. */
const SELDOM_MS = 5 * 60_000;

/** Which entities a pass reads. */
export interface Cadence {
  /** Entities due now, in order. `all` when a person asked. */
  due(all: boolean): readonly Entity[];
  /** An entity was read to its end. */
  read(entity: Entity): void;
  /** A pass was complete. */
  passed(): void;
}

/** Makes a {@link Cadence}; at first everything is due. */
export function createCadence(clock: Clock): Cadence {
  const readAt = new Map<Entity, number>();
  let passes = 0;
  const isDue = (entity: Entity): boolean => {
    const last = readAt.get(entity);
    if (last === undefined || entity === 'ticket' || entity === 'task') return true;
    return entity === 'consumer' ? passes % CONSUMER_EVERY === CONSUMER_EVERY - 1 : clock.mono() - last >= SELDOM_MS;
  };
  return {
    due: (all) => (all ? PASS_ORDER : PASS_ORDER.filter(isDue)),
    read: (entity) => void readAt.set(entity, clock.mono()),
    passed: () => void (passes += 1),
  };
}
