import type { RequestListener, Server } from 'node:http';
import { createServer } from 'node:http';

/** A server that listens. */
export interface Listening {
  readonly port: number;
  /** Ends every connection, idle or not. */
  close(): Promise<void>;
}

/** Starts an HTTP server; rejects when the address cannot be had. Port 0 takes a free one. */
export async function listen(handler: RequestListener, host: string, port: number): Promise<Listening> {
  const server: Server = createServer(handler);
  // Longer than any reader's pause between polls in a demo: the server is never the one that hangs up first.
  server.keepAliveTimeout = 75_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
