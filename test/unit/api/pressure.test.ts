import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import type { ServerTimeSample } from '../../../core/api/exchange.ts';
import type { Fetch } from '../../../core/api/port.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { Secret } from '../../../core/secret.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { clientBed, engineError, FIRST_PAGE, jsonAnswer, profileWith, recordingGovernor, scriptedFetch, type SlotEnd } from './client-bed.ts';

const NO_429 = profileWith({ block: { statuses: [418], bodyPattern: null } });

describe('an answer that asks to slow down', () => {
  const answers: readonly [string, number, Record<string, string>, SlotEnd][] = [
    ['503 with a time to wait', 503, { 'retry-after': '30' }, { pressed: 30_000 }],
    ['503 with a time nobody can read', 503, { 'retry-after': 'soon' }, { pressed: null }],
    ['503 alone', 503, {}, 'done'],
    ['500 with a time to wait', 500, { 'retry-after': '30' }, 'done'],
    ['429 with a time to wait', 429, { 'retry-after': '7' }, { pressed: 7000 }],
    ['429 alone', 429, {}, { pressed: null }],
  ];
  it.each(answers)('is told to the governor: %s', async (_name, status, headers, end) => {
    const { client, governor } = clientBed({ fetch: scriptedFetch(jsonAnswer({}, status, headers)), profile: NO_429 });
    expect(await engineError(client.list('ticket', FIRST_PAGE))).toMatchObject({ code: 'serverError', params: { status }, retry: true });
    expect(governor.ends).toEqual([end]);
  });

  it('is a block where the profile says so', async () => {
    const blocked = profileWith({ block: { statuses: [429, 503], bodyPattern: null } });
    for (const status of [429, 503]) {
      const { client, governor } = clientBed({ fetch: scriptedFetch(jsonAnswer({}, status, { 'retry-after': '7' })), profile: blocked });
      expect((await engineError(client.list('ticket', FIRST_PAGE))).code).toBe('blocked');
      expect(governor.ends).toEqual([{ blocked: 7000 }]);
    }
  });
});

describe('the server’s time', () => {
  const DATE = 'Mon, 05 Jan 2026 12:00:00 GMT';
  const server = Date.UTC(2026, 0, 5, 12);

  /** Samples of one list call over a fetch that takes 300 ms to its head and 200 ms more to its end. */
  async function samplesOf(answer: () => Response): Promise<{ samples: ServerTimeSample[]; start: number }> {
    const clock = fakeClock();
    const start = clock.now();
    const wait = (ms: number): Promise<void> => new Promise((resolve) => void clock.after(ms, resolve));
    const fetch: Fetch = async () => {
      await wait(300);
      const { status, headers, body } = answer();
      const content = new ReadableStream({
        async start(stream) {
          await wait(200);
          if (body) for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) stream.enqueue(chunk);
          stream.close();
        },
      });
      return new Response(content, { status, headers });
    };
    const samples: ServerTimeSample[] = [];
    const { client } = clientBed({ fetch, clock, onServerTime: (sample) => void samples.push(sample) });
    const call = client.list('ticket', FIRST_PAGE).catch(() => undefined);
    for (let i = 0; i < 10; i++) await clock.advance(100);
    await call;
    return { samples, start };
  }

  it('is told with the moments of sending and of the answer’s head', async () => {
    const { samples, start } = await samplesOf(jsonAnswer({ data: [] }, 200, { date: DATE }));
    expect(samples).toEqual([{ server, sentAt: start, receivedAt: start + 300 }]);
  });

  it('is told of refusals too, which come from the same clock', async () => {
    expect((await samplesOf(jsonAnswer({}, 403, { date: DATE }))).samples).toHaveLength(1);
  });

  it.each([
    ['no readable date', jsonAnswer({ data: [] }, 200, { date: 'noon' })],
    ['no date', jsonAnswer({ data: [] })],
    ['a web page', () => new Response('<html>', { headers: { 'content-type': 'text/html', date: DATE } })],
    ['a block', jsonAnswer({}, 429, { date: DATE })],
    ['a redirect', () => new Response(null, { status: 302, headers: { date: DATE } })],
  ])('is not told of %s', async (_name, answer) => {
    expect((await samplesOf(answer)).samples).toEqual([]);
  });

  it('is told of refreshes', async () => {
    const samples: ServerTimeSample[] = [];
    const fetch = scriptedFetch(jsonAnswer({ api_token: 'new' }, 200, { date: DATE }));
    const needs = { baseUrl: parseBaseUrl('api.example.test'), fetch, governor: recordingGovernor(), clock: fakeClock() };
    await createTokenRequest({ ...needs, profile: CXPRESS_1_0, onServerTime: (sample) => void samples.push(sample) })(new Secret('r'));
    expect(samples.map((sample) => sample.server)).toEqual([server]);
  });
});
