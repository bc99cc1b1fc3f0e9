import type { DueRange } from '../../../contract/models/filter.ts';

/** Due times from `from` on and before `to`, epoch ms; null where open. */
export interface DueSpan {
  readonly from: number | null;
  readonly to: number | null;
}

/** Days of the range `week`, today included. */
const WEEK_DAYS = 7;

/** What a range means at `now`. Days are this computer's, so one may have 23 or 25 hours. */
export function dueSpan(range: Exclude<DueRange, 'none'>, now: number): DueSpan {
  if (range === 'overdue') return { from: null, to: now };
  return { from: dayStart(now, 0), to: dayStart(now, range === 'today' ? 1 : WEEK_DAYS) };
}

function dayStart(now: number, later: number): number {
  const day = new Date(now);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + later).getTime();
}
