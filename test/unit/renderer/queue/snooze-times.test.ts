import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysFrom, localDate, localTime, SNOOZES, snoozesNow, snoozeUntil } from '../../../../renderer/queue/snooze-times.ts';

const HOUR = 3_600_000;
const moments = fc.integer({ min: new Date(2024, 0, 1).getTime(), max: new Date(2032, 0, 1).getTime() });

describe('times a snooze can end', () => {
  it('are always to come; those of another day are at eight in the morning, whatever the clocks do meanwhile', () => {
    fc.assert(fc.property(moments, (now) => {
      for (const snooze of SNOOZES) {
        const at = snoozeUntil(snooze, now);
        expect(at).toBeGreaterThan(now);
        if (snooze === 'hour' || snooze === 'fourHours') continue;
        expect([new Date(at).getHours(), new Date(at).getMinutes()]).toEqual([8, 0]);
        expect(new Date(at).toDateString()).not.toBe(new Date(now).toDateString());
      }
    }));
  });
  it('Monday is one, within seven days; next week is the same weekday', () => {
    fc.assert(fc.property(moments, (now) => {
      const monday = snoozeUntil('monday', now);
      expect(new Date(monday).getDay()).toBe(1);
      expect(monday - now).toBeLessThanOrEqual((7 * 24 + 9) * HOUR);
      expect(new Date(snoozeUntil('week', now)).getDay()).toBe(new Date(now).getDay());
    }));
  });
  it('are offered once each, under their first name', () => {
    const sunday = new Date(2026, 10, 22, 14, 3).getTime();
    expect(snoozesNow(sunday).map(({ snooze }) => snooze)).toEqual(['hour', 'fourHours', 'tomorrow', 'week']);
    const monday = new Date(2026, 10, 23, 9, 0).getTime();
    expect(snoozesNow(monday).map(({ snooze }) => snooze)).toEqual(['hour', 'fourHours', 'tomorrow', 'monday']);
    fc.assert(fc.property(moments, (now) => {
      expect(new Set(snoozesNow(now).map(({ until }) => until)).size).toBe(snoozesNow(now).length);
    }));
  });
  it('the days to choose from begin today and miss none, whatever the clocks do', () => {
    fc.assert(fc.property(moments, (now) => {
      const days = daysFrom(now, 180).map((day) => Date.parse(`${localDate(day)}T00:00Z`) / (24 * HOUR));
      expect(days[0]).toBe(Date.parse(`${localDate(now)}T00:00Z`) / (24 * HOUR));
      expect(days.map((day, index) => day - index)).toEqual(days.map(() => days[0]));
    }));
  });
  it('can be one’s own, as the fields of the browser give it', () => {
    fc.assert(fc.property(moments, (now) => {
      const at = localTime(localDate(now), `${String(new Date(now).getHours()).padStart(2, '0')}:${String(new Date(now).getMinutes()).padStart(2, '0')}`);
      expect(at).not.toBeNull();
      // An hour that a change of the clocks brings twice is told apart by nothing in the fields.
      expect(Math.abs((at ?? 0) - now)).toBeLessThanOrEqual(HOUR + 60_000);
    }));
    expect([localTime('', '08:00'), localTime('2026-11-23', ''), localTime('2026-02-31x', '08:00'), localTime('2026-11-23', '99:00')]).toEqual([null, null, null, null]);
  });
});
