import type { IncomingMessage, RequestListener } from 'node:http';
import { z } from 'zod';
import { BodyTooLarge, parseJson, readText } from '../http/read-body.ts';
import { sendReply, type Reply } from '../http/reply.ts';
import type { SimulatorParts } from '../parts.ts';
import { ControlError } from './control-error.ts';
import { controlRoutes, type ControlRoute } from './routes.ts';

const BODY_LIMIT = 4 * 1024 * 1024;

interface Pattern {
  readonly route: ControlRoute;
  readonly segments: readonly string[];
}

/** Values of `:name` segments when a path fits a pattern; null when it does not. */
function fit(pattern: readonly string[], segments: readonly string[]): Record<string, string> | null {
  if (pattern.length !== segments.length) return null;
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    if (part.startsWith(':')) parameters[part.slice(1)] = segment;
    else if (part !== segment) return null;
  }
  return parameters;
}

function findRoute(patterns: readonly Pattern[], method: string, segments: readonly string[]): { route: ControlRoute; parameters: Record<string, string> } {
  const fitting = patterns.flatMap(({ route, segments: pattern }) => {
    const parameters = fit(pattern, segments);
    return parameters ? [{ route, parameters }] : [];
  });
  if (fitting.length === 0) throw new ControlError(404, 'There is no such control operation.');
  const found = fitting.find(({ route }) => route.method === method);
  if (!found) throw new ControlError(405, `This path takes ${fitting.map(({ route }) => route.method).join(', ')}.`);
  return found;
}

function failed(error: unknown): Reply {
  if (error instanceof z.ZodError) return { status: 400, body: { error: z.prettifyError(error) } };
  if (error instanceof ControlError) return { status: error.status, body: { error: error.message } };
  if (error instanceof BodyTooLarge) return { status: 413, body: { error: 'The request body is too large.' } };
  if (error instanceof URIError) return { status: 400, body: { error: 'The path is not valid.' } };
  return { status: 500, body: { error: error instanceof Error ? error.message : 'unknown' } };
}

/** Reads a JSON body; no body is an empty object. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request, BODY_LIMIT);
  if (text === '') return {};
  const body = parseJson(text);
  if (body === undefined) throw new ControlError(400, 'The body is not JSON.');
  return body;
}

/**
 * The control API, for scripts and tests alone. It hands out tokens, so it listens on loopback only and answers under
 * `/<key>` alone: a web page on this machine cannot guess the key.
 */
export function createControlHandler(parts: SimulatorParts, key: string): RequestListener {
  const patterns = controlRoutes(parts).map((route): Pattern => ({ route, segments: route.path.slice(1).split('/') }));
  const answer = async (request: IncomingMessage): Promise<Reply> => {
    const target = URL.parse(request.url ?? '/', 'http://control');
    const [given, ...segments] = (target?.pathname ?? '/').slice(1).split('/').map(decodeURIComponent);
    if (target === null || given !== key) throw new ControlError(404, 'There is no such control operation.');
    const { route, parameters } = findRoute(patterns, request.method ?? '', segments);
    const body = await readBody(request);
    return { status: 200, body: route.run({ parameters, query: Object.fromEntries(target.searchParams), body }) };
  };
  return (request, response) => void answer(request).catch(failed).then((reply) => sendReply(response, reply)).catch(() => response.destroy());
}
