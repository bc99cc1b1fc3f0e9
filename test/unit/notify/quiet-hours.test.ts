import { describe, expect, it } from 'vitest';
import { USUAL_QUIET_HOURS } from '../../../contract/rules.ts';
import type { QuietHours } from '../../../contract/rules.ts';
import { isQuiet, localWall } from '../../../core/notify/quiet-hours.ts';
import { hushAt } from '../../../core/notify/settings.ts';
import { notifySettings } from '../../support/notify-settings.ts';
import { zoneWall } from '../../support/zone-wall.ts';

type Span = { from: string; to: string } | null;
const on = (days: readonly Span[]): QuietHours => ({ on: true, days: [...days] });
/** One span, beginning on one weekday (0 = Sunday). */
const only = (weekday: number, from: string, to: string): QuietHours => on(Array.from({ length: 7 }, (_, day) => (day === weekday ? { from, to } : null)));
const utc = (at: number): number => at;
const at = (text: string) => Date.parse(`${text}Z`);

describe('quiet hours', () => {
  // 2026-01-05 is a Monday.
  it.each([
    ['within a day, at its start', only(1, '12:00', '13:00'), '2026-01-05T12:00', true],
    ['within a day, a moment before', only(1, '12:00', '13:00'), '2026-01-05T11:59:59', false],
    ['within a day, in its last minute', only(1, '12:00', '13:00'), '2026-01-05T12:59:59', true],
    ['within a day, at its end', only(1, '12:00', '13:00'), '2026-01-05T13:00', false],
    ['on another day', only(1, '12:00', '13:00'), '2026-01-06T12:30', false],
    ['over midnight, in the evening', only(1, '18:00', '08:00'), '2026-01-05T23:00', true],
    ['over midnight, in the morning of the next day', only(1, '18:00', '08:00'), '2026-01-06T07:59', true],
    ['over midnight, at its end', only(1, '18:00', '08:00'), '2026-01-06T08:00', false],
    ['over midnight, not in the morning of its own day', only(1, '18:00', '08:00'), '2026-01-05T07:00', false],
    ['of equal times: from then', only(6, '10:00', '10:00'), '2026-01-10T10:00', true],
    ['of equal times: for a whole day', only(6, '10:00', '10:00'), '2026-01-11T09:59', true],
    ['of equal times: no longer', only(6, '10:00', '10:00'), '2026-01-11T10:00', false],
    ['switched off', { ...only(1, '00:00', '00:00'), on: false }, '2026-01-05T12:00', false],
  ])('%s', (_what, quiet, moment, expected) => {
    expect(isQuiet(quiet, at(moment), utc)).toBe(expected);
  });

  it('as they usually are: evenings and the whole weekend', () => {
    const usual = { ...USUAL_QUIET_HOURS, on: true };
    const quiet = (moment: string) => isQuiet(usual, at(moment), utc);
    expect(['2026-01-05T07:59', '2026-01-05T12:00', '2026-01-09T18:00', '2026-01-10T12:00', '2026-01-11T23:59', '2026-01-12T00:30'].map(quiet)).toEqual([false, false, true, true, true, false]);
  });

  it('go by this computer’s clock unless told otherwise', () => {
    const now = Date.UTC(2026, 5, 15, 3, 33);
    const date = new Date(now);
    expect(localWall(now)).toBe(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes()));
  });
});

describe('where the clocks change', () => {
  it.each([
    // Berlin, 2026-03-29: 02:00 becomes 03:00. 2026-10-25: 03:00 becomes 02:00.
    ['Europe/Berlin', only(0, '02:30', '05:00'), '2026-03-29T00:59', false],
    ['Europe/Berlin', only(0, '02:30', '05:00'), '2026-03-29T01:00', true],
    ['Europe/Berlin', only(6, '22:00', '02:30'), '2026-03-29T00:59', true],
    ['Europe/Berlin', only(6, '22:00', '02:30'), '2026-03-29T01:00', false],
    ['Europe/Berlin', only(6, '22:00', '02:30'), '2026-10-25T00:29', true],
    ['Europe/Berlin', only(6, '22:00', '02:30'), '2026-10-25T00:30', false],
    ['Europe/Berlin', only(6, '22:00', '02:30'), '2026-10-25T01:15', false],
    ['Europe/Berlin', only(0, '02:30', '03:30'), '2026-10-25T01:15', true],
    // Santiago, 2026-04-05: 00:00 becomes 23:00 of the day before. 2026-09-06: 00:00 becomes 01:00.
    ['America/Santiago', only(6, '23:30', '06:00'), '2026-04-05T03:15', true],
    ['America/Santiago', only(6, '18:00', '23:30'), '2026-04-05T03:15', false],
    ['America/Santiago', only(0, '00:00', '06:00'), '2026-04-05T03:59', false],
    ['America/Santiago', only(0, '00:00', '06:00'), '2026-04-05T04:00', true],
    ['America/Santiago', only(0, '00:30', '06:00'), '2026-09-06T03:59', false],
    ['America/Santiago', only(0, '00:30', '06:00'), '2026-09-06T04:00', true],
    // São Paulo as it was, 2018-11-04: 00:00 becomes 01:00.
    ['America/Sao_Paulo', only(6, '18:00', '00:00'), '2018-11-04T02:59', true],
    ['America/Sao_Paulo', only(6, '18:00', '00:00'), '2018-11-04T03:00', false],
  ])('%s %j at %s UTC: %s', (zone, quiet, moment, expected) => {
    expect(isQuiet(quiet, at(moment), zoneWall(zone))).toBe(expected);
  });
});

describe('what keeps toasts back', () => {
  const now = at('2026-01-05T12:30');
  const quietHours = only(1, '12:00', '13:00');
  it.each([
    [{}, null],
    [{ quietHours }, 'quietHours'],
    [{ notificationsPausedUntil: -1 }, 'paused'],
    [{ notificationsPausedUntil: now + 1 }, 'paused'],
    [{ notificationsPausedUntil: now }, null],
    [{ notificationsPausedUntil: -1, quietHours }, 'paused'],
  ])('%j: %s', (given, expected) => {
    expect(hushAt(notifySettings(given), now, utc)).toBe(expected);
  });
});
