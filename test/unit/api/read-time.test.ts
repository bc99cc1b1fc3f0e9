import { describe, expect, it } from 'vitest';
import { readTime } from '../../../core/api/normalise/read-time.ts';

const NOON = Date.UTC(2025, 5, 13, 12, 30, 15);

describe('readTime', () => {
  it.each([
    ['2025-06-13T12:30:15Z', NOON],
    ['2025-06-13T12:30:15.250Z', NOON + 250],
    ['2025-06-13T12:30:15.250999Z', NOON + 250],
    ['2025-06-13T12:30:15,5Z', NOON + 500],
    ['2025-06-13t12:30:15z', NOON],
    ['2025-06-13 12:30:15', NOON],
    ['2025-06-13T12:30:15', NOON],
    ['  2025-06-13T12:30:15.0002 ', NOON],
    ['2025-06-13T09:30:15-03:00', NOON],
    ['2025-06-13T09:30:15-0300', NOON],
    ['2025-06-13T14:30:15+02', NOON],
    ['2025-06-13 14:30:15 +02:00', NOON],
    ['2025-06-13T12:30', NOON - 15_000],
    ['2025-06-13', Date.UTC(2025, 5, 13)],
    ['2024-02-29', Date.UTC(2024, 1, 29)],
    [NOON, NOON],
    [String(NOON), NOON],
    [NOON / 1000, NOON],
    [String(NOON / 1000), NOON],
    [NOON / 1000 + 0.5, NOON + 500],
    [NOON * 1000, NOON],
    [`${NOON}000000`, NOON],
  ])('reads %j', (value, time) => {
    expect(readTime(value)).toBe(time);
  });

  it.each([
    null, undefined, '', ' ', 'yesterday', '13/06/2025', '2025-02-30', '2025-13-01', '2025-06-13T25:00:00Z', '2025-06-13T12:30:15+99:99', '0000-00-00 00:00:00',
    '20250613', '20250613123015', 0, -1, 12, Number.NaN, Number.POSITIVE_INFINITY, true, {}, [NOON], '1969-01-01T00:00:00Z', '9999-12-31T00:00:00Z', '2025-06-13T12:30:15Z; drop',
  ])('says nothing of %j', (value) => {
    expect(readTime(value)).toBeNull();
  });
});
