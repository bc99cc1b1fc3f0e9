import { describe, expect, it } from 'vitest';
import { ENTITIES, type Entity } from '../../../contract/entity.ts';
import type { ErrorCode } from '../../../contract/result.ts';
import { checkPermissions } from '../../../core/api/check-permissions.ts';
import type { ApiClient, ListReply, ListRequest } from '../../../core/api/port.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { engineError } from './client-bed.ts';

/** A client whose lists fail as told; every other list says it has 42 rows. */
function clientThat(failures: Partial<Record<Entity, Error>>, without: readonly Entity[] = []): ApiClient & { readonly asked: { entity: Entity; request: ListRequest }[] } {
  const asked: { entity: Entity; request: ListRequest }[] = [];
  return {
    asked,
    can: (entity) => !without.includes(entity),
    async list<E extends Entity>(entity: E, request: ListRequest): Promise<ListReply<E>> {
      asked.push({ entity, request });
      const failure: Error | undefined = failures[entity];
      if (failure) throw failure;
      return { rows: [], quarantined: [], next: null, total: 42, serverTime: null };
    },
    get: () => Promise.reject(new Error('not asked for')),
  };
}

describe('checkPermissions', () => {
  it('asks each entity for one row, in the lane of a person who waits', async () => {
    const client = clientThat({});
    expect(await checkPermissions(client)).toEqual(ENTITIES.map((entity) => ({ entity, outcome: 'ok', total: 42, error: null })));
    expect(client.asked.map(({ entity }) => entity)).toEqual(ENTITIES);
    expect(client.asked.every(({ request }) => request.size === 1 && request.lane === 'open' && request.cursor === null)).toBe(true);
  });

  it('goes on after a permission that is missing', async () => {
    const checks = await checkPermissions(clientThat({ task: new EngineError('permissionMissing') }));
    expect(checks.find(({ entity }) => entity === 'task')).toEqual({ entity: 'task', outcome: 'missing', total: null, error: { code: 'permissionMissing' } });
    expect(checks.filter(({ outcome }) => outcome === 'ok')).toHaveLength(ENTITIES.length - 1);
  });

  it.each(['wrongShape', 'serverError', 'tooLarge', 'notFound'] as const)('goes on after %s', async (code) => {
    const checks = await checkPermissions(clientThat({ ticket: new EngineError(code, { params: { host: 'h' } }) }));
    expect(checks).toHaveLength(ENTITIES.length);
    expect(checks[0]).toEqual({ entity: 'ticket', outcome: 'failed', total: null, error: { code, params: { host: 'h' } } });
  });

  const fatal: readonly ErrorCode[] = ['apiTokenRejected', 'refreshTokenRejected', 'unreachable', 'offline', 'tls', 'redirected', 'notJson', 'blocked', 'signedOut', 'internal'];
  it.each(fatal)('ends at %s', async (code) => {
    const client = clientThat({ task: new EngineError(code) });
    expect((await engineError(checkPermissions(client))).code).toBe(code);
    expect(client.asked).toHaveLength(2);
  });

  it('passes on what is no failure of the API', async () => {
    const bug = new TypeError('bug');
    await expect(checkPermissions(clientThat({ ticket: bug }))).rejects.toBe(bug);
  });

  it('does not ask for what the profile does not know', async () => {
    const client = clientThat({}, ['customField']);
    expect((await checkPermissions(client)).at(-1)).toEqual({ entity: 'customField', outcome: 'failed', total: null, error: { code: 'wrongShape' } });
    expect(client.asked).toHaveLength(ENTITIES.length - 1);
  });

  it('hands the signal on', async () => {
    const client = clientThat({});
    const { signal } = new AbortController();
    await checkPermissions(client, signal);
    expect(client.asked.every(({ request }) => request.signal === signal)).toBe(true);
  });
});
