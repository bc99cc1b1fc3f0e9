import { createInstance, type i18n } from 'i18next';
import { RESOURCES } from '../../contract/locales/all.ts';
import type { Language } from '../../contract/locales/languages.ts';

/** Words for one window, in every language, so that a change takes effect at once. */
export function createI18n(language: Language): i18n {
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: 'en',
    resources: RESOURCES,
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return words;
}
