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
  const names = new Map<string, string>();
  const nameOf = (entity: Entity, field: string): string => {
    const key = `${entity}.${field}`;
    const known = names.get(key);
    if (known !== undefined) return known;
    const name = profile.fields[entity]?.[field]?.[0] ?? snakeCase(field);
    names.set(key, name);
    return name;
  };
  const build = (entity: Entity, item: Item, spell: Spelling): WireRow => {
    let row: Record<string, JsonValue> = { [spell(nameOf(entity, 'id'))]: item.id, [spell('company_id')]: companyId };
    const fields = { ...item.values, createdAt: item.createdAt, updatedAt: item.updatedAt === NO_TIME ? null : item.updatedAt, deletedAt: item.deletedAt };
    for (const [field, value] of Object.entries(fields)) {
      const name = spell(nameOf(entity, field));
      if (name.includes('.')) row = place(row, name, wireValue(field, value)) as Record<string, JsonValue>;
      else row[name] = wireValue(field, value);
    }
    return row;
  };
  return {
    row: (entity, item) => build(entity, item, spelling),
    webhookRow: (entity, item) => build(entity, item, (name) => name.replaceAll('_', ' ')),
  };
}
