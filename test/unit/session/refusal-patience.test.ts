import { describe, expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createApiClient } from '../../../core/api/client.ts';
import { openGovernor } from '../../support/electron/open-governor.ts';
import { HOUR, MINUTE, PASTED, setUp } from './session-set-up.ts';

const JSON_TYPE = { 'content-type': 'application/json' };

describe('a resource that refuses every token', () => {
  it('costs few refreshes, and the others are served', async () => {
    const { clock, session, server } = setUp();
    await session.signIn(PASTED);
    const fetch = async (url: string) => new Response(url.includes('/tasks') ? '{}' : '{"data":[]}', { status: url.includes('/tasks') ? 401 : 200, headers: JSON_TYPE });
    const client = createApiClient({ profile: CXPRESS_1_0, tokens: session, baseUrl: parseBaseUrl('https://api.test'), fetch, governor: openGovernor(), clock });
    const ask = (entity: 'ticket' | 'task') => client.list(entity, { cursor: null, updatedSince: null, order: 'newestFirst', lane: 'delta' }).then(() => 'served', (error: { code: string }) => error.code);
    for (let poll = 0; poll < 60; poll++) {
      expect([await ask('ticket'), await ask('task')]).toEqual(['served', 'apiTokenRejected']);
      await clock.advance(30_000);
    }
    expect(server.asked.length).toBeLessThan(5);
  });
});

describe('a refused token out of a refresh', () => {
  it('is renewed once soon, then not for minutes, and soon again after one that was refused by nobody', async () => {
    const { clock, session, server } = setUp();
    await session.signIn(PASTED);
    const refuse = () => session.rejected(session.status().generation).then(() => 'renewed', () => 'not yet');
    expect(await refuse()).toBe('renewed');
    await clock.advance(9_999);
    expect(await refuse()).toBe('not yet');
    await clock.advance(1);
    expect(await refuse()).toBe('renewed');
    await clock.advance(5 * MINUTE - 1);
    expect(await refuse()).toBe('not yet');
    await clock.advance(1);
    expect(await refuse()).toBe('renewed');
    // Two planned renewals: the first token was complained of, the second was not.
    await clock.advance(2.5 * HOUR);
    const before = server.asked.length;
    await clock.advance(10_000);
    expect([await refuse(), server.asked.length]).toEqual(['renewed', before + 1]);
  });
});
