import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile, Paging } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import type { Lane } from '../governor/lanes.ts';
import type { Secret } from '../secret.ts';
import type { QuarantinedRow } from '../store/store.ts';
import type { RecordOf } from '../../contract/models/records.ts';
import type { AccessTokens } from './access-tokens.ts';
import { authorise, secretParameter, shows } from './authorisation.ts';
import { createExchange, type ExchangeOptions } from './exchange.ts';
import { nextLink } from './link-header.ts';
import { listPath } from './list-path.ts';
import { nextAddress } from './next-address.ts';
import { createNormaliser } from './normalise/normalise.ts';
import { nextCursor, printOf, readCursor, readNext, readTotal } from './paging.ts';
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

/** An answer and the token it was asked with. */
type Reply = Answer & { readonly token: Secret };

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
  const { host } = baseUrl;
  const params = { host };

  /** Sends with the current token; a refused one leads to one refresh (shared by all callers) and one more try. */
  async function authorised(call: Call): Promise<Reply> {
    for (let attempt = 0; ; attempt++) {
      const { token, generation } = await tokens.current();
      const sent = authorise(profile.auth, call.path, token);
      // A token that cannot be sent is as good as refused.
      if (sent) {
        const answer = await exchange({ ...call, ...sent });
        if (answer.status !== 401) return { ...answer, token };
      }
      if (attempt > 0) throw new EngineError('apiTokenRejected');
      await tokens.rejected(generation);
    }
  }

  async function call(request: Call, missing: 'notFound' | 'wrongShape'): Promise<Reply> {
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

  /** Where a page says the next begins; null after the last, and where the profile does not let the server say. */
  function nextOf(paging: Paging, path: string, { json, link, token }: Reply): string | number | null {
    if (paging.style !== 'cursor' && paging.style !== 'link') return null;
    const said = paging.next === null ? nextLink(link) : readNext(json, paging.next, host);
    if (said === null) return null;
    if (paging.style === 'link' && typeof said === 'number') throw new EngineError('wrongShape', { params });
    const next = paging.style === 'link' ? nextAddress(baseUrl, path, String(said), secretParameter(profile.auth)) : said;
    // It is stored with the rows. A token may not be, not even one that a server repeats where nobody expects it.
    if (shows(String(next), token)) throw new EngineError('wrongShape', { params });
    return next;
  }

  return {
    can: (entity, kind) => (kind === 'list' ? resolveList(profile, entity) : resolveGet(profile, entity)) !== null,

    async list<E extends Entity>(entity: E, request: ListRequest) {
      const resolved = found(resolveList(profile, entity));
      const { method, items: itemsAt, row: rowAt, paging } = resolved.operation;
      const { lane, signal } = request;
      const cursor = readCursor(paging, request.cursor, host);
      const path = listPath(resolved, cursor, request);
      const answer = await call({ method, path, lane, ...(signal && { signal }) }, 'wrongShape');
      const items = readPath(answer.json, itemsAt);
      if (!Array.isArray(items)) throw new EngineError('wrongShape', { params });
      const rows: RecordOf[E][] = [];
      const quarantined: QuarantinedRow[] = [];
      const ids: string[] = [];
      for (const item of items as unknown[]) {
        const result = normalise(entity, readPath(item, rowAt));
        if ('record' in result) rows.push(result.record);
        else quarantined.push(result.quarantined);
        ids.push('record' in result ? result.record.id : JSON.stringify(item));
      }
      const total = readTotal(paging, answer.json);
      const next = nextCursor(paging, cursor, { rows: items.length, print: printOf(ids), total, next: nextOf(paging, path, answer) }, host);
      return { rows, quarantined, next, total, serverTime: answer.serverTime };
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
