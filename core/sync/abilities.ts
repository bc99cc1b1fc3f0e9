import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';

/** What a list can be asked for, by the profile's word. */
export interface ListAbilities {
  /** Only rows updated at or after a time. */
  readonly since: boolean;
  /** Ordered by update time. */
  readonly sorted: boolean;
}

/** Reads an entity's {@link ListAbilities} from the first version that has its list (Cxpress API docs, "Structure" §2). */
export function listAbilities(profile: ApiProfile, entity: Entity): ListAbilities {
  for (const { operations } of profile.versions) {
    const operation = operations[`${entity}.list`];
    if (operation && 'paging' in operation) return { since: operation.updatedSince !== null, sorted: operation.sort !== null };
  }
  return { since: false, sorted: false };
}
