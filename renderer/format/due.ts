import type { TFunction } from 'i18next';
import type { Formats } from './formats.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How a due time stands, and its words. Never colour alone: the words say it too. */
export interface Due {
  readonly state: 'overdue' | 'soon' | 'later';
  readonly text: string;
}

/** Puts a due time into words relative to `now` (both epoch ms): within a day by length, else by date. */
export function dueWords(t: TFunction, formats: Formats, dueAt: number, now: number): Due {
  const left = dueAt - now;
  if (left <= -DAY) return { state: 'overdue', text: t('screens.queue.due.overdueSince', { date: formats.day(dueAt, now) }) };
  if (left <= -MINUTE) return { state: 'overdue', text: t('screens.queue.due.overdue', { time: formats.span(-left) }) };
  if (left < MINUTE) return { state: 'soon', text: t('screens.queue.due.now') };
  if (left < DAY) return { state: 'soon', text: t('screens.queue.due.in', { time: formats.span(left) }) };
  return { state: 'later', text: t('screens.queue.due.on', { date: formats.day(dueAt, now) }) };
}
