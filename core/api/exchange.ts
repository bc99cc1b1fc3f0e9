import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Clock } from '../clock.ts';
import { EngineError } from '../engine-error.ts';
import type { Lane } from '../governor/lanes.ts';
import type { Governor, Slot } from '../governor/port.ts';
import type { BaseUrl } from './base-url.ts';
import { fetchFailure } from './fetch-failure.ts';
import { parseJson } from './parse-json.ts';
import type { Fetch } from './port.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** No call takes longer than this, from sending to the last byte. */
export const CALL_LIMIT_MS = 20_000;

/** Where and how requests go. */
export interface ExchangeOptions {
  readonly profile: Pick<ApiProfile, 'block'>;
  readonly baseUrl: BaseUrl;
  readonly fetch: Fetch;
  readonly governor: Governor;
  readonly clock: Clock;
}

/** One request. `path` begins with `/` and includes the query. */
export interface ExchangeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly lane: Lane;
  readonly signal?: AbortSignal;
}

/** An answer that was read to its end. `json` is undefined when there was no body. */
export interface Answer {
  readonly status: number;
  readonly json: unknown;
  /** The server's `Date`, epoch ms. */
  readonly serverTime: number | null;
}

/** Sends one request in a slot of its own and reads the answer. Rejects with EngineError; 4xx other than blocks come back as answers. */
export type Exchange = (request: ExchangeRequest) => Promise<Answer>;

interface RawAnswer {
  readonly response: Response;
  readonly text: string;
}

/** The profile's pattern for a blocked address; one that does not compile matches nothing. */
function pattern(source: string | null): RegExp | null {
  if (source === null) return null;
  try {
    return new RegExp(source, 'i');
  } catch {
    return null;
  }
}

/** Makes the {@link Exchange} of one API address. */
export function createExchange({ profile, baseUrl, fetch, governor, clock }: ExchangeOptions): Exchange {
  const { host, href } = baseUrl;
  const blockPattern = pattern(profile.block.bodyPattern);

  async function send(request: ExchangeRequest, signal: AbortSignal): Promise<RawAnswer> {
    const init = { method: request.method, headers: { accept: 'application/json', ...request.headers }, signal };
    const response = await fetch(`${href}${request.path}`, request.body === undefined ? init : { ...init, body: request.body });
    return { response, text: await readBody(response, host) };
  }

  /** Sends within the time limit and the caller's signal; says of the slot what is known. */
  async function bounded(request: ExchangeRequest, slot: Slot): Promise<RawAnswer> {
    const controller = new AbortController();
    const giveUp = (): void => controller.abort();
    const cancel = clock.after(CALL_LIMIT_MS, giveUp);
    request.signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await send(request, controller.signal);
    } catch (error) {
      // Also after a reset: something between here and the server may still deliver the request.
      slot.unknown();
      if (request.signal?.aborted) throw request.signal.reason;
      throw controller.signal.aborted ? new EngineError('unreachable', { params: { host }, retry: true }) : fetchFailure(error, host);
    } finally {
      cancel();
      request.signal?.removeEventListener('abort', giveUp);
    }
  }

  function saysBlocked(status: number, contentType: string, text: string): boolean {
    if (profile.block.statuses.includes(status)) return true;
    if (status !== 403 || /html/i.test(contentType)) return false;
    return blockPattern !== null && blockPattern.test(text);
  }

  function read({ response, text }: RawAnswer): Answer {
    const { status } = response;
    const elsewhere = response.redirected || (response.url !== '' && new URL(response.url).origin !== new URL(href).origin);
    if (elsewhere || response.type === 'opaqueredirect' || (status >= 300 && status < 400)) throw new EngineError('redirected', { params: { host } });
    if (status >= 500) throw new EngineError('serverError', { params: { status, host }, retry: true });
    const date = Date.parse(response.headers.get('date') ?? '');
    const serverTime = Number.isFinite(date) ? date : null;
    if (text.trim() === '') return { status, json: undefined, serverTime };
    if (!/[/+]json\b/i.test(response.headers.get('content-type') ?? '')) throw new EngineError('notJson', { params: { host }, retry: true });
    try {
      return { status, json: parseJson(text), serverTime };
    } catch {
      throw new EngineError('wrongShape', { params: { host }, retry: true });
    }
  }

  return async (request) => {
    const slot = await governor.acquire(request.lane, request.signal);
    if (request.signal?.aborted) {
      slot.done();
      throw request.signal.reason;
    }
    const raw = await bounded(request, slot);
    const { response, text } = raw;
    if (saysBlocked(response.status, response.headers.get('content-type') ?? '', text)) {
      slot.blocked(retryAfterMs(response.headers.get('retry-after'), clock.now()));
      throw new EngineError('blocked', { params: { until: governor.status().blockedUntil ?? clock.now() }, retry: true });
    }
    slot.done();
    return read(raw);
  };
}
