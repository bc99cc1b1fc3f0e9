import type { OperationName } from '../../contract/profile/schema.ts';
import type { SimulatorParts } from '../parts.ts';
import type { Parameters } from './bad-parameter.ts';
import type { ApiRequest } from './exchange.ts';
import { listRows } from './list-rows.ts';
import { place } from './place.ts';
import { BodyTooLarge, parseJson } from './read-body.ts';
import { refreshCall } from './refresh-call.ts';
import { refusal, type Reply } from './reply.ts';
import type { Route } from './routes.ts';

const BODY_LIMIT = 64 * 1024;

/** A call that has a route. */
export interface ApiCall {
  readonly request: ApiRequest;
  readonly route: Route;
  readonly id: string;
  /** The whole address that was called. */
  readonly address: URL;
}

/** Does the work of a call and makes its true answer: token, permission, then data. */
export type AnswerCall = (call: ApiCall) => Promise<Reply>;

/** Parameters of a call: those of the address, else those of a JSON body. */
function parametersOf(query: URLSearchParams, body: unknown): Parameters {
  return (name) => {
    const sent = query.get(name);
    if (sent !== null || typeof body !== 'object' || body === null) return sent;
    const value = (body as Record<string, unknown>)[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
  };
}

/** The address without the token that query authentication puts into it. */
export function withoutToken(parts: Pick<SimulatorParts, 'profile'>, address: URL): URL {
  const { auth } = parts.profile;
  if (auth.in === 'header' || !address.searchParams.has(auth.param)) return address;
  const clean = new URL(address);
  clean.searchParams.delete(auth.param);
  return clean;
}

/** Makes the {@link AnswerCall} of a simulator. */
export function createApiCalls(parts: SimulatorParts): AnswerCall {
  const { profile, world, wire, tokens, spelling } = parts;
  const { auth } = profile;

  /** The API token that a call carries; null when there is none. */
  const presented = auth.in === 'query'
    ? (_request: ApiRequest, address: URL) => address.searchParams.get(auth.param)
    : (request: ApiRequest) => {
        const text = request.header(auth.header.toLowerCase());
        return text?.startsWith(auth.prefix) ? text.slice(auth.prefix.length) : null;
      };
  const admission = (token: string | null, operation: OperationName): Reply | null => {
    const verdict = token === null ? 'unauthorized' : tokens.check(token, operation);
    if (verdict === 'unauthorized') return refusal(401, 'token_invalid', 'The API token is missing, has expired or is not known.');
    return verdict === 'forbidden' ? refusal(403, 'permission_missing', 'This token has no permission for this endpoint.') : null;
  };

  return async ({ request, route, id, address }) => {
    const body = parseJson(await request.text(BODY_LIMIT));
    if (route.kind === 'refresh') return refreshCall(profile, tokens, spelling, body);
    const refused = admission(presented(request, address), route.operation);
    if (refused) return refused;
    const rows = world.collections[route.entity];
    if (route.kind === 'list') {
      return listRows({ spec: route.spec, rows, parameters: parametersOf(address.searchParams, body), address: withoutToken(parts, address), spelling, toWire: (item) => wire.row(route.entity, item) });
    }
    if (rows.hidden(id) === 'forbidden') return refusal(403, 'record_forbidden', 'This record is not for you.');
    const item = rows.get(id);
    if (!item || item.deletedAt !== null) return refusal(404, 'not_found', 'There is no such record.');
    return { status: 200, body: place({}, spelling(route.spec.item), wire.row(route.entity, item)) };
  };
}

/** What to answer when the work of a call failed. */
export function failedCall(error: unknown): Reply {
  return error instanceof BodyTooLarge ? refusal(413, 'too_large', 'The request body is too large.') : refusal(500, 'internal', 'The simulator failed to answer.');
}
