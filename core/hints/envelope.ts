import { ENTITIES } from '../../contract/entity.ts';
import type { Entity } from '../../contract/entity.ts';
import { foldName } from '../../contract/profile/fold-name.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { isItemId } from './item-id.ts';

/** All that is ever taken from a webhook: what may have changed. */
export interface Hint {
  readonly entity: Entity;
  readonly id: string;
}

/** Reads webhook bodies; null for whatever is not a hint. Never throws. */
export type ReadEnvelope = (body: string) => Hint | null;

/** The value under the first of `names` (already folded) that an object has. */
function pick(object: unknown, names: readonly string[]): unknown {
  if (typeof object !== 'object' || object === null || Array.isArray(object)) return undefined;
  const entries = Object.entries(object).map(([key, value]) => [foldName(key), value] as const);
  for (const name of names) {
    const found = entries.find(([key, value]) => key === name && value !== null && value !== undefined);
    if (found) return found[1];
  }
  return undefined;
}

function asText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return Number.isSafeInteger(value) ? String(value) : null;
}

/**
 * Makes a reader of the documented envelope `{entity, type, data: {id}}` (Cxpress API docs, "Webhooks").
 * Keys and entity names match without case, spaces, `_` and `-`, because the one documented example was
 * transcribed with spaces in its keys. `type` is not looked at: a create and an update lead to the same re-fetch.
 */
export function envelopeReader(profile: ApiProfile): ReadEnvelope {
  const entities = new Map<string, Entity>();
  for (const entity of ENTITIES) for (const name of profile.webhookEntities[entity]) entities.set(foldName(name), entity);
  const idNames = new Map(ENTITIES.map((entity) => [entity, (profile.fields[entity]?.['id'] ?? ['id']).map(foldName)]));

  return (body) => {
    let envelope: unknown;
    try {
      envelope = JSON.parse(body);
    } catch {
      return null;
    }
    const entity = entities.get(foldName(asText(pick(envelope, ['entity'])) ?? ''));
    if (!entity) return null;
    const id = asText(pick(pick(envelope, ['data']), idNames.get(entity) ?? ['id']));
    return id !== null && isItemId(id) ? { entity, id } : null;
  };
}
