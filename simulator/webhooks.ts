import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import type { ApiProfile } from '../contract/profile/schema.ts';
import type { SimulatorClock } from './clock.ts';
import type { ChangeEvent, EventLog } from './event-log.ts';
import type { WireRows } from './wire-row.ts';
import type { Item } from './world/item.ts';

/** What the owner configures: one endpoint and which events it gets (Cxpress API docs, "Webhook Configuration"). */
export interface WebhookSettings {
  readonly url: string | null;
  readonly create: boolean;
  readonly update: boolean;
}

/** How deliveries went since the start. */
export interface WebhookReport extends WebhookSettings {
  readonly delivered: number;
  readonly failed: number;
  readonly pending: number;
}

/** Posts every event to the configured endpoint, each on its own, without order and without retries (neither is documented). */
export interface Webhooks {
  configure(settings: WebhookSettings): void;
  /** Sends the webhook of an event about a row, if one is wanted; returns at once. */
  announce(event: ChangeEvent, item: Item): void;
  report(): WebhookReport;
  /** Gives up what is in flight. */
  dispose(): void;
}

/** A receiver that takes longer has failed. */
const ANSWER_TIMEOUT_MS = 3000;

/** Sends a webhook's body; resolves with the receiver's status, rejects when there is none. */
export type Post = (url: URL, body: string) => Promise<number>;

/** Posts a body; resolves with the status once the whole answer is there. */
function postOverHttp(url: URL, body: string, agents: { http: HttpAgent; https: HttpsAgent }): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'user-agent': 'Cxpress-Webhook' };
    const options = { method: 'POST', headers, signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS) };
    const request = url.protocol === 'https:' ? httpsRequest(url, { ...options, agent: agents.https }) : httpRequest(url, { ...options, agent: agents.http });
    request.on('error', reject);
    request.on('response', (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    request.end(body);
  });
}

/** Makes the {@link Webhooks}; nothing is configured at first. */
export function createWebhooks(parts: { profile: ApiProfile; clock: SimulatorClock; events: EventLog; wire: WireRows; post?: Post }): Webhooks {
  const { profile, clock, events, wire } = parts;
  const agents = { http: new HttpAgent({ keepAlive: true, maxSockets: 8 }), https: new HttpsAgent({ keepAlive: true, maxSockets: 8 }) };
  const post = parts.post ?? ((url: URL, body: string) => postOverHttp(url, body, agents));
  let settings: WebhookSettings = { url: null, create: true, update: true };
  const counts = { delivered: 0, failed: 0, pending: 0 };

  const envelope = (event: ChangeEvent, item: Item): string =>
    JSON.stringify({ entity: profile.webhookEntities[event.entity][0] ?? event.entity, type: event.type === 'create' ? 'create' : 'update', data: wire.webhookRow(event.entity, item) });

  const deliver = async (event: ChangeEvent, item: Item, url: URL): Promise<void> => {
    const sent = clock.real();
    const webhookSentAt = Math.round(sent);
    counts.pending += 1;
    events.mark(event.seq, { webhook: 'pending', webhookSentAt, webhookAckMs: null });
    const status = await post(url, envelope(event, item)).catch(() => 0);
    const delivered = status >= 200 && status < 300;
    counts.pending -= 1;
    counts[delivered ? 'delivered' : 'failed'] += 1;
    events.mark(event.seq, { webhook: delivered ? 'delivered' : 'failed', webhookSentAt, webhookAckMs: delivered ? Math.round((clock.real() - sent) * 10) / 10 : null });
  };

  return {
    configure(next) {
      settings = next;
    },
    announce(event, item) {
      const wanted = event.type === 'create' ? settings.create : settings.update;
      if (settings.url !== null && wanted) void deliver(event, item, new URL(settings.url));
    },
    report: () => ({ ...settings, ...counts }),
    dispose() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}
