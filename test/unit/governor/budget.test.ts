import { describe, expect, it } from 'vitest';
import { budgetFor } from '../../../core/governor/budget.ts';
import { laneCeiling } from '../../../core/governor/lane-ceiling.ts';
import { LANES } from '../../../core/governor/lanes.ts';

describe('budgetFor', () => {
  it.each([
    [1, 60, 180],
    [10, 60, 18],
    [7, 33, 14],
    [1, 80, 240],
    [180, 60, 1],
    [500, 5, 1],
  ])('%i desktops at %i %% get %i slots each', (desktopsBehindAddress, sharePercent, budget) => {
    expect(budgetFor({ desktopsBehindAddress, sharePercent })).toBe(budget);
  });

  it('keeps all desktops together within the share wherever one slot each fits into it', () => {
    for (let desktops = 1; desktops <= 500; desktops++) {
      for (const share of [5, 60, 80]) {
        const together = desktops * budgetFor({ desktopsBehindAddress: desktops, sharePercent: share });
        if (desktops <= 3 * share) expect(together).toBeLessThanOrEqual(3 * share);
      }
    }
  });
});

describe('laneCeiling', () => {
  it('never gives a later lane more than an earlier one, and every lane at least one slot', () => {
    for (let budget = 1; budget <= 300; budget++) {
      const ceilings = LANES.map((lane) => laneCeiling(lane, budget));
      expect(ceilings).toEqual([...ceilings].sort((a, b) => b - a));
      expect(ceilings.at(-1)).toBeGreaterThan(0);
      expect(ceilings[0]).toBe(budget);
    }
  });

  it('keeps something back for the refresh and the lookup from ten slots on', () => {
    expect(LANES.map((lane) => laneCeiling(lane, 10))).toEqual([10, 9, 9, 9, 8]);
    expect(LANES.map((lane) => laneCeiling(lane, 180))).toEqual([180, 174, 171, 162, 144]);
  });

  it('keeps one slot from the first sync while the budget is small, and none where it would take a third of it', () => {
    expect(LANES.map((lane) => laneCeiling(lane, 9))).toEqual([9, 9, 9, 9, 8]);
    expect(LANES.map((lane) => laneCeiling(lane, 4))).toEqual([4, 4, 4, 4, 3]);
    expect(LANES.map((lane) => laneCeiling(lane, 3))).toEqual([3, 3, 3, 3, 3]);
  });
});
