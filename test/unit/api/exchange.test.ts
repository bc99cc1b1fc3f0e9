import { getEventListeners } from 'node:events';
import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { CALL_LIMIT_MS } from '../../../core/api/exchange.ts';
import type { Fetch } from '../../../core/api/port.ts';
import { EngineError } from '../../../core/engine-error.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { clientBed, engineError, FIRST_PAGE, jsonAnswer, profileWith, recordingGovernor, scriptedFetch } from './client-bed.ts';

const EMPTY = jsonAnswer({ data: [] });
/** A fetch that does not listen to its signal. */
const deaf: Fetch = () => new Promise(() => undefined);
/** A fetch whose answer begins and never ends, whatever its signal says. */
const deafBody: Fetch = async () => new Response(new ReadableStream(), { headers: { 'content-type': 'application/json' } });

describe('the slot of a request', () => {
  it.each([['before the answer', deaf], ['within the answer', deafBody]])('ends at the time limit even when the fetch does not (%s)', async (_name, fetch) => {
    const clock = fakeClock();
    const { client, governor } = clientBed({ fetch, clock });
    const failed = engineError(client.list('ticket', FIRST_PAGE));
    await clock.advance(CALL_LIMIT_MS);
    expect((await failed).code).toBe('unreachable');
    expect(governor.ends).toEqual(['unknown']);
  });

  it('ends when the caller aborts, and leaves no listener and no timer', async () => {
    const clock = fakeClock();
    const { client, governor } = clientBed({ fetch: deafBody, clock });
    const controller = new AbortController();
    const reason = new Error('closed');
    const call = expect(client.list('ticket', { ...FIRST_PAGE, signal: controller.signal })).rejects.toBe(reason);
    await clock.advance(0);
    controller.abort(reason);
    await call;
    expect(governor.ends).toEqual(['unknown']);
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('leaves no listener and no timer after an answer or a failure', async () => {
    const clock = fakeClock();
    const { signal } = new AbortController();
    const failing: Fetch = () => Promise.reject(new Error('net::ERR_FAILED'));
    await clientBed({ fetch: scriptedFetch(EMPTY), clock }).client.list('ticket', { ...FIRST_PAGE, signal });
    await engineError(clientBed({ fetch: failing, clock }).client.list('ticket', { ...FIRST_PAGE, signal }));
    expect(getEventListeners(signal, 'abort')).toEqual([]);
    expect(clock.pending()).toBe(0);
  });

  it('is given back unused when the caller aborts just before it is granted', async () => {
    const controller = new AbortController();
    const fetch = scriptedFetch(EMPTY);
    const governor = recordingGovernor(() => controller.abort(new Error('closed')));
    const { client } = clientBed({ fetch, governor });
    await expect(client.list('ticket', { ...FIRST_PAGE, signal: controller.signal })).rejects.toThrow('closed');
    expect(fetch.urls).toEqual([]);
    expect(governor.ends).toEqual(['unsent']);
  });

  it('is never taken when the governor refuses', async () => {
    const governor = { ...recordingGovernor(), acquire: () => Promise.reject(new EngineError('blocked', { retry: true })) };
    const fetch = scriptedFetch(EMPTY);
    expect((await engineError(clientBed({ fetch, governor }).client.list('ticket', FIRST_PAGE))).code).toBe('blocked');
    expect(fetch.urls).toEqual([]);
  });

  it('ends when the fetch throws at once', async () => {
    const fetch: Fetch = () => {
      throw new TypeError('Failed to parse URL');
    };
    const { client, governor } = clientBed({ fetch });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('unreachable');
    expect(governor.ends).toEqual(['unknown']);
  });

  it('ends when a body breaks while it is read', async () => {
    const body = (): Response => new Response(new ReadableStream({ pull: (stream) => stream.error(new TypeError('terminated')) }), { headers: { 'content-type': 'application/json' } });
    const { client, governor } = clientBed({ fetch: scriptedFetch(body) });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('unreachable');
    expect(governor.ends).toEqual(['unknown']);
  });

  it('ends once for an endless body, whose stream is cancelled even if that takes for ever', async () => {
    let cancelled = 0;
    const endless = (): Response =>
      new Response(
        new ReadableStream({
          pull: (stream) => stream.enqueue(new Uint8Array(1024 * 1024)),
          cancel: () => {
            cancelled += 1;
            return new Promise(() => undefined);
          },
        }),
      );
    const { client, governor } = clientBed({ fetch: scriptedFetch(endless) });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('tooLarge');
    expect(governor.ends).toHaveLength(1);
    expect(cancelled).toBe(1);
  });

  it.each(['(', '[a', null])('ends also when the profile’s block pattern is %j', async (bodyPattern) => {
    const profile = profileWith({ block: { ...CXPRESS_1_0.block, bodyPattern } });
    const { client, governor } = clientBed({ profile, fetch: scriptedFetch(jsonAnswer({ error: 'blocked' }, 403)) });
    expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('permissionMissing');
    expect(governor.ends).toEqual(['done']);
  });
});

describe('an answer from elsewhere', () => {
  it.each([
    ['that was redirected', { redirected: true }],
    ['of another origin', { url: 'https://elsewhere.test/v1/tickets' }],
    ['that hides its status', { type: 'opaqueredirect' }],
  ])('is refused: one %s', async (_name, property) => {
    const answer = (): Response => {
      const response = EMPTY();
      for (const [name, value] of Object.entries(property)) Object.defineProperty(response, name, { value });
      return response;
    };
    expect((await engineError(clientBed({ fetch: scriptedFetch(answer) }).client.list('ticket', FIRST_PAGE))).code).toBe('redirected');
  });
});
