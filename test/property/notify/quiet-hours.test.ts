import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { QuietHours } from '../../../contract/rules.ts';
import { isQuiet } from '../../../core/notify/quiet-hours.ts';
import type { WallTime } from '../../../core/notify/quiet-hours.ts';
import { zoneWall } from '../../support/zone-wall.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Midnight UTC of days around which nothing, or the clocks, change. */
const DAYS: Readonly<Record<string, readonly string[]>> = {
  'Europe/Berlin': ['2026-01-14', '2026-03-29', '2026-10-25'],
  'America/Santiago': ['2026-06-10', '2026-04-05', '2026-09-06'],
  'America/Sao_Paulo': ['2026-02-11', '2018-02-18', '2018-11-04'],
  'Australia/Lord_Howe': ['2026-04-05', '2026-10-04'],
  'America/St_Johns': ['2008-11-02', '2009-03-08'],
};

/**
 * The minutes that are quiet, found by walking through time minute by minute: a span begins when its day's clock first shows
 * `from` or later, and ends when the clock first shows `to` or later.
 */
function quietMinutes({ on, days }: QuietHours, from: number, to: number, wall: WallTime): Set<number> {
  const quiet = new Set<number>();
  const start = from - 4 * DAY;
  const firstDay = Math.floor(wall(start) / DAY) + 1;
  for (let day = firstDay; on && day * DAY < wall(to) + 2 * DAY; day++) {
    const span = days[new Date(day * DAY).getUTCDay()];
    if (!span) continue;
    const [begins, ends] = [span.from, span.to].map((text) => day * DAY + Date.parse(`1970-01-01T${text}Z`)) as [number, number];
    const over = ends <= begins ? ends + DAY : ends;
    let state: 'before' | 'within' | 'after' = 'before';
    for (let at = start; at < to && state !== 'after'; at += MINUTE) {
      if (state === 'before' && wall(at) >= begins) state = 'within';
      if (state === 'within' && wall(at) >= over) state = 'after';
      if (state === 'within') quiet.add(at);
    }
  }
  return quiet;
}

const time = fc.oneof(
  fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 })),
  // Around midnight and the hours in which clocks are changed.
  fc.tuple(fc.constantFrom(0, 1, 2, 3, 23), fc.constantFrom(0, 1, 15, 30, 59)),
).map(([hours, minutes]) => `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`);
const span = fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: fc.record({ from: time, to: time }) }, { weight: 1, arbitrary: time.map((same) => ({ from: same, to: same })) });
const anyQuietHours = fc.record({ on: fc.constant(true), days: fc.array(span, { minLength: 7, maxLength: 7 }) });

it.each(Object.entries(DAYS))('12: quiet hours in %s are those a minute-by-minute clock shows, also where the clocks change', (zone, dates) => {
  const wall = zoneWall(zone);
  const seen = { quiet: 0, loud: 0 };
  for (const date of dates) {
    const from = Date.parse(`${date}T00:00Z`) - DAY;
    const to = from + 3 * DAY;
    fc.assert(
      fc.property(anyQuietHours, (quietHours) => {
        const expected = quietMinutes(quietHours, from, to, wall);
        const wrong: string[] = [];
        for (let at = from; at < to; at += MINUTE) {
          if (isQuiet(quietHours, at, wall) !== expected.has(at)) wrong.push(`${new Date(at).toISOString()} should be ${expected.has(at) ? 'quiet' : 'loud'}`);
          if (expected.has(at)) seen.quiet += 1;
          else seen.loud += 1;
        }
        expect(wrong.slice(0, 3)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  }
  expect(Math.min(seen.quiet, seen.loud)).toBeGreaterThan(1_000);
});
