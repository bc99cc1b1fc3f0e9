import type { Entity } from '../contract/entity.ts';
import { assemble } from './assemble.ts';
import { createAnswerer } from './http/answerer.ts';
import type { Answered, ApiRequest } from './http/exchange.ts';
import { BodyTooLarge } from './http/read-body.ts';
import type { WorldOptions } from './options.ts';
import type { SimulatorParts } from './parts.ts';
import type { TokenPair } from './tokens.ts';
import type { EntityRow } from './world/entity-row.ts';
import { visible } from './world/world.ts';

/** The parts of `fetch`'s second argument that are heeded; a body is text. */
export interface InProcessInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>> | Headers;
  readonly body?: string;
  readonly signal?: AbortSignal | null;
}

/**
 * A `fetch` that is answered in this process. As with the real one, a dropped connection rejects with a TypeError, a
 * hanging one ends with the signal, a truncated body fails while it is read. Redirects are not followed, `url` is empty.
 */
export type InProcessFetch = (input: string | URL, init?: InProcessInit) => Promise<Response>;

/** Statuses that go without a body (Fetch standard, "null body status"). */
const NO_BODY = new Set([204, 205, 304]);
const THIS_MACHINE = '127.0.0.1';

function connectionLost(): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' }) });
}

/** The first half of a body, then the end of the connection. */
function halfBody(text: string): ReadableStream<Uint8Array> {
  const bytes = Buffer.from(text);
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('terminated', { cause: connectionLost().cause }));
      else controller.enqueue(new Uint8Array(bytes.subarray(0, Math.floor(bytes.length / 2))));
      sent = true;
    },
  });
}

function toResponse(outcome: Answered): Response {
  const { status, text, kind } = outcome;
  const headers = { ...outcome.headers };
  return new Response(NO_BODY.has(status) ? null : kind === 'half' ? halfBody(text) : text, { status, headers });
}

function toRequest(url: URL, init: InProcessInit, address: string, gone: (run: () => void) => void): ApiRequest {
  const headers = new Headers(init.headers);
  return {
    method: init.method ?? 'GET',
    target: `${url.pathname}${url.search}`,
    origin: url.origin,
    address,
    header: (name) => headers.get(name),
    async text(limitBytes) {
      const text = init.body ?? '';
      if (Buffer.byteLength(text) > limitBytes) throw new BodyTooLarge('the request body is too large');
      return text;
    },
    onGone: gone,
  };
}

/**
 * Makes a `fetch` to a simulator's API without sockets: the very code that answers over HTTP answers here. `address` is
 * the client's, as the rate limit sees it: give several desktops one address, or one each. The host in the URL does not
 * matter; addresses in answers name it.
 */
export function createInProcessFetch(parts: SimulatorParts, options: { readonly address?: string } = {}): InProcessFetch {
  const answer = createAnswerer(parts);
  const address = options.address ?? THIS_MACHINE;
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      if (signal?.aborted) throw signal.reason;
      const leaving: (() => void)[] = [];
      const leave = (): void => {
        for (const run of leaving) run();
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      const settle = (end: () => void): void => {
        signal?.removeEventListener('abort', leave);
        end();
      };
      void answer(toRequest(new URL(input), init, address, (run) => (signal?.aborted ? run() : void leaving.push(run)))).then((outcome) => {
        if (outcome.kind === 'hang') return;
        settle(() => (outcome.kind === 'drop' ? reject(connectionLost()) : resolve(toResponse(outcome))));
      }).catch(() => settle(() => reject(connectionLost())));
    });
}

/** A Cxpress without ports: a world, its clock and a way to call it. */
export interface InProcessSimulator extends TokenPair {
  /** An address to give readers; nothing listens there. */
  readonly baseUrl: string;
  readonly parts: SimulatorParts;
  /** What a reader may see now; see world.ts. */
  visible(entity: Entity): EntityRow[];
  /** Calls from {@link THIS_MACHINE}. */
  readonly fetch: InProcessFetch;
  /** Calls from another address. */
  fetchFrom(address: string): InProcessFetch;
  /** Ends live changes and webhooks; without either there is nothing to end. */
  dispose(): void;
}

/**
 * Makes a Cxpress that lives in this process alone, for property tests and campaigns: nothing listens, and no timer
 * runs unless live changes or latencies are asked for. With `realTime` and `after` all its time is the caller's.
 */
export function createInProcessSimulator(options: WorldOptions = {}): InProcessSimulator {
  const parts = assemble(options);
  parts.activity.setPerMinute(options.activityPerMinute ?? 0);
  return {
    ...parts.tokens.issue(options.permissions),
    baseUrl: 'https://cxpress.test',
    parts,
    visible: (entity) => visible(parts.world, entity),
    fetch: createInProcessFetch(parts),
    fetchFrom: (address) => createInProcessFetch(parts, { address }),
    dispose() {
      parts.activity.dispose();
      parts.webhooks.dispose();
    },
  };
}
