import { describe, expect, it } from 'vitest';
import { retryAfterMs } from '../../../core/api/retry-after.ts';

const NOW = Date.UTC(2026, 0, 5, 12);

describe('retryAfterMs', () => {
  it.each([
    ['120', 120_000], [' 5 ', 5_000], ['0', 1_000], ['999999999', 3_600_000],
    ['Mon, 05 Jan 2026 12:01:30 GMT', 90_000], ['Mon, 05 Jan 2026 11:00:00 GMT', 1_000], ['Tue, 06 Jan 2026 12:00:00 GMT', 3_600_000],
    [null, null], ['', null], ['soon', null], ['-5', null], ['1.5', null], ['99999999999', null], ['Mon, 99 Foo 2026 12:00:00 GMT', null],
  ])('reads %j', (header, ms) => {
    expect(retryAfterMs(header, NOW)).toBe(ms);
  });
});
