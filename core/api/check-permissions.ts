import { ENTITIES, type Entity } from '../../contract/entity.ts';
import type { ErrorCode } from '../../contract/result.ts';
import type { PermissionCheck } from '../../contract/status.ts';
import { EngineError } from '../engine-error.ts';
import type { ApiClient } from './port.ts';

/** Failures that concern one entity alone; every other one would repeat for the next, so it ends the test. */
const OF_ONE_ENTITY: ReadonlySet<ErrorCode> = new Set(['wrongShape', 'serverError', 'tooLarge', 'notFound']);

async function check(client: ApiClient, entity: Entity, signal: AbortSignal | undefined): Promise<PermissionCheck> {
  if (!client.can(entity, 'list')) return { entity, outcome: 'failed', total: null, error: { code: 'wrongShape' } };
  try {
    const reply = await client.list(entity, { cursor: null, updatedSince: null, order: 'newestFirst', lane: 'open', size: 1, ...(signal && { signal }) });
    return { entity, outcome: 'ok', total: reply.total, error: null };
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    if (error.code === 'permissionMissing') return { entity, outcome: 'missing', total: null, error: error.toAppError() };
    if (OF_ONE_ENTITY.has(error.code)) return { entity, outcome: 'failed', total: null, error: error.toAppError() };
    throw error;
  }
}

/**
 * Tries each entity with a page of one row: the connection test. Rejects with the EngineError that made going on
 * pointless: wrong token, wrong address, no connection, a blocked address.
 */
export async function checkPermissions(client: ApiClient, signal?: AbortSignal): Promise<PermissionCheck[]> {
  const checks: PermissionCheck[] = [];
  for (const entity of ENTITIES) checks.push(await check(client, entity, signal));
  return checks;
}
