import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import type { AddressInfo } from 'node:net';

/** One delivery as it came over the wire. */
export interface Delivery {
  readonly method: string;
  readonly contentType: string;
  readonly body: { readonly entity: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> };
}

/** An endpoint that takes webhooks. */
export interface WebhookReceiver {
  readonly url: string;
  readonly deliveries: readonly Delivery[];
  close(): Promise<void>;
}

/** Listens on a free loopback port and answers every delivery with `status`. */
export async function receiveWebhooks(status = 204): Promise<WebhookReceiver> {
  const deliveries: Delivery[] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      deliveries.push({ method: request.method ?? '', contentType: request.headers['content-type'] ?? '', body: JSON.parse(body) });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    deliveries,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
