import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile, GetOperation, ListOperation } from '../../contract/profile/schema.ts';

/** An operation and the path prefix of the version it was found in. */
export interface Resolved<O> {
  readonly prefix: string;
  readonly operation: O;
}

function resolve(profile: ApiProfile, name: `${Entity}.${'list' | 'get'}`): Resolved<ListOperation | GetOperation> | null {
  for (const version of profile.versions) {
    const operation = version.operations[name];
    if (operation) return { prefix: version.prefix, operation };
  }
  return null;
}

/** The list operation of an entity, from the newest version that documents it (Cxpress API docs, "Structure" §2). */
export function resolveList(profile: ApiProfile, entity: Entity): Resolved<ListOperation> | null {
  const found = resolve(profile, `${entity}.list`);
  return found && 'items' in found.operation ? { prefix: found.prefix, operation: found.operation } : null;
}

/** The get operation of an entity, from the newest version that documents it. */
export function resolveGet(profile: ApiProfile, entity: Entity): Resolved<GetOperation> | null {
  const found = resolve(profile, `${entity}.get`);
  return found && 'item' in found.operation ? { prefix: found.prefix, operation: found.operation } : null;
}
