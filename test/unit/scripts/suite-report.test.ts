import { describe, expect, it } from 'vitest';
import { added, faultsCounts, playwrightCounts, readCounts, vitestCounts } from '../../../scripts/suites/counts.mjs';
import { closingLines, holds } from '../../../scripts/suites/report.mjs';

const passed = (name: string, count: number) => ({ name, code: 0, seconds: 1.26, counts: { passed: count, failed: 0, skipped: 0 } });

describe('the closing lines', () => {
  it('have one line for each suite and the total last', () => {
    const lines = closingLines([{ name: 'types', code: 0, seconds: 2 }, passed('unit', 120), passed('e2e', 8)]);
    expect(lines).toEqual(['steps: types 2.0 s, unit 1.3 s, e2e 1.3 s', 'unit: 120 passed, 0 failed', 'e2e: 8 passed, 0 failed', 'total: 128 passed, 0 failed']);
  });

  it('name every step that failed, and why', () => {
    const lines = closingLines([
      { name: 'lint', code: 1, seconds: 2 },
      { name: 'unit', code: 1, seconds: 1, counts: { passed: 5, failed: 2, skipped: 1 } },
      passed('property', 0),
      { ...passed('e2e', 3), code: 137 },
    ]);
    expect(lines).toContain('failed: lint (exit code 1), unit (2 failed), property (no test ran), e2e (exit code 137)');
    expect(lines).toContain('unit: 5 passed, 2 failed, 1 skipped');
    expect(lines.at(-1)).toBe('total: 8 passed, 2 failed, 1 skipped');
  });

  it('do not let a suite hold that ran nothing or ended badly', () => {
    expect(holds(passed('unit', 1))).toBe(true);
    expect(holds(passed('unit', 0))).toBe(false);
    expect(holds({ ...passed('unit', 1), code: 1 })).toBe(false);
    expect(holds({ ...passed('unit', 1), counts: { passed: 1, failed: 1, skipped: 0 } })).toBe(false);
  });
});

describe('the counts', () => {
  it('come from the runners’ reports, and a second try is a failure', () => {
    expect(vitestCounts({ numPassedTests: 3, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 3, failed: 1, skipped: 3 });
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 2 } })).toEqual({ passed: 5, failed: 1, skipped: 2 });
  });

  it('of the faults are one for each promise; one that was not tried to the full did not hold', () => {
    const campaigns = [{ breaches: [], problem: null }, { breaches: [{}], problem: null }, { breaches: [], problem: 'only 3 kills, 300 are needed' }];
    expect(faultsCounts({ campaigns })).toEqual({ passed: 1, failed: 2, skipped: 0 });
  });

  it('of several parts are added up, and a part in which nothing ran has failed', () => {
    const part = { passed: 3, failed: 0, skipped: 1 };
    expect(added([part, { passed: 2, failed: 1, skipped: 0 }])).toEqual({ passed: 5, failed: 1, skipped: 1 });
    expect(added([part, { passed: 0, failed: 0, skipped: 0 }])).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });

  it('are zero when a runner died before it could report', async () => {
    expect(await readCounts('/nowhere/report.json', vitestCounts)).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});
