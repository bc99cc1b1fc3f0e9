import { createInstance, type i18n } from 'i18next';
import { en } from '../../contract/locales/en.ts';

/** Words for one window. Only English is complete; another language falls back to it key by key. */
export function createI18n(language: string): i18n {
  const words = createInstance();
  void words.init({
    lng: language,
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    initAsync: false,
    returnNull: false,
    interpolation: { escapeValue: false },
  });
  return words;
}
