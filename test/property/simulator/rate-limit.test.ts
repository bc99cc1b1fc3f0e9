import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createArrivalWindow } from '../../../simulator/arrival-window.ts';
import { createRateLimiter } from '../../../simulator/rate-limit.ts';

/** Arrivals as gaps; zero gaps and gaps of exactly one window are frequent on purpose. */
const arrivals = (windowMs: number): fc.Arbitrary<number[]> =>
  fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: windowMs * 2 }), fc.constant(windowMs)), { maxLength: 200 }).map((gaps) => {
    let at = 1000;
    return gaps.map((gap) => (at += gap));
  });

/** Arrivals in `(end - windowMs, end]`, counted one by one. */
function countNaively(times: readonly number[], end: number, windowMs: number): number {
  return times.filter((time) => time > end - windowMs && time <= end).length;
}

test('the window counts what a naive count counts, also after its old entries were cut off', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3000 }), arrivals(60), (windowMs, lead, tail) => {
      const window = createArrivalWindow();
      const times = [...Array.from({ length: lead }, (_, index) => -10_000 + index), ...tail];
      const seen: number[] = [];
      for (const [index, at] of times.entries()) {
        const counted = window.add(at, windowMs);
        seen.push(at);
        if (index >= lead) expect(counted).toBe(countNaively(seen, at, windowMs));
      }
    }),
    { numRuns: 200 },
  );
});

test('the limiter refuses exactly what a naive limiter refuses', () => {
  const rules = fc.record({ limit: fc.integer({ min: 1, max: 12 }), windowMs: fc.integer({ min: 1, max: 60 }), blockMs: fc.integer({ min: 1, max: 120 }), extendOnHit: fc.boolean() });
  fc.assert(
    fc.property(rules, arrivals(60), (rule, times) => {
      const limiter = createRateLimiter(rule);
      let counted: number[] = [];
      let blockedUntil = -Infinity;
      for (const at of times) {
        let expected = at < blockedUntil;
        if (expected && rule.extendOnHit) blockedUntil = at + rule.blockMs;
        if (!expected) {
          counted.push(at);
          if (countNaively(counted, at, rule.windowMs) > rule.limit) {
            expected = true;
            blockedUntil = at + rule.blockMs;
            counted = [];
          }
        }
        expect(limiter.arrive('a', at)).toEqual(expected ? { blocked: true, retryAfterMs: blockedUntil - at } : { blocked: false });
      }
    }),
    { numRuns: 500 },
  );
});
