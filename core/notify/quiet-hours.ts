import type { QuietHours } from '../../contract/rules.ts';

/** What the clock on the wall shows at a moment (epoch ms), as the epoch ms at which a clock in UTC would show the same. */
export type WallTime = (at: number) => number;

/** The wall clock of this computer. */
export const localWall: WallTime = (at) => at - new Date(at).getTimezoneOffset() * 60_000;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function minutesOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
}

/**
 * The first moment at which the wall clock shows `shown` or later: a time that a clock change repeats is its first
 * showing, one that it leaves out is the moment of the change.
 */
function firstShowing(shown: number, wall: WallTime): number {
  const dayBefore = shown - DAY;
  const guess = shown - (wall(dayBefore) - dayBefore);
  const off = wall(guess) - shown;
  if (off === 0) return guess;
  // The clocks changed since the day before: `off` is by how much.
  let at = guess - off;
  while (wall(at) < shown) at += MINUTE;
  return at;
}

/**
 * Whether a moment lies in quiet hours. Each weekday's span is one stretch of time from the first moment its wall clock
 * shows `from` until the first one that shows `to` (on the next day where `to` is not after `from`), so that a clock change
 * neither interrupts nor repeats it.
 */
export function isQuiet({ on, days }: QuietHours, at: number, wall: WallTime = localWall): boolean {
  if (!on) return false;
  const today = Math.floor(wall(at) / DAY);
  // Clocks that go back over midnight show yesterday once more when today's span has begun.
  return [-2, -1, 0, 1].some((offset) => {
    const day = today + offset;
    const span = days[(((day + 4) % 7) + 7) % 7]; // 1 January 1970 was a Thursday.
    if (!span) return false;
    const from = minutesOf(span.from);
    const to = minutesOf(span.to) + (minutesOf(span.to) <= from ? 24 * 60 : 0);
    return firstShowing(day * DAY + from * MINUTE, wall) <= at && at < firstShowing(day * DAY + to * MINUTE, wall);
  });
}
