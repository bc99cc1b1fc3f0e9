import type { Entity } from '../../contract/entity.ts';
import type { ListOperation, ApiProfile } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import type { Lane } from '../governor/lanes.ts';
import type { QuarantinedRow } from '../store/store.ts';
import type { RecordOf } from '../../contract/models/records.ts';
import type { AccessTokens } from './access-tokens.ts';
import { createExchange, type ExchangeOptions } from './exchange.ts';
import { createNormaliser } from './normalise/normalise.ts';
import { nextCursor, pageParameters, readCursor, readTotal } from './paging.ts';
import type { ApiClient, ListRequest } from './port.ts';
import type { Answer } from './read-answer.ts';
import { readPath } from './read-path.ts';
import { resolveGet, resolveList } from './resolve-operation.ts';

/** What a client needs. */
export interface ClientOptions extends Omit<ExchangeOptions, 'profile'> {
  readonly profile: ApiProfile;
  readonly tokens: AccessTokens;
}

interface Call {
  readonly method: string;
  readonly path: string;
  readonly lane: Lane;
  readonly signal?: AbortSignal;
}

/** What a header value can hold (Fetch standard, "header value"). A token with anything else cannot be sent, so it is as good as refused. */
const HEADER_VALUE = /^[\x20-\x7e\x80-\xff]+$/;

function since(time: number, format: 'iso' | 'epochMs' | 'epochS'): string {
  if (format === 'iso') return new Date(time).toISOString();
  return String(format === 'epochMs' ? time : Math.floor(time / 1000));
}

function listQuery(operation: ListOperation, request: ListRequest): string {
  const query = new URLSearchParams(operation.query);
  for (const [name, value] of pageParameters(operation.paging, readCursor(operation.paging, request.cursor), request.size)) query.set(name, value);
  if (operation.updatedSince && request.updatedSince !== null) query.set(operation.updatedSince.param, since(request.updatedSince, operation.updatedSince.format));
  if (operation.sort) query.set(operation.sort.param, request.order === 'newestFirst' ? operation.sort.descending : operation.sort.ascending);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** An id as one path segment. Nothing, `.` and `..` would lead to another resource, and a lone surrogate cannot be written in an address: no row has such an id. */
function pathSegment(id: string): string {
  if (/^\.{0,2}$/.test(id) || /\p{Surrogate}/u.test(id)) throw new EngineError('notFound');
  return encodeURIComponent(id);
}

/** Makes the {@link ApiClient}: it knows endpoints through the profile alone. */
export function createApiClient(options: ClientOptions): ApiClient {
  const { profile, tokens, baseUrl } = options;
  const exchange = createExchange(options);
  const normalise = createNormaliser(profile);
  const params = { host: baseUrl.host };

  /** Sends with the current token; a refused one leads to one refresh (shared by all callers) and one more try. */
  async function authorised(call: Call): Promise<Answer> {
    for (let attempt = 0; ; attempt++) {
      const { token, generation } = await tokens.current();
      if (HEADER_VALUE.test(token.reveal())) {
        const answer = await exchange({ ...call, headers: { [profile.auth.header]: `${profile.auth.prefix}${token.reveal()}` } });
        if (answer.status !== 401) return answer;
      }
      if (attempt > 0) throw new EngineError('apiTokenRejected');
      await tokens.rejected(generation);
    }
  }

  async function call(request: Call, missing: 'notFound' | 'wrongShape'): Promise<Answer> {
    const answer = await authorised(request);
    if (answer.status === 403) throw new EngineError('permissionMissing');
    if (answer.status === 404 || answer.status === 410) throw new EngineError(missing, { params });
    if (answer.status >= 400) throw new EngineError('wrongShape', { params });
    return answer;
  }

  const found = <T>(resolved: T | null): T => {
    if (resolved === null) throw new EngineError('wrongShape', { params });
    return resolved;
  };

  return {
    can: (entity, kind) => (kind === 'list' ? resolveList(profile, entity) : resolveGet(profile, entity)) !== null,

    async list<E extends Entity>(entity: E, request: ListRequest) {
      const { prefix, operation } = found(resolveList(profile, entity));
      const { lane, signal } = request;
      const answer = await call({ method: operation.method, path: `${prefix}${operation.path}${listQuery(operation, request)}`, lane, ...(signal && { signal }) }, 'wrongShape');
      const items = readPath(answer.json, operation.items);
      if (!Array.isArray(items)) throw new EngineError('wrongShape', { params });
      const rows: RecordOf[E][] = [];
      const quarantined: QuarantinedRow[] = [];
      for (const item of items as unknown[]) {
        const result = normalise(entity, item);
        if ('record' in result) rows.push(result.record);
        else quarantined.push(result.quarantined);
      }
      const total = readTotal(operation.paging, answer.json);
      return { rows, quarantined, next: nextCursor(operation.paging, readCursor(operation.paging, request.cursor), items.length, total), total, serverTime: answer.serverTime };
    },

    async get<E extends Entity>(entity: E, id: string, { lane, signal }: { lane: Lane; signal?: AbortSignal }) {
      const { prefix, operation } = found(resolveGet(profile, entity));
      const path = `${prefix}${operation.path.replace('{id}', () => pathSegment(id))}`;
      const answer = await call({ method: operation.method, path, lane, ...(signal && { signal }) }, 'notFound');
      const result = normalise(entity, readPath(answer.json, operation.item));
      if (!('record' in result) || result.record.id !== id) throw new EngineError('wrongShape', { params });
      return { row: result.record, serverTime: answer.serverTime };
    },
  };
}
