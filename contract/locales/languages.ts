import type { Settings } from '../settings.ts';

/** A language of the app, as settings keep it. */
export type Language = Settings['language'];

/** Every language under its own name, in the order in which they are offered. A name is never translated: whoever looks for it reads it. */
export const LANGUAGES: readonly { readonly code: Language; readonly name: string }[] = [
  { code: 'en', name: 'English' },
  { code: 'pt-BR', name: 'Português (BR)' },
  { code: 'es', name: 'Español' },
];

/**
 * Which regional habits dates, times, numbers and lists follow; times are on the 24-hour clock in all of them. Spanish is
 * `es`, not `es-419`: half of Latin America writes 1.204 and half 1,204, and the data of `es-419` shorten days to `12dd.`.
 */
export const REGIONS: Readonly<Record<Language, string>> = { en: 'en-GB', 'pt-BR': 'pt-BR', es: 'es' };

const BY_BASE: ReadonlyMap<string, Language> = new Map([['en', 'en'], ['pt', 'pt-BR'], ['es', 'es']]);

/** The first language that somebody prefers and the app has, whatever the country (`pt-PT`, `es_MX.UTF-8`); English when there is none. */
export function languageFor(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const language = BY_BASE.get(tag.toLowerCase().split(/[-_.@]/, 1)[0] ?? '');
    if (language) return language;
  }
  return 'en';
}
