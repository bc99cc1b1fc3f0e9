import type { Entity } from '../contract/entity.ts';
import type { ApiProfile } from '../contract/profile/schema.ts';
import { place } from './http/place.ts';
import { NO_TIME } from './row-times.ts';
import { createSpelling, type Spelling } from './spelling.ts';
import type { Item, JsonValue } from './world/item.ts';

/** A row as it travels. */
export type WireRow = Readonly<Record<string, JsonValue>>;

/** Turns items into what the API and webhooks say. */
export interface WireRows {
  /** Field names are the profile's first candidates, a dotted one nested; what the profile does not know goes in snake_case; all in the spelling of the dialect. */
  row(entity: Entity, item: Item): WireRow;
  /** The same with spaced keys (`company id`), as in the one documented webhook example. */
  webhookRow(entity: Entity, item: Item): WireRow;
}

const TIME_FIELDS = new Set(['createdAt', 'updatedAt', 'deletedAt', 'dueAt']);
/** Largest distance from the epoch that a Date can hold. */
const DATE_LIMIT = 8.64e15;

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function wireValue(field: string, value: JsonValue): JsonValue {
  if (!TIME_FIELDS.has(field) || typeof value !== 'number' || Math.abs(value) > DATE_LIMIT) return value;
  return new Date(value).toISOString();
}

/** Makes the {@link WireRows} of a profile; every row names the company it belongs to, as documented. */
export function createWireRows(profile: ApiProfile, companyId: string, spelling: Spelling = createSpelling(null)): WireRows {
  /** Each field's name on the wire, worked out once: there are few fields and many rows. */
  const namer = (spell: Spelling): ((entity: Entity, field: string) => string) => {
    const byEntity = new Map<Entity, Map<string, string>>();
    return (entity, field) => {
      const names = byEntity.get(entity) ?? new Map<string, string>();
      byEntity.set(entity, names);
      const name = names.get(field) ?? spell(field === 'companyId' ? 'company_id' : (profile.fields[entity]?.[field]?.[0] ?? snakeCase(field)));
      names.set(field, name);
      return name;
    };
  };
  const build = (entity: Entity, item: Item, nameOf: ReturnType<typeof namer>): WireRow => {
    let row: Record<string, JsonValue> = {};
    const put = (field: string, value: JsonValue): void => {
      const name = nameOf(entity, field);
      if (name.includes('.')) row = place(row, name, wireValue(field, value)) as Record<string, JsonValue>;
      else row[name] = wireValue(field, value);
    };
    const { id, values, createdAt, updatedAt, deletedAt } = item;
    put('id', id);
    put('companyId', companyId);
    for (const field in values) put(field, values[field] ?? null);
    put('createdAt', createdAt);
    put('updatedAt', updatedAt === NO_TIME ? null : updatedAt);
    put('deletedAt', deletedAt);
    return row;
  };
  const apiName = namer(spelling);
  const webhookName = namer((name) => name.replaceAll('_', ' '));
  return {
    row: (entity, item) => build(entity, item, apiName),
    webhookRow: (entity, item) => build(entity, item, webhookName),
  };
}
