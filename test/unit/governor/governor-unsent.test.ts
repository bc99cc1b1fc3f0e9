import { expect, it } from 'vitest';
import { CXPRESS_1_0 } from '../../../contract/profile/cxpress-1.0.ts';
import { parseBaseUrl } from '../../../core/api/base-url.ts';
import { createExchange } from '../../../core/api/exchange.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

it('a request that was never sent takes no slot and does not end the care after a block', async () => {
  const { clock, governor } = await setUp({ budget: 180 });
  const hit = ask(governor);
  await clock.advance(0);
  hit.slot?.blocked(null);
  await clock.advance(13 * MINUTE);
  let sent = 0;
  const fetch = () => {
    sent += 1;
    return new Promise<never>(() => undefined);
  };
  const exchange = createExchange({ profile: CXPRESS_1_0, baseUrl: parseBaseUrl('https://api.test'), governor, clock, fetch });
  const beforeSend = () => Promise.reject(new Error('not now'));
  await expect(exchange({ method: 'GET', path: '/x', headers: {}, lane: 'lookup', beforeSend })).rejects.toThrow('not now');
  expect([sent, governor.status().used]).toEqual([0, 0]);
  const asked = Array.from({ length: 10 }, () => ask(governor));
  await clock.advance(0);
  expect(asked.filter(({ slot }) => slot)).toHaveLength(1);
});
