import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { playInterleaving } from '../../support/session-world.ts';
import type { Choose } from '../../support/choose.ts';

describe('any interleaving of callers, refusals, aborts, sign-outs, sign-ins and network failures', () => {
  it('has one refresh at a time, one generation per accepted refresh, and no write after a sign-out', async () => {
    let served = 0;
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.nat(0xffffff))), async (numbers) => {
        const choose: Choose = (options) => Math.floor(((numbers.next().value ?? 0) / 0x1000000) * options);
        const report = await playInterleaving(choose);
        expect(report.broken).toEqual([]);
        served += report.served;
      }),
      { numRuns: 300 },
    );
    expect(served).toBeGreaterThan(1000);
  });

  it('has as many refreshes as generations where no answer is lost and nobody signs out', async () => {
    const sums = { refreshes: 0, generations: 0, callers: 0 };
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.noBias(fc.nat(0xffffff))), async (numbers) => {
        const choose: Choose = (options) => Math.floor(((numbers.next().value ?? 0) / 0x1000000) * options);
        const report = await playInterleaving(choose, { calm: true });
        expect(report.broken).toEqual([]);
        for (const key of ['refreshes', 'generations', 'callers'] as const) sums[key] += report[key];
      }),
      { numRuns: 300 },
    );
    expect(sums.refreshes).toBe(sums.generations);
    expect(Math.min(sums.refreshes, sums.callers)).toBeGreaterThan(200);
  });
});
