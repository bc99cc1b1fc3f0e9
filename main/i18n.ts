import i18next from 'i18next';
import { RESOURCES } from '../contract/locales/all.ts';
import type { Settings } from '../contract/settings.ts';

/** Words by key, in the language of the settings. Plain text: nothing is escaped, because nothing here is HTML. */
export type Translate = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Words and how to change their language. */
export interface Words {
  readonly t: Translate;
  setLanguage(language: Settings['language']): void;
}

/** Loads the words of the shell in every language, so that a change takes effect at once. */
export function createWords(language: Settings['language']): Words {
  const instance = i18next.createInstance();
  void instance.init({
    lng: language,
    fallbackLng: 'en',
    resources: RESOURCES,
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return {
    t: (key, values) => instance.t(key, values ?? {}),
    setLanguage: (next) => void instance.changeLanguage(next),
  };
}
