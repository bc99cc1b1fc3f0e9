import { inspect } from 'node:util';
import { expect } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import type { ApiProfile } from '../../../contract/profile/schema.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createApiClient, type ClientOptions } from '../../../core/api/client.ts';
import type { ApiClient, Fetch, ListRequest } from '../../../core/api/port.ts';
import type { AccessTokens } from '../../../core/api/access-tokens.ts';
import { systemClock } from '../../../core/clock.ts';
import { EngineError } from '../../../core/engine-error.ts';
import type { Governor } from '../../../core/governor/port.ts';
import { Secret } from '../../../core/secret.ts';

/** Part of every token in these tests; it must be seen nowhere but at the server. */
export const CANARY = 'canary-7d1f0c';

/** Node's fetch with what main/ sets on Electron's. */
export const nodeFetch: Fetch = (url, init) => fetch(url, { ...init, redirect: 'error', credentials: 'omit', cache: 'no-store' });

/** How a slot ended. */
export type SlotEnd = 'done' | 'unknown' | 'unsent' | { readonly blocked: number | null } | { readonly pressed: number | null };

/** A governor that gives every slot at once and notes how each ended; a slot that ends twice shows twice. */
export interface RecordingGovernor extends Governor {
  readonly lanes: string[];
  readonly ends: SlotEnd[];
}

/** Makes a {@link RecordingGovernor}. `beforeGrant` runs between the request for a slot and its grant. */
export function recordingGovernor(beforeGrant: () => void = () => undefined): RecordingGovernor {
  const lanes: string[] = [];
  const ends: SlotEnd[] = [];
  return {
    lanes,
    ends,
    async acquire(lane) {
      lanes.push(lane);
      beforeGrant();
      return { done: () => void ends.push('done'), unknown: () => void ends.push('unknown'), unsent: () => void ends.push('unsent'), blocked: (ms) => void ends.push({ blocked: ms }), pressed: (ms) => void ends.push({ pressed: ms }) };
    },
    status: () => ({ used: 0, budget: 300, blockedUntil: null, blockedAgain: false, waiting: 0, pace: 100 }),
    setBudget: () => undefined,
    onChange: () => () => undefined,
    dispose: () => undefined,
  };
}

/** Tokens `<canary>-0`, `-1`, …: each refusal makes the next one current. */
export function countingTokens(): AccessTokens & { readonly refused: number[] } {
  const refused: number[] = [];
  return {
    refused,
    current: async () => ({ token: new Secret(`${CANARY}-${refused.length}`), generation: refused.length }),
    rejected: async (generation) => void refused.push(generation),
  };
}

/** A client with a recording governor and counting tokens, unless told otherwise. */
export function clientBed<O extends Partial<Omit<ClientOptions, 'baseUrl'>> & { readonly baseUrl?: string }>(options: O) {
  const governor = recordingGovernor();
  const tokens = countingTokens();
  const baseUrl = parseBaseUrl(options.baseUrl ?? 'https://api.example.test');
  const client: ApiClient = createApiClient({ profile: CXPRESS_1_0, fetch: nodeFetch, clock: systemClock(), governor, tokens, ...options, baseUrl });
  return { client, governor, tokens };
}

/** A fetch that gives the next of these answers, the last one again and again, and notes the addresses. */
export function scriptedFetch(...answers: (() => Response)[]): Fetch & { readonly urls: string[] } {
  const urls: string[] = [];
  const run: Fetch = async (url) => {
    const answer = answers[Math.min(urls.length, answers.length - 1)];
    urls.push(url);
    return answer?.() ?? new Response(null, { status: 500 });
  };
  return Object.assign(run, { urls });
}

/** A JSON answer. */
export function jsonAnswer(body: unknown, status = 200, headers: Record<string, string> = {}): () => Response {
  return () => new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
}

/** The first page, newest first. */
export const FIRST_PAGE: ListRequest = { cursor: null, updatedSince: null, order: 'newestFirst', lane: 'delta' };

/** The default profile with something else in it. */
export function profileWith(changes: Partial<ApiProfile>): ApiProfile {
  return { ...CXPRESS_1_0, ...changes };
}

/** Fails when a token shows anywhere in an error: message, properties, causes, stack. */
export function expectNoToken(error: unknown): void {
  const stack = error instanceof Error ? error.stack : '';
  expect(`${inspect(error, { depth: 10, showHidden: true })} ${String(error)} ${stack} ${JSON.stringify(error)}`).not.toContain(CANARY);
}

/** The EngineError a call ends with; fails on success and on any other error. */
export async function engineError(call: Promise<unknown>): Promise<EngineError> {
  const error = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  expectNoToken(error);
  expect((error as EngineError).cause).toBeUndefined();
  return error as EngineError;
}
