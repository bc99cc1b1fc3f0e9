import { createServer, type IncomingHttpHeaders, type RequestListener, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { generate } from 'selfsigned';

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Answers one request, or leaves it without an answer. */
export type Script = (response: ServerResponse, request: SeenRequest) => void;

/** An HTTP or HTTPS server on loopback whose answers a test sets. */
export interface ScriptedServer {
  readonly baseUrl: string;
  readonly seen: readonly SeenRequest[];
  /** Scripts for the next requests, one each; the last one stays. */
  play(...scripts: Script[]): void;
  /** Resolves when `count` requests have arrived. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** An answer of text. */
export function text(status: number, contentType: string | null, body: string | Uint8Array, headers: Record<string, string> = {}): Script {
  return (response) => {
    response.writeHead(status, { ...(contentType !== null && { 'content-type': contentType }), ...headers });
    response.end(body);
  };
}

/** An answer of JSON. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Script {
  return text(status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

/** The sign-in page of a guest network. */
export function html(status = 200): Script {
  return text(status, 'text/html; charset=utf-8', '<!doctype html><title>Sign in</title><p>Your access is blocked until you sign in.</p>');
}

/** Points to another address. */
export function redirect(location: string, status = 302): Script {
  return (response) => {
    response.writeHead(status, { location, 'content-type': 'text/html' });
    response.end();
  };
}

/** Ends the connection without a word. */
export function drop(): Script {
  return (response) => void response.destroy();
}

/** Never answers. */
export function hang(): Script {
  return () => undefined;
}

/** Begins an answer of JSON and then falls silent, or (`cut`) ends the connection. */
export function partial(then: 'silent' | 'cut'): Script {
  return (response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
    response.write('{"data":[', () => {
      if (then === 'cut') response.destroy();
    });
  };
}

async function makeServer(secure: boolean, listener: RequestListener): Promise<Server> {
  if (!secure) return createServer(listener);
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
  return createSecureServer({ key, cert }, listener);
}

/** Starts a {@link ScriptedServer} on a free port; `secure` gives it a certificate that nobody signed but itself. */
export async function startScriptedServer({ secure = false } = {}): Promise<ScriptedServer> {
  const seen: SeenRequest[] = [];
  let scripts: Script[] = [json({})];
  let onArrival: () => void = () => undefined;
  const server = await makeServer(secure, (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const arrived = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      seen.push(arrived);
      onArrival();
      const script = scripts.length > 1 ? scripts.shift() : scripts[0];
      script?.(response, arrived);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    baseUrl: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    seen,
    play(...next) {
      scripts = next;
    },
    arrived: (count) =>
      new Promise((resolve) => {
        onArrival = () => {
          if (seen.length >= count) resolve();
        };
        onArrival();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
