import { describe, expect, test } from 'vitest';
import { createOracle } from '../../../simulator/oracle.ts';
import { createRateLimiter } from '../../../simulator/rate-limit.ts';

const FREE = { blocked: false };
const START = 5_000_000;

/** Sends `count` requests at one instant and returns the last verdict. */
function burst(limiter: ReturnType<typeof createRateLimiter>, count: number, at: number, address = 'a'): unknown {
  let last: unknown;
  for (let i = 0; i < count; i++) last = limiter.arrive(address, at);
  return last;
}

describe('rate limiter', () => {
  test('300 in 60 s pass; the 301st blocks the address for 10 minutes', () => {
    const limiter = createRateLimiter();
    expect(burst(limiter, 300, START)).toEqual(FREE);
    expect(limiter.arrive('a', START + 59_999)).toEqual({ blocked: true, retryAfterMs: 600_000 });
    expect(limiter.arrive('a', START + 59_999 + 599_999)).toEqual({ blocked: true, retryAfterMs: 1 });
    expect(limiter.arrive('a', START + 59_999 + 600_000)).toEqual(FREE);
  });

  test('an arrival exactly 60 s old no longer counts, one a millisecond younger does', () => {
    const atEdge = createRateLimiter();
    burst(atEdge, 300, START);
    expect(burst(atEdge, 300, START + 60_000)).toEqual(FREE);
    const inside = createRateLimiter();
    burst(inside, 300, START);
    expect(inside.arrive('a', START + 59_999.5)).toMatchObject({ blocked: true });
  });

  test('the window slides: 150 at the end of one minute and 151 at the start of the next are too many', () => {
    const limiter = createRateLimiter();
    burst(limiter, 150, START + 59_000);
    expect(burst(limiter, 150, START + 61_000)).toEqual(FREE);
    expect(limiter.arrive('a', START + 61_001)).toMatchObject({ blocked: true });
  });

  test('addresses count separately', () => {
    const limiter = createRateLimiter();
    expect(burst(limiter, 301, START, 'a')).toMatchObject({ blocked: true });
    expect(burst(limiter, 300, START, 'b')).toEqual(FREE);
    expect(limiter.standing(START)).toEqual({ a: { blocks: 1, blockedUntil: START + 600_000 }, b: { blocks: 0, blockedUntil: null } });
  });

  test('hits during a block extend it only where that is switched on', () => {
    const limiter = createRateLimiter({ extendOnHit: true });
    limiter.block('a', START);
    expect(limiter.arrive('a', START + 400_000)).toEqual({ blocked: true, retryAfterMs: 600_000 });
    expect(limiter.arrive('a', START + 600_000)).toMatchObject({ blocked: true });
    limiter.configure({ extendOnHit: false });
    expect(limiter.arrive('a', START + 1_100_000)).toEqual({ blocked: true, retryAfterMs: 100_000 });
    expect(limiter.arrive('a', START + 1_200_000)).toEqual(FREE);
  });

  test('a block can be lifted, and an address starts afresh after it', () => {
    const limiter = createRateLimiter();
    burst(limiter, 301, START);
    limiter.unblock();
    expect(burst(limiter, 300, START + 1)).toEqual(FREE);
    expect(limiter.standing(START + 1)).toMatchObject({ a: { blocks: 1, blockedUntil: null } });
  });
});

describe('oracle', () => {
  test('counts every arrival, refused ones included, by operation, path, status and address', () => {
    const oracle = createOracle();
    for (const [address, at] of [['a', 0], ['a', 59_999], ['b', 60_000], ['a', 60_001]] as const) {
      oracle.arrive({ at: START + at, address, method: 'GET', path: '/v1/tickets?page=1', operation: 'ticket.list', template: '/v1/tickets' })({ status: address === 'a' ? 200 : 429, fault: null });
    }
    expect(oracle.report()).toEqual({
      total: 4, byOperation: { 'ticket.list': 4 }, byPath: { 'GET /v1/tickets': 4 }, byStatus: { 200: 3, 429: 1 },
      byAddress: { a: { total: 3, maxInAny60s: 2 }, b: { total: 1, maxInAny60s: 1 } }, maxInAny60s: 2,
    });
    expect(oracle.requests(2, 10)).toEqual([
      expect.objectContaining({ seq: 3, address: 'b', path: '/v1/tickets?page=1', status: 429, fault: null }),
      expect.objectContaining({ seq: 4, address: 'a' }),
    ]);
  });
});
