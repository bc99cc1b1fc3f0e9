import type { i18n } from 'i18next';
import type { Language } from '../../contract/locales/languages.ts';
import { createI18n } from '../../renderer/app/i18n.ts';

/** Words that complain where a window would show English, a key or an open placeholder. */
export interface WatchedWords {
  readonly words: i18n;
  readonly complaints: string[];
}

/** The words of a window; no language stands in for another. */
export function watchedWords(language: Language): WatchedWords {
  const complaints: string[] = [];
  const words = createI18n(language).cloneInstance({
    fallbackLng: false,
    saveMissing: true,
    missingKeyHandler: (languages, _namespace, key) => void complaints.push(`${languages.join()}: no words for ${key}`),
    missingInterpolationHandler: (text: string, match: RegExpExecArray) => {
      complaints.push(`no value for ${match[0]} in “${text}”`);
      return match[0];
    },
    interpolation: { escapeValue: false },
  });
  return { words, complaints };
}
