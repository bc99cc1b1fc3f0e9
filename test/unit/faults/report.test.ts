import { describe, expect, it } from 'vitest';
import { held, outcomeLines, shortfall, type CampaignOutcome } from '../../faults/report.ts';

const outcome = (change: Partial<CampaignOutcome> = {}): CampaignOutcome => ({
  name: 'kill', promise: 'No acknowledged row is lost.', seconds: 2.34, seed: 7, counts: { kills: 300, lost: 0 }, notes: [], breaches: [], problem: null, ...change,
});

describe('a campaign', () => {
  it('proves nothing with fewer tries than its promise asks for, or without counting them', () => {
    expect(shortfall({ least: { kills: 300 } }, { kills: 299 })).toBe('only 299 kills, 300 are needed');
    expect(shortfall({ least: { kills: 300 } }, {})).toBe('only 0 kills, 300 are needed');
    expect(shortfall({ least: { kills: 300 } }, { kills: 300 })).toBeNull();
  });

  it('holds only without a breach and without a problem', () => {
    expect([held(outcome()), held(outcome({ problem: 'it was interrupted' })), held(outcome({ breaches: [{ replay: 'seed 7', what: 'a row is gone' }] }))]).toEqual([true, false, false]);
  });

  it('is told with its counts, and a breach with what plays it again', () => {
    expect(outcomeLines(outcome())).toEqual(['held   kill (2.3 s, seed 7): kills 300, lost 0']);
    const many = Array.from({ length: 7 }, (_, index) => ({ replay: `seed ${index}`, what: 'a row is gone' }));
    const lines = outcomeLines(outcome({ breaches: many }));
    expect(lines[0]).toMatch(/^BROKEN kill/);
    expect(lines[1]).toBe('    broken (seed 0): a row is gone');
    expect(lines.at(-1)).toBe('    and 2 more');
  });
});
