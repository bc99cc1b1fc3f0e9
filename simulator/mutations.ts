import { randomUUID } from 'node:crypto';
import type { Entity } from '../contract/entity.ts';
import type { SimulatorClock } from './clock.ts';
import type { ChangeEvent, EventLog, EventType, FieldDelta, QuietChange } from './event-log.ts';
import { createRowTimes, NO_TIME, type RowTimes } from './row-times.ts';
import type { Webhooks } from './webhooks.ts';
import { valueText, type Item, type JsonValue } from './world/item.ts';
import type { Collection } from './world/collection.ts';
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
  /**
   * Lets a row go without a trace, or come back; its fields and times stay as they are. `erase`: as if it had never
   * been (404). `forbid`: in no list, refused by id (403), until `permit`. `unlist`: in no list, but answered by id
   * (200), until `list`. No webhook tells of it unless `tell` is set. Null when there is no such row, or nothing to undo.
   */
  quietly(how: QuietChange, entity: Entity, id: string, options?: { readonly tell?: boolean }): ChangeEvent | null;
}

type OwnTimes = Partial<Pick<Item, 'createdAt' | 'updatedAt' | 'deletedAt'>>;

function split(patch: FieldPatch): { own: OwnTimes; values: Record<string, JsonValue> } {
  const { createdAt, updatedAt, deletedAt, ...values } = patch;
  return {
    own: {
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

/** Hides, shows or erases; false when there is nothing to do it to. */
function applyQuietly(rows: Collection, how: QuietChange, id: string): boolean {
  switch (how) {
    case 'erase':
      return rows.erase(id);
    case 'forbid':
      return rows.hide(id, 'forbidden');
    case 'unlist':
      return rows.hide(id, 'unlisted');
    case 'permit':
      return rows.hidden(id) === 'forbidden' && rows.show(id);
    case 'list':
      return rows.hidden(id) === 'unlisted' && rows.show(id);
  }
}

/** Makes the {@link Mutations} of a world. */
export function createMutations(parts: { world: World; clock: SimulatorClock; events: EventLog; webhooks: Webhooks; times?: RowTimes }): Mutations {
  const { world, clock, events, webhooks, times = createRowTimes() } = parts;
  const log = (entity: Entity, type: EventType, before: Item | null, after: Item): ChangeEvent => {
    const { values } = after;
    return events.append({
      at: Math.round(clock.real()), serverAt: clock.now(), entity, id: after.id, type,
      number: valueText(values['number']), title: valueText(values['subject']) ?? valueText(values['title']) ?? valueText(values['name']) ?? '', changes: deltas(before, after),
    });
  };
  const commit = (entity: Entity, type: EventType, before: Item | null, after: Item): ChangeEvent => {
    world.collections[entity].put(after);
    const event = log(entity, type, before, after);
    webhooks.announce(event, after);
    return event;
  };
  const nextUpdate = (before: Item): number => times.next(before.id, clock.now(), before.updatedAt);
  return {
    create(entity, patch, id = randomUUID()) {
      const { own, values } = split(patch);
      const now = clock.now();
      return commit(entity, 'create', null, { id, createdAt: now, updatedAt: times.first(id, now), deletedAt: null, ...own, values });
    },
    update(entity, id, patch) {
      const before = world.collections[entity].get(id);
      if (!before) return null;
      const { own, values } = split(patch);
      const after: Item = { id, createdAt: before.createdAt, updatedAt: nextUpdate(before), deletedAt: before.deletedAt, ...own, values: { ...before.values, ...values } };
      return commit(entity, before.deletedAt === null && after.deletedAt !== null ? 'delete' : 'update', before, after);
    },
    remove(entity, id) {
      const before = world.collections[entity].get(id);
      if (!before || before.deletedAt !== null) return null;
      const updatedAt = nextUpdate(before);
      return commit(entity, 'delete', before, { id, createdAt: before.createdAt, updatedAt, deletedAt: updatedAt === NO_TIME ? clock.now() : updatedAt, values: before.values });
    },
    quietly(how, entity, id, { tell = false } = {}) {
      const rows = world.collections[entity];
      const item = rows.get(id);
      if (!item || !applyQuietly(rows, how, id)) return null;
      const event = log(entity, how, item, item);
      if (tell) webhooks.announce(event, item);
      return event;
    },
  };
}
