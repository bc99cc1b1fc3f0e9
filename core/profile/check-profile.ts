import { ENTITIES } from '../../contract/entity.ts';
import type { ApiProfile, OperationName } from '../../contract/profile/schema.ts';
import { resolveGet, resolveList } from '../api/resolve-operation.ts';
import { EngineError } from '../engine-error.ts';

/** Operations the profile does not have, in the order of the entities. */
export function missingOperations(profile: ApiProfile): OperationName[] {
  return ENTITIES.flatMap((entity): OperationName[] => [
    ...(resolveList(profile, entity) === null ? [`${entity}.list` as const] : []),
    ...(resolveGet(profile, entity) === null ? [`${entity}.get` as const] : []),
  ]);
}

/**
 * Throws EngineError `profileIncomplete` (params.missing) for a profile the app cannot work with: it needs tickets or
 * tasks to list, and a refresh call that sends the refresh token.
 */
export function requireUsable(profile: ApiProfile): void {
  const missing: string[] = [];
  if (resolveList(profile, 'ticket') === null && resolveList(profile, 'task') === null) missing.push('ticket.list');
  if (!Object.values(profile.refresh.body).some((value) => value.includes('{refreshToken}'))) missing.push('refresh');
  if (missing.length > 0) throw new EngineError('profileIncomplete', { params: { missing: missing.join(', ') } });
}
