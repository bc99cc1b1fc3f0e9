import { fold } from '../palette/match.ts';
import type { Formats } from '../format/formats.ts';

/*
 * The API's words for the types of custom fields are not documented: what is not known here is shown as it came, and so
 * is a value that does not look like its type.
 */
const YES_NO = /bool|check|switch|toggle|sim.?nao|yes.?no/;
const DATES = /date|data|fecha|time|hora/;
const NUMBERS = /num|int|float|decimal|double|currency|money|moeda|moneda|percent/;
const DAY = /^(\d{4})-(\d\d)-(\d\d)$/;
const MOMENT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
const NUMBER = /^-?\d{1,15}(\.\d{1,10})?$/;
const TRUE = new Set(['true', '1', 'yes', 'sim', 'si']);
const FALSE = new Set(['false', '0', 'no', 'nao']);

/** What a value of a custom field says, by its type. */
export type CustomSaid = { readonly kind: 'yes' } | { readonly kind: 'no' } | { readonly kind: 'text'; readonly text: string } | { readonly kind: 'time'; readonly text: string; readonly exact: string };

/** Puts a custom field's value into the form its type asks for; `now` is epoch ms. Other people's text stays text. */
export function customSaid(value: string, type: string | null, formats: Formats, now: number): CustomSaid {
  const word = type === null ? '' : fold(type);
  const asIs = { kind: 'text', text: value } as const;
  if (YES_NO.test(word) || type === null) {
    const said = fold(value.trim());
    // Without a type only the two words say what is meant: a 1 may be a number.
    if (type === null ? said === 'true' : TRUE.has(said)) return { kind: 'yes' };
    if (type === null ? said === 'false' : FALSE.has(said)) return { kind: 'no' };
    return asIs;
  }
  if (NUMBERS.test(word)) return NUMBER.test(value.trim()) ? { kind: 'text', text: formats.decimal(Number(value)) } : asIs;
  if (DATES.test(word)) return timeSaid(value.trim(), formats, now) ?? asIs;
  return asIs;
}

function timeSaid(value: string, formats: Formats, now: number): CustomSaid | null {
  const day = DAY.exec(value);
  if (day) {
    // A day has no time zone: read as midnight UTC it could be the day before here.
    const at = new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])).getTime();
    return Number.isFinite(at) ? { kind: 'time', text: formats.day(at, now), exact: value } : null;
  }
  const at = MOMENT.test(value) ? Date.parse(value) : NaN;
  return Number.isFinite(at) ? { kind: 'time', text: formats.moment(at, now), exact: formats.exact(at) } : null;
}
