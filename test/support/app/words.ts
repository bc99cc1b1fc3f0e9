import { createInstance } from 'i18next';
import { RESOURCES } from '../../../contract/locales/all.ts';
import type { Language } from '../../../contract/locales/languages.ts';

/** A text as a person reads it in one language; throws for a key that does not exist, so that a test cannot look for nothing. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Makes {@link Words}. */
export function wordsOf(language: Language): Words {
  const instance = createInstance();
  void instance.init({ lng: language, fallbackLng: false, resources: RESOURCES, initAsync: false, interpolation: { escapeValue: false } });
  return (key, values = {}) => {
    if (!instance.exists(key, values)) throw new Error(`${language} has no words for ${key}`);
    return instance.t(key, values);
  };
}
