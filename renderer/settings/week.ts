import { REGIONS, type Language } from '../../contract/locales/languages.ts';

/** A weekday: 0 is Sunday, as in the settings. */
export type Weekday = 0 | 1 | 2 | 3 | 4 | 5 | 6;

const ALL: readonly Weekday[] = [0, 1, 2, 3, 4, 5, 6];
/** Monday to Friday. */
export const WORKING_DAYS: readonly Weekday[] = [1, 2, 3, 4, 5];

type WithWeek = Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };

/** The weekdays in the order of a language's calendar. */
export function weekOf(language: Language): readonly Weekday[] {
  const locale: WithWeek = new Intl.Locale(REGIONS[language]);
  // A method in new Chromium, a property in older ones.
  const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
  return ALL.map((_, place) => ALL[(first + place) % 7] ?? 0);
}

/** A weekday's name in a language: `Monday`, `segunda-feira`. */
export function weekdayName(language: Language, day: Weekday): string {
  // 4 January 1970 was a Sunday.
  return new Intl.DateTimeFormat(REGIONS[language], { weekday: 'long', timeZone: 'UTC' }).format((3 + day) * 86_400_000);
}
