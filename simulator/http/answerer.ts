import type { SimulatorParts } from '../parts.ts';
import { createApiCalls, failedCall, withoutToken } from './api-calls.ts';
import type { Answerer, ApiRequest, Outcome } from './exchange.ts';
import { refusal, type Reply } from './reply.ts';
import { createRoutes, type RouteMatch } from './routes.ts';
import { spoiledReply, wholeReply } from './spoiled-reply.ts';

/** What a blocked address hears. Status and wording follow the profile, since neither is documented. */
function blockedReply(parts: SimulatorParts, retryAfterMs: number): Reply {
  const { statuses, bodyPattern } = parts.profile.block;
  const message = 'Request limit exceeded: this IP address is blocked.';
  const told = bodyPattern === null || new RegExp(bodyPattern, 'i').test(message) ? message : `${message} ${bodyPattern}`;
  return refusal(statuses[0] ?? 429, 'ip_blocked', told, { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) });
}

/** With a date and, where there is a body, its length. */
function dressed(outcome: Outcome, date: string): Outcome {
  if (outcome.kind === 'drop' || outcome.kind === 'hang') return outcome;
  return { ...outcome, headers: { date, ...outcome.headers, 'content-length': String(Buffer.byteLength(outcome.text)) } };
}

/**
 * The API itself. Every request is counted on arrival, whatever it asks (the refresh call too), then meets the block,
 * then the scripted faults, then its route. How requests come and answers go is the business of api-handler.ts (HTTP)
 * and in-process.ts (no sockets).
 */
export function createAnswerer(parts: SimulatorParts): Answerer {
  const { clock, limiter, oracle, faults, after } = parts;
  const routes = createRoutes(parts.profile);
  const answerCall = createApiCalls(parts);

  /** Resolves after `ms`, or earlier when the client is gone. */
  const pause = (ms: number, request: ApiRequest): Promise<void> =>
    new Promise((resolve) => {
      const cancel = after(ms, resolve);
      request.onGone(() => {
        cancel();
        resolve();
      });
    });

  const work = async (request: ApiRequest, address: URL | null, match: RouteMatch): Promise<Reply> => {
    if (address && match.found === 'route') return answerCall({ request, route: match.route, id: match.id, address }).catch(failedCall);
    return match.found === 'otherMethod' ? refusal(405, 'method_not_allowed', 'This path does not take this method.') : refusal(404, 'unknown_path', 'This version of the API has no such path.');
  };

  return async (request) => {
    const at = clock.real();
    const { method } = request;
    const address = URL.parse(request.target, request.origin);
    const match: RouteMatch = address ? routes.match(method, address.pathname) : { found: 'nothing' };
    const { operation, template } = match.found === 'route' ? match.route : { operation: 'unknown', template: '(unknown)' };
    const clean = address ? withoutToken(parts, address) : null;
    const path = clean === null || clean === address ? request.target : `${clean.pathname}${clean.search}`;
    const answered = oracle.arrive({ at, address: request.address, method, path, operation, template });
    const date = new Date(clock.date()).toUTCString();

    const verdict = limiter.arrive(request.address, at);
    if (verdict.blocked) {
      const reply = blockedReply(parts, verdict.retryAfterMs);
      answered({ status: reply.status, fault: null });
      return dressed(wholeReply(reply), date);
    }
    const fate = faults.strike(method, address?.pathname ?? '/');
    if (fate.latencyMs > 0) await pause(fate.latencyMs, request);
    const outcome = fate.failure ? await spoiledReply(fate.failure, () => work(request, address, match)) : wholeReply(await work(request, address, match));
    answered({ status: 'status' in outcome ? outcome.status : 0, fault: fate.failure?.kind ?? (fate.latencyMs > 0 ? 'latency' : null) });
    return dressed(outcome, date);
  };
}
