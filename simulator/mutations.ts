import { randomUUID } from 'node:crypto';
import type { Entity } from '../contract/entity.ts';
import type { SimulatorClock } from './clock.ts';
import type { ChangeEvent, EventLog, EventType, FieldDelta } from './event-log.ts';
import type { Webhooks } from './webhooks.ts';
import { valueText, type Item, type JsonValue } from './world/item.ts';
import type { World } from './world/world.ts';

/**
 * New field values. Names are record field names (contract/models/records.ts); `createdAt`, `updatedAt` (epoch ms)
 * and `deletedAt` (epoch ms or null) set the row's own times, e.g. to script equal or skewed ones; any other name
 * becomes a field that readers do not know.
 */
export type FieldPatch = Readonly<Record<string, JsonValue>>;

/** The only way rows change: each change goes into the world, the event log and the webhook, in this order. */
export interface Mutations {
  create(entity: Entity, values: FieldPatch, id?: string): ChangeEvent;
  /** Null when there is no such row. A tombstone can be changed, and revived by `deletedAt: null`. */
  update(entity: Entity, id: string, values: FieldPatch): ChangeEvent | null;
  /** Makes a tombstone of a living row; null when there is none. */
  remove(entity: Entity, id: string): ChangeEvent | null;
}

type OwnTimes = Partial<Pick<Item, 'createdAt' | 'updatedAt' | 'deletedAt'>>;

function split(patch: FieldPatch): { times: OwnTimes; values: Record<string, JsonValue> } {
  const { createdAt, updatedAt, deletedAt, ...values } = patch;
  return {
    times: {
      ...(typeof createdAt === 'number' ? { createdAt } : {}),
      ...(typeof updatedAt === 'number' ? { updatedAt } : {}),
      ...(typeof deletedAt === 'number' || deletedAt === null ? { deletedAt } : {}),
    },
    values,
  };
}

function deltas(before: Item | null, after: Item): Record<string, FieldDelta> {
  const old: FieldPatch = before ? { ...before.values, deletedAt: before.deletedAt } : { deletedAt: null };
  const changes: Record<string, FieldDelta> = {};
  for (const [name, to] of Object.entries({ ...after.values, deletedAt: after.deletedAt })) {
    const from = old[name] ?? null;
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[name] = { from, to };
  }
  return changes;
}

/** Makes the {@link Mutations} of a world. */
export function createMutations(parts: { world: World; clock: SimulatorClock; events: EventLog; webhooks: Webhooks }): Mutations {
  const { world, clock, events, webhooks } = parts;
  const commit = (entity: Entity, type: EventType, before: Item | null, after: Item): ChangeEvent => {
    world.collections[entity].put(after);
    const { values } = after;
    const event = events.append({
      at: Math.round(clock.real()), serverAt: clock.now(), entity, id: after.id, type,
      number: valueText(values['number']), title: valueText(values['subject']) ?? valueText(values['title']) ?? valueText(values['name']) ?? '', changes: deltas(before, after),
    });
    webhooks.announce(event, after);
    return event;
  };
  /** A row's update time never repeats by itself: the next state of a row is later than the last. */
  const nextUpdate = (before: Item): number => Math.max(clock.now(), before.updatedAt + 1);
  return {
    create(entity, patch, id = randomUUID()) {
      const { times, values } = split(patch);
      const now = clock.now();
      return commit(entity, 'create', null, { id, createdAt: now, updatedAt: now, deletedAt: null, ...times, values });
    },
    update(entity, id, patch) {
      const before = world.collections[entity].get(id);
      if (!before) return null;
      const { times, values } = split(patch);
      const after: Item = { id, createdAt: before.createdAt, updatedAt: nextUpdate(before), deletedAt: before.deletedAt, ...times, values: { ...before.values, ...values } };
      return commit(entity, before.deletedAt === null && after.deletedAt !== null ? 'delete' : 'update', before, after);
    },
    remove(entity, id) {
      const before = world.collections[entity].get(id);
      if (!before || before.deletedAt !== null) return null;
      const updatedAt = nextUpdate(before);
      return commit(entity, 'delete', before, { id, createdAt: before.createdAt, updatedAt, deletedAt: updatedAt, values: before.values });
    },
  };
}
