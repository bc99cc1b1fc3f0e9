import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { resolveList } from '../api/resolve-operation.ts';

/** What a list can be asked for, by the profile's word. */
export interface ListAbilities {
  /** Only rows updated at or after a time. */
  readonly since: boolean;
  /** Ordered by update time. */
  readonly sorted: boolean;
  /** Only rows that hold a text. */
  readonly searched?: boolean;
}

/** Reads an entity's {@link ListAbilities} from the list operation in use. */
export function listAbilities(profile: ApiProfile, entity: Entity): ListAbilities {
  const operation = resolveList(profile, entity)?.operation;
  return { since: (operation?.updatedSince ?? null) !== null, sorted: (operation?.sort ?? null) !== null, searched: (operation?.search ?? null) !== null };
}
