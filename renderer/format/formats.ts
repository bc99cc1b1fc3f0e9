import { REGIONS, type Language } from '../../contract/locales/languages.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Dates, times and numbers as a language writes them, in the computer's time zone. All times are epoch ms. */
export interface Formats {
  /** `14:02`. */
  clock(at: number): string;
  /** `14:02` today, `Sun 29 Nov, 14:05` otherwise, with the year when it is another one. */
  moment(at: number, now: number): string;
  /** `29 Nov`, with the year when it is another one. */
  day(at: number, now: number): string;
  /** `Sun 29 Nov`, with the year when it is another one. */
  date(at: number, now: number): string;
  /** `Sunday 29 November 2026 at 14:05:09`. */
  exact(at: number): string;
  /** How long ago, at a glance: `now`, `4m`, `3h`, `2d`, then the day. */
  age(at: number, now: number): string;
  /** How long ago in words: `now`, `2 min. ago`, `3 hr. ago`. */
  ago(at: number, now: number): string;
  /** A length of time in its largest unit: `4m`, `3h`, `12d`. Never less than a minute. */
  span(ms: number): string;
  /** What is left of a wait, to the second: `9:43`, `1:02:07`; `0:00` when nothing is. */
  countdown(ms: number): string;
  /** A length of time in seconds: `1.4 sec`. */
  seconds(ms: number): string;
  /** `1,204`. */
  number(value: number): string;
  /** `1,204.5`: with all the digits it has after the point. */
  decimal(value: number): string;
  /** `a, b and c`. */
  list(items: readonly string[]): string;
  /** `a, b or c`. */
  either(items: readonly string[]): string;
  /** A number of minutes in the largest unit that holds it whole: `15 minutes`, `2 hours`, `90 minutes`, `3 days`. */
  minutes(value: number): string;
}

function countdown(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** Makes {@link Formats}. `timeZone` is the computer's own unless given. */
export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = REGIONS[language];
  const date = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, { ...options, hourCycle: 'h23', ...(timeZone ? { timeZone } : {}) });
  const clock = date({ hour: '2-digit', minute: '2-digit' });
  const day = date({ day: 'numeric', month: 'short' });
  const dayYear = date({ day: 'numeric', month: 'short', year: 'numeric' });
  const weekday = date({ weekday: 'short' });
  const key = date({ year: 'numeric', month: 'numeric', day: 'numeric' });
  const year = date({ year: 'numeric' });
  const exact = date({ dateStyle: 'full', timeStyle: 'medium' });
  const unit = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'narrow' });
  const units = { minute: unit('minute'), hour: unit('hour'), day: unit('day') };
  const now = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(0, 'second');
  const relative = new Intl.RelativeTimeFormat(locale, { style: 'short', numeric: 'always' });
  const seconds = new Intl.NumberFormat(locale, { style: 'unit', unit: 'second', unitDisplay: 'short', maximumFractionDigits: 1 });
  const number = new Intl.NumberFormat(locale);
  const decimal = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const either = new Intl.ListFormat(locale, { type: 'disjunction' });
  const long = (name: string) => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' });
  const wholes = [{ size: 1440, format: long('day') }, { size: 60, format: long('hour') }];
  const wholeMinutes = long('minute');

  const span = (ms: number): string => {
    if (ms < HOUR) return units.minute.format(Math.max(1, Math.floor(ms / MINUTE)));
    if (ms < DAY) return units.hour.format(Math.floor(ms / HOUR));
    return units.day.format(Math.floor(ms / DAY));
  };
  const dayOf = (at: number, from: number): string => (year.format(at) === year.format(from) ? day : dayYear).format(at);
  const dateOf = (at: number, from: number): string => `${weekday.format(at)} ${dayOf(at, from)}`;
  return {
    clock: (at) => clock.format(at),
    moment: (at, from) => (key.format(at) === key.format(from) ? clock.format(at) : `${dateOf(at, from)}, ${clock.format(at)}`),
    day: dayOf,
    date: dateOf,
    exact: (at) => exact.format(at),
    age(at, from) {
      const passed = from - at;
      if (passed < MINUTE) return now;
      return passed < 7 * DAY ? span(passed) : dayOf(at, from);
    },
    ago(at, from) {
      const passed = from - at;
      if (passed < MINUTE) return now;
      if (passed < HOUR) return relative.format(-Math.floor(passed / MINUTE), 'minute');
      return passed < DAY ? relative.format(-Math.floor(passed / HOUR), 'hour') : relative.format(-Math.floor(passed / DAY), 'day');
    },
    span,
    countdown,
    seconds: (ms) => seconds.format(ms / 1000),
    number: (value) => number.format(value),
    decimal: (value) => decimal.format(value),
    list: (items) => list.format(items),
    either: (items) => either.format(items),
    minutes(value) {
      const whole = wholes.find(({ size }) => value % size === 0);
      return whole ? whole.format.format(value / whole.size) : wholeMinutes.format(value);
    },
  };
}
