import { tomorrowMorning } from '../../contract/pause.ts';

const HOUR = 60 * 60_000;
const DAYS = 7;
const MONDAY = 1;
const MORNING_HOUR = 8;

/** Times that a snooze can end, in the order they are offered. */
export const SNOOZES = ['hour', 'fourHours', 'tomorrow', 'monday', 'week'] as const;
/** One of {@link SNOOZES}. */
export type Snooze = (typeof SNOOZES)[number];

/** The morning so many days after today, in local time: setting the day rather than adding hours keeps it right when the clocks change. */
function morningIn(days: number, now: number): number {
  const date = new Date(now);
  date.setDate(date.getDate() + days);
  date.setHours(MORNING_HOUR, 0, 0, 0);
  return date.getTime();
}

/** When a snooze that begins now ends, epoch ms. `monday` is the next one after today, `week` the same weekday of next week. */
export function snoozeUntil(snooze: Snooze, now: number): number {
  switch (snooze) {
    case 'hour':
      return now + HOUR;
    case 'fourHours':
      return now + 4 * HOUR;
    case 'tomorrow':
      return tomorrowMorning(now);
    case 'monday':
      return morningIn((MONDAY - new Date(now).getDay() + DAYS) % DAYS || DAYS, now);
    case 'week':
      return morningIn(DAYS, now);
  }
}

/** What is offered now: each end once, under the first name it has. */
export function snoozesNow(now: number): readonly { readonly snooze: Snooze; readonly until: number }[] {
  const all = SNOOZES.map((snooze) => ({ snooze, until: snoozeUntil(snooze, now) }));
  return all.filter(({ until }, index) => all.findIndex((other) => other.until === until) === index);
}

/** A moment of each of so many local days, this one first. Noon is on the same day however the clocks change. */
export function daysFrom(now: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, days) => {
    const date = new Date(now);
    date.setHours(12, 0, 0, 0);
    date.setDate(date.getDate() + days);
    return date.getTime();
  });
}

/** A local date and time as the two fields give them (`2026-11-23`, `08:00`); null when they are not both there. */
export function localTime(date: string, time: string): number | null {
  if (!/^\d{4,}-\d\d-\d\d$/.test(date) || !/^\d\d:\d\d/.test(time)) return null;
  const at = new Date(`${date}T${time}`).getTime();
  return Number.isFinite(at) ? at : null;
}

/** The local date of a moment as a date field wants it. */
export function localDate(at: number): string {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
