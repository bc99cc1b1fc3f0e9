import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Answerer, ApiRequest, Outcome } from './exchange.ts';
import { readText } from './read-body.ts';

/** The address a request came from; IPv4 in IPv6 dress is IPv4. */
function clientAddress(request: IncomingMessage): string {
  return (request.socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
}

/** The host that the client named; a name that is none does not get into any address. */
function originOf(request: IncomingMessage): string {
  const origin = `http://${request.headers.host ?? ''}`;
  return URL.canParse(origin) ? origin : 'http://simulator';
}

function apiRequest(request: IncomingMessage, response: ServerResponse): ApiRequest {
  return {
    method: request.method ?? '',
    target: request.url ?? '/',
    origin: originOf(request),
    address: clientAddress(request),
    header(name) {
      const value = request.headers[name];
      return typeof value === 'string' ? value : null;
    },
    text: (limitBytes) => readText(request, limitBytes),
    onGone: (run) => void response.once('close', run),
  };
}

function send(response: ServerResponse, outcome: Outcome): void {
  switch (outcome.kind) {
    case 'drop':
      response.destroy();
      return;
    case 'hang':
      return;
    case 'half': {
      const bytes = Buffer.from(outcome.text);
      response.writeHead(outcome.status, outcome.headers);
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
      return;
    }
    case 'whole':
      response.writeHead(outcome.status, outcome.headers);
      response.end(outcome.text);
  }
}

/** The API over HTTP. */
export function createApiHandler(answer: Answerer): RequestListener {
  return (request, response) => {
    response.sendDate = false;
    void answer(apiRequest(request, response)).then((outcome) => send(response, outcome)).catch(() => response.destroy());
  };
}
