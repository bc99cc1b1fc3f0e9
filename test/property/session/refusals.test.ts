import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import type { Fetch } from '../../../core/api/port.ts';
import { createTokenRequest } from '../../../core/api/token-request.ts';
import { Secret } from '../../../core/secret.ts';
import { createSession } from '../../../core/session/session.ts';
import { recordingGovernor } from '../../unit/api/client-bed.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { memoryState } from '../../support/memory-state.ts';

const ORIGIN = 'https://api.example.test';
const REJECTED = CXPRESS_1_0.refresh.rejectedStatuses;

/** What comes back for a refresh, from the server or from anything on the way. */
interface Came {
  readonly kind: 'answer' | 'line' | 'timeout';
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly from: 'here' | 'elsewhere' | 'redirect';
}

const came: fc.Arbitrary<Came> = fc.record({
  kind: fc.constantFrom<Came['kind']>('answer', 'answer', 'answer', 'answer', 'answer', 'answer', 'line', 'timeout'),
  status: fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...REJECTED) }, { weight: 2, arbitrary: fc.constantFrom(200, 403, 404, 407, 408, 429, 500, 502, 503, 511) }, { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) }),
  contentType: fc.constantFrom('application/json', 'application/json; charset=utf-8', 'application/problem+json', 'text/html', 'text/plain', ''),
  body: fc.oneof({ weight: 3, arbitrary: fc.json() }, fc.constantFrom('', '<html>Sign in</html>', 'Unauthorized', '{"error":', '{"error":"invalid_grant"}'), fc.string()),
  from: fc.constantFrom<Came['from']>('here', 'here', 'here', 'elsewhere', 'redirect'),
});

function fetchOf({ kind, status, contentType, body, from }: Came): Fetch {
  return async (url) => {
    if (kind === 'line') throw new TypeError('fetch failed');
    if (kind === 'timeout') return new Promise(() => undefined);
    const response = new Response([204, 205, 304].includes(status) ? null : body, { status, headers: contentType === '' ? {} : { 'content-type': contentType } });
    if (contentType === '') response.headers.delete('content-type');
    Object.defineProperty(response, 'url', { value: from === 'elsewhere' ? 'https://portal.example.net/sign-in' : url });
    Object.defineProperty(response, 'redirected', { value: from === 'redirect' });
    return response;
  };
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

/** The server's own word that the refresh token is dead: JSON, from the token endpoint itself, with a status of the profile. */
function isTheServersWord({ kind, status, contentType, body, from }: Came): boolean {
  return kind === 'answer' && from === 'here' && REJECTED.includes(status) && contentType.includes('json') && isJson(body);
}

describe('a failed refresh', () => {
  it('ends the session only by the token endpoint\'s own word', async () => {
    let ended = 0;
    await fc.assert(
      fc.asyncProperty(came, async (what) => {
        const clock = fakeClock();
        const requestToken = createTokenRequest({ profile: CXPRESS_1_0, baseUrl: parseBaseUrl(ORIGIN), fetch: fetchOf(what), governor: recordingGovernor(), clock });
        const session = createSession({ clock, state: memoryState(), vault: fakeVault(), requestToken, random: () => 0 });
        await session.signIn({ apiToken: new Secret('api-0'), refreshToken: new Secret('refresh-0') });
        session.rejected(1).catch(() => undefined);
        await clock.advance(21_000);
        const dead = isTheServersWord(what);
        ended += dead ? 1 : 0;
        expect(session.status().state).toBe(dead ? 'needsTokens' : 'signedIn');
        session.dispose();
      }),
      { numRuns: 1_000 },
    );
    expect(ended).toBeGreaterThan(30);
  });
});
