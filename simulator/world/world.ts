import { ENTITIES, type Entity } from '../../contract/entity.ts';
import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';
import { entityRow, type EntityRow } from './entity-row.ts';

/** Everything the company has: seven collections and the furniture they were made with. */
export interface World {
  readonly seed: number;
  readonly catalog: Catalog;
  readonly collections: Readonly<Record<Entity, Collection>>;
}

/** Rows in full lists by entity. */
export function countWorld(world: World): Record<Entity, number> {
  return Object.fromEntries(ENTITIES.map((entity) => [entity, world.collections[entity].count()])) as Record<Entity, number>;
}

/**
 * What a reader with every permission may see now: exactly the rows of a full list, oldest change first. Tombstones,
 * erased, forbidden and unlisted rows are not among them. A copy that has caught up holds these rows.
 */
export function visible(world: World, entity: Entity): EntityRow[] {
  return world.collections[entity].list({ since: null, descending: false, offset: 0, limit: Infinity }).rows.map(entityRow);
}
