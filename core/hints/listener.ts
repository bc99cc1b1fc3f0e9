import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { Entity } from '../../contract/entity.ts';
import type { ApiProfile } from '../../contract/profile/schema.ts';
import { EngineError } from '../engine-error.ts';
import type { Logger } from '../log.ts';
import { readBody } from './body.ts';
import { envelopeReader } from './envelope.ts';
import { BODY_LIMIT, createGate } from './gate.ts';

/** What the listener needs. */
export interface HintListenerOptions {
  /** The unguessable part of the address; see {@link newSecretPath}. */
  readonly secretPath: string;
  /** Hears what may have changed. Nothing else of a webhook leaves the listener. */
  readonly onHint: (entity: Entity, id: string) => void;
  readonly profile: ApiProfile;
  readonly logger: Logger;
  /** 0 lets the system choose. */
  readonly port: number;
}

/** A running listener. */
export interface HintListener {
  /** The address to give to the sender; holds the secret path, so it is not logged. */
  readonly url: string;
  /** Posts that became a hint. */
  received(): number;
  /** Posts that were let in but held no hint: unknown entity, no usable id, not JSON. */
  dropped(): number;
  dispose(): Promise<void>;
}

/** 256 random bits for the listener's path. */
export function newSecretPath(): string {
  return randomBytes(32).toString('base64url');
}

/** Ends a request: status, no body, no further use of the connection after a refusal. */
function answer(response: ServerResponse, status: number): void {
  if (response.headersSent || response.destroyed) return;
  const refused = status >= 400;
  response.writeHead(status, refused ? { connection: 'close', 'content-length': '0' } : {});
  // An unread body (too large, or of a refused request) is cut off rather than drained.
  response.end(() => refused && response.req.destroy());
}

/**
 * Bounds on slow and numerous senders; Node's own defaults are minutes and no limit. A missing `Host` is left to the
 * gate, because Node's own answer has a body.
 */
const SERVER_OPTIONS = { requireHostHeader: false, headersTimeout: 5000, requestTimeout: 10_000, connectionsCheckingInterval: 1000, keepAliveTimeout: 2000, maxHeaderSize: 8192 };

/** A connection on which nothing moves is closed after this, in milliseconds. */
const SILENCE_MS = 5000;

async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => reject(new EngineError('listenerFailed', { cause })));
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve);
  });
  return (server.address() as AddressInfo).port;
}

/**
 * Listens for webhooks on loopback. They are unsigned, so a request proves nothing: whatever it says, at most
 * (entity, id) reaches `onHint`, where it leads to a re-fetch from the API and nothing else.
 * Rejects with EngineError `listenerFailed` when the port cannot be had.
 */
export async function createHintListener(options: HintListenerOptions): Promise<HintListener> {
  const { onHint, logger } = options;
  const gate = createGate(options.secretPath);
  const read = envelopeReader(options.profile);
  let port = options.port;
  let received = 0;
  let dropped = 0;

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const refusal = gate.refusal(request, port);
    if (refusal !== null) return answer(response, refusal);
    const body = await readBody(request, BODY_LIMIT);
    if (body === null) return answer(response, 413);
    answer(response, 204);
    const hint = read(body);
    if (!hint) {
      dropped += 1;
      return;
    }
    received += 1;
    onHint(hint.entity, hint.id);
  };

  const server = createServer(SERVER_OPTIONS, (request, response) => {
    request.on('error', () => undefined);
    handle(request, response).catch(() => {
      logger.error('hints.handlerFailed');
      answer(response, 400);
    });
  });
  server.maxConnections = 16;
  // The limits above begin with the first byte; this one also ends connections that never send any.
  server.timeout = SILENCE_MS;
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    else socket.destroy();
  });

  port = await listen(server, options.port);
  server.on('error', () => logger.error('hints.serverFailed'));
  return {
    url: `http://127.0.0.1:${port}/${options.secretPath}`,
    received: () => received,
    dropped: () => dropped,
    async dispose() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    },
  };
}
