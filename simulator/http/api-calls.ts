import type { IncomingMessage } from 'node:http';
import type { OperationName } from '../../contract/profile/schema.ts';
import type { SimulatorParts } from '../parts.ts';
import { listRows, type Parameters } from './list-rows.ts';
import { place } from './place.ts';
import { BodyTooLarge, parseJson, readText } from './read-body.ts';
import { refreshCall } from './refresh-call.ts';
import { refusal, type Reply } from './reply.ts';
import type { Route } from './routes.ts';

const BODY_LIMIT = 64 * 1024;

/** A call that has a route. */
export interface ApiCall {
  readonly request: IncomingMessage;
  readonly route: Route;
  readonly id: string;
  readonly query: URLSearchParams;
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

/** Makes the {@link AnswerCall} of a simulator. */
export function createApiCalls(parts: SimulatorParts): AnswerCall {
  const { profile, world, wire, tokens } = parts;
  const headerName = profile.auth.header.toLowerCase();

  const admission = (request: IncomingMessage, operation: OperationName): Reply | null => {
    const header = request.headers[headerName];
    const text = typeof header === 'string' ? header : '';
    const verdict = text.startsWith(profile.auth.prefix) ? tokens.check(text.slice(profile.auth.prefix.length), operation) : 'unauthorized';
    if (verdict === 'unauthorized') return refusal(401, 'token_invalid', 'The API token is missing, has expired or is not known.');
    return verdict === 'forbidden' ? refusal(403, 'permission_missing', 'This token has no permission for this endpoint.') : null;
  };

  return async ({ request, route, id, query }) => {
    const body = parseJson(await readText(request, BODY_LIMIT));
    if (route.kind === 'refresh') return refreshCall(profile, tokens, body);
    const refused = admission(request, route.operation);
    if (refused) return refused;
    const rows = world.collections[route.entity];
    if (route.kind === 'list') return listRows(route.spec, rows, parametersOf(query, body), (item) => wire.row(route.entity, item));
    const item = rows.get(id);
    if (!item || item.deletedAt !== null) return refusal(404, 'not_found', 'There is no such record.');
    return { status: 200, body: place({}, route.spec.item, wire.row(route.entity, item)) };
  };
}

/** What to answer when the work of a call failed. */
export function failedCall(error: unknown): Reply {
  return error instanceof BodyTooLarge ? refusal(413, 'too_large', 'The request body is too large.') : refusal(500, 'internal', 'The simulator failed to answer.');
}
