import { ENTITIES, type Entity } from '../../contract/entity.ts';
import type { Catalog } from './catalog.ts';
import type { Collection } from './collection.ts';

/** Everything the company has: seven collections and the furniture they were made with. */
export interface World {
  readonly seed: number;
  readonly catalog: Catalog;
  readonly collections: Readonly<Record<Entity, Collection>>;
}

/** Living rows by entity. */
export function countWorld(world: World): Record<Entity, number> {
  return Object.fromEntries(ENTITIES.map((entity) => [entity, world.collections[entity].count()])) as Record<Entity, number>;
}
