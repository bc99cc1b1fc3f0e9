import { createServer, request, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** A proxy in this process that lets nobody through without name and password. */
export interface AskingProxy {
  /** As people type it into settings. */
  readonly url: string;
  /** Requests that were let through, by their address. */
  readonly passed: readonly string[];
  /** How often wrong or no credentials came, by what came; null for none. */
  readonly refused: readonly (string | null)[];
  stop(): Promise<void>;
}

/** Starts an {@link AskingProxy} on a free port of this computer. */
export async function startAskingProxy(user: string, password: string): Promise<AskingProxy> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const passed: string[] = [];
  const refused: (string | null)[] = [];
  const challenge = { 'Proxy-Authenticate': 'Basic realm="office"', Connection: 'close' };
  /** Whether who asks may pass; notes it. */
  const admits = (given: string | undefined, address: string): boolean => {
    if (given === wanted) passed.push(address);
    else refused.push(given ?? null);
    return given === wanted;
  };
  const server: Server = createServer((incoming, answer) => {
    const address = incoming.url ?? '';
    if (!admits(incoming.headers['proxy-authorization'], address)) {
      answer.writeHead(407, challenge).end();
      return;
    }
    const onward = request(address, { method: incoming.method, headers: incoming.headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('connect', (incoming, socket) => {
    socket.on('error', () => socket.destroy());
    const address = incoming.url ?? '';
    if (!admits(incoming.headers['proxy-authorization'], address)) {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="office"\r\nConnection: close\r\n\r\n');
      return;
    }
    const [host = '', port = '443'] = address.split(':');
    const onward = connect(Number(port), host, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    onward.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    passed,
    refused,
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
