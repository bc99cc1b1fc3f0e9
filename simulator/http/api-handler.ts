import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { SimulatorParts } from '../parts.ts';
import { createApiCalls, failedCall } from './api-calls.ts';
import { refusal, sendReply, type Reply } from './reply.ts';
import { createRoutes, type RouteMatch } from './routes.ts';
import { sendSpoiled } from './spoiled-reply.ts';

/** The address a request came from; IPv4 in IPv6 dress is IPv4. */
function clientAddress(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
}

/** Path and query of a request line; null when it is malformed. */
function parseTarget(request: IncomingMessage): URL | null {
  return URL.parse(request.url ?? '/', 'http://simulator');
}

/** Resolves after `ms`, or earlier when the connection is gone. */
function pause(ms: number, response: ServerResponse): Promise<void> {
  if (ms === 0) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    response.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/** What a blocked address hears. Status and wording follow the profile, since neither is documented. */
function blockedReply(parts: SimulatorParts, retryAfterMs: number): Reply {
  const { statuses, bodyPattern } = parts.profile.block;
  const message = 'Request limit exceeded: this IP address is blocked.';
  const told = bodyPattern === null || new RegExp(bodyPattern, 'i').test(message) ? message : `${message} ${bodyPattern}`;
  return refusal(statuses[0] ?? 429, 'ip_blocked', told, { 'retry-after': String(Math.ceil(retryAfterMs / 1000)) });
}

/**
 * The API itself. Every request is counted on arrival, whatever it asks (the refresh call too), then meets the block,
 * then the scripted faults, then its route.
 */
export function createApiHandler(parts: SimulatorParts): RequestListener {
  const { clock, limiter, oracle, faults } = parts;
  const routes = createRoutes(parts.profile);
  const answerCall = createApiCalls(parts);

  const work = async (request: IncomingMessage, target: URL | null, match: RouteMatch): Promise<Reply> => {
    if (target && match.found === 'route') return answerCall({ request, route: match.route, id: match.id, query: target.searchParams }).catch(failedCall);
    return match.found === 'otherMethod' ? refusal(405, 'method_not_allowed', 'This path does not take this method.') : refusal(404, 'unknown_path', 'This version of the API has no such path.');
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const at = clock.real();
    const address = clientAddress(request);
    const method = request.method ?? '';
    const target = parseTarget(request);
    const match: RouteMatch = target ? routes.match(method, target.pathname) : { found: 'nothing' };
    const { operation, template } = match.found === 'route' ? match.route : { operation: 'unknown', template: '(unknown)' };
    const answered = oracle.arrive({ at, address, method, path: request.url ?? '/', operation, template });
    response.sendDate = false;
    response.setHeader('date', new Date(clock.now()).toUTCString());

    const verdict = limiter.arrive(address, at);
    if (verdict.blocked) {
      const reply = blockedReply(parts, verdict.retryAfterMs);
      sendReply(response, reply);
      return answered({ status: reply.status, fault: null });
    }
    const fate = faults.strike(method, target?.pathname ?? '/');
    await pause(fate.latencyMs, response);
    if (fate.failure) {
      const status = await sendSpoiled(response, fate.failure, () => work(request, target, match));
      return answered({ status, fault: fate.failure.kind });
    }
    const reply = await work(request, target, match);
    sendReply(response, reply);
    answered({ status: reply.status, fault: fate.latencyMs > 0 ? 'latency' : null });
  };
  return (request, response) => void handle(request, response).catch(() => response.destroy());
}
