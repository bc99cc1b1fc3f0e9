import type { ApiProfile } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import { Secret } from '../secret.ts';
import { createExchange, type ExchangeOptions } from './exchange.ts';
import { readPath } from './read-path.ts';

/** A new API token and, when the server rotates it, a new refresh token. */
export interface RefreshReply {
  readonly apiToken: Secret;
  readonly refreshToken: Secret | null;
}

/** What a header can carry and no one sees as part of a sentence: no spaces, no line breaks, ASCII only. */
const TOKEN = /^[\x21-\x7e]+$/;

function secretAt(json: unknown, candidates: readonly string[]): Secret | null {
  for (const path of candidates) {
    const value = readPath(json, path);
    if (typeof value === 'string' && TOKEN.test(value.trim())) return new Secret(value.trim());
  }
  return null;
}

/** Asks for a new API token. `beforeSend` is awaited when the slot is there, right before the request leaves. */
export type TokenRequest = (refreshToken: Secret, beforeSend?: () => Promise<void>) => Promise<RefreshReply>;

/**
 * Makes the refresh call. It waits for a slot like any other request. Only a JSON answer with one of the profile's
 * statuses means that the refresh token is dead; a portal's page, a server error or a dropped line never do.
 */
export function createTokenRequest(options: Omit<ExchangeOptions, 'profile'> & { readonly profile: ApiProfile }): TokenRequest {
  const { refresh } = options.profile;
  const exchange = createExchange(options);
  return async (refreshToken, beforeSend) => {
    const body = Object.fromEntries(Object.entries(refresh.body).map(([name, value]) => [name, value.replace('{refreshToken}', () => refreshToken.reveal())]));
    const answer = await exchange({ method: refresh.method, path: refresh.path, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), lane: 'refresh', ...(beforeSend && { beforeSend }) });
    const params = { host: options.baseUrl.host };
    if (answer.json !== undefined && refresh.rejectedStatuses.includes(answer.status)) throw new EngineError('refreshTokenRejected');
    if (answer.status >= 400) throw new EngineError('wrongShape', { params, retry: true });
    const apiToken = secretAt(answer.json, refresh.read.apiToken);
    if (!apiToken) throw new EngineError('wrongShape', { params, retry: true });
    return { apiToken, refreshToken: secretAt(answer.json, refresh.read.refreshToken) };
  };
}
