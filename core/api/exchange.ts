import type { ApiProfile } from '../../contract/profile/schema.ts';
import type { Clock } from '../clock.ts';
import { EngineError } from '../engine-error.ts';
import type { Lane } from '../governor/lanes.ts';
import type { Governor, Slot } from '../governor/port.ts';
import type { BaseUrl } from './base-url.ts';
import { fetchFailure } from './fetch-failure.ts';
import type { Fetch } from './port.ts';
import { readAnswer, type Answer, type RawAnswer } from './read-answer.ts';
import { readBody } from './read-body.ts';
import { retryAfterMs } from './retry-after.ts';

/** No call takes longer than this, from sending to the last byte. */
export const CALL_LIMIT_MS = 20_000;

/** What an answer says of the server's clock, and when it was asked by ours. All in epoch ms. */
export interface ServerTimeSample {
  /** The answer's `Date`: whole seconds. */
  readonly server: number;
  /** Just before the request left. */
  readonly sentAt: number;
  /** When the answer's head was there. */
  readonly receivedAt: number;
}

/** Where and how requests go. */
export interface ExchangeOptions {
  readonly profile: Pick<ApiProfile, 'block'>;
  readonly baseUrl: BaseUrl;
  readonly fetch: Fetch;
  readonly governor: Governor;
  readonly clock: Clock;
  /** Hears of each readable answer that has a `Date`; pages of strangers on the way and blocks are none. */
  readonly onServerTime?: (sample: ServerTimeSample) => void;
}

/** One request. `path` begins with `/` and includes the query. */
export interface ExchangeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly lane: Lane;
  readonly signal?: AbortSignal;
  /** Awaited with the slot in hand, right before the request leaves; when it rejects, nothing is sent. */
  readonly beforeSend?: () => Promise<void>;
}

/** Sends one request in a slot of its own and reads the answer. Rejects with EngineError; 4xx other than blocks come back as answers. */
export type Exchange = (request: ExchangeRequest) => Promise<Answer>;

type TimedAnswer = RawAnswer & Pick<ServerTimeSample, 'sentAt' | 'receivedAt'>;

/** The profile's pattern for a blocked address; one that does not compile matches nothing. */
function pattern(source: string | null): RegExp | null {
  if (source === null) return null;
  try {
    return new RegExp(source, 'i');
  } catch {
    return null;
  }
}

/** Part of a refusal that is searched for the pattern: a pattern from outside must not be let loose on megabytes. */
const SEARCHED_CHARACTERS = 4096;

/** Makes the {@link Exchange} of one API address. */
export function createExchange({ profile, baseUrl, fetch, governor, clock, onServerTime }: ExchangeOptions): Exchange {
  const { host, href } = baseUrl;
  const { origin, pathname } = new URL(`${href}/`);
  const blockPattern = pattern(profile.block.bodyPattern);

  /** The full address. A path from a profile must not lead the token to another host, as `@elsewhere/x` would, nor out of the base path. */
  function addressOf(path: string): string {
    const address = `${href}${path}`;
    if (!path.startsWith('/') || !URL.canParse(address)) throw new EngineError('addressInvalid');
    const url = new URL(address);
    if (url.origin !== origin || !url.pathname.startsWith(pathname)) throw new EngineError('addressInvalid');
    return address;
  }

  async function send(address: string, request: ExchangeRequest, signal: AbortSignal): Promise<TimedAnswer> {
    const init = { method: request.method, headers: { accept: 'application/json', ...request.headers }, signal };
    const sentAt = clock.now();
    const response = await fetch(address, request.body === undefined ? init : { ...init, body: request.body });
    const receivedAt = clock.now();
    return { response, text: await readBody(response, host), sentAt, receivedAt };
  }

  /**
   * Sends within the time limit and the caller's signal; says of the slot what is known. Ends on its own when the
   * time is up: not every fetch lets go of a half-read body when it is aborted.
   */
  async function bounded(address: string, request: ExchangeRequest, slot: Slot): Promise<TimedAnswer> {
    const controller = new AbortController();
    const aborted = new Promise<never>((_resolve, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), { once: true });
    });
    const giveUp = (): void => controller.abort();
    const cancel = clock.after(CALL_LIMIT_MS, giveUp);
    request.signal?.addEventListener('abort', giveUp, { once: true });
    try {
      return await Promise.race([send(address, request, controller.signal), aborted]);
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
    return blockPattern !== null && blockPattern.test(text.slice(0, SEARCHED_CHARACTERS));
  }

  return async (request) => {
    const address = addressOf(request.path);
    const slot = await governor.acquire(request.lane, request.signal);
    try {
      await request.beforeSend?.();
      request.signal?.throwIfAborted();
    } catch (error) {
      slot.unsent();
      throw error;
    }
    const raw = await bounded(address, request, slot);
    const { response, text, sentAt, receivedAt } = raw;
    const { status, headers } = response;
    const retryAfter = headers.get('retry-after');
    const waitMs = retryAfterMs(retryAfter, clock.now());
    if (saysBlocked(status, headers.get('content-type') ?? '', text)) {
      slot.blocked(waitMs);
      throw new EngineError('blocked', { params: { until: governor.status().blockedUntil ?? clock.now() }, retry: true });
    }
    // A 503 without a time to wait is an outage; with one, or as 429 (RFC 6585 §4), it is a request to slow down.
    if (status === 429 || (status === 503 && retryAfter !== null)) slot.pressed(waitMs);
    else slot.done();
    const answer = readAnswer(raw, baseUrl);
    if (answer.serverTime !== null) onServerTime?.({ server: answer.serverTime, sentAt, receivedAt });
    return answer;
  };
}
