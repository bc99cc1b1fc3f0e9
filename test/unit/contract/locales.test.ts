import { describe, expect, it } from 'vitest';
import { RESOURCES } from '../../../contract/locales/all.ts';
import { languageFor, LANGUAGES, REGIONS, type Language } from '../../../contract/locales/languages.ts';
import { settingsSchema } from '../../../contract/settings.ts';
import { flatWords, stemOf } from '../../support/flat-words.ts';

const wordsOf = (language: Language) => flatWords(RESOURCES[language].translation);
const english = wordsOf('en');
const TRANSLATED = ['pt-BR', 'es'] as const;

/** Words that a translation shares with English, and why. Everything else that reads the same was forgotten. */
const SHARED: Readonly<Record<string, string>> = {
  'Cxpress Tray': 'the name of the app',
  Electron: 'a name', 'ISO 8601': 'a name', GET: 'a method of HTTP', POST: 'a method of HTTP', 'https://': 'how an address begins',
  'Sidebar Menu → Configurations → Company → API': 'Cxpress documents its menu in English only',
  Ticket: 'the word of the field in all three languages', Tickets: 'see Ticket', ticket: 'see Ticket', tickets: 'see Ticket',
  Webhooks: 'the word of the field in all three languages', Cursor: 'the same word in all three languages', Proxy: 'the same word in all three languages', 'Ana Souza': 'a name', '%': 'a sign', Id: 'the same word in all three languages', Zoom: 'the same word in all three languages',
};
const SHARED_IN: Readonly<Record<(typeof TRANSLATED)[number], Readonly<Record<string, string>>>> = {
  'pt-BR': { Status: 'the word of the field in Brazil', Tag: 'the word of the field in Brazil', Tags: 'see Tag', status: 'see Status', tags: 'see Tag', item: 'the same word', 'E-mail': 'spelled the same' },
  es: { No: 'the same word' },
};

/** What a text says beside what is put into it. */
const bare = (text: string): string => text.replaceAll(/\{\{.*?\}\}/g, '').replaceAll(/[:→()\s]+$|^[:→()\s]+/g, '').trim();
/** What a text wants to be given, with how it is written. */
const placeholders = (text: string): string[] => (text.match(/\{\{.*?\}\}/g) ?? []).sort();
/** Signs of a format that must come through as they are: `{id}`, `{refreshToken}`, `Bearer`. */
const literals = (text: string): string[] => (text.replaceAll(/\{\{.*?\}\}/g, '').match(/\{\w+\}|\bBearer\b|\brefresh_token\b|\/v1\/tickets|\bdata\.items\b/g) ?? []).sort();
/** The plural endings a language needs, by Intl. */
const endings = (language: Language): string[] => new Intl.PluralRules(language).resolvedOptions().pluralCategories.map((category) => `_${category}`).sort();

describe('languages', () => {
  it('are those of the settings, each with words, a name of its own and a region', () => {
    expect(LANGUAGES.map(({ code }) => code).sort()).toEqual([...settingsSchema.shape.language.unwrap().options].sort());
    expect(Object.keys(RESOURCES).sort()).toEqual(LANGUAGES.map(({ code }) => code).sort());
    expect(new Set(LANGUAGES.map(({ name }) => name)).size).toBe(LANGUAGES.length);
    for (const region of Object.values(REGIONS)) expect(Intl.DateTimeFormat.supportedLocalesOf([region])).toEqual([region]);
  });
  it.each([
    [['pt-BR', 'en-US'], 'pt-BR'], [['pt-PT'], 'pt-BR'], [['es-MX', 'en'], 'es'], [['es_419.UTF-8'], 'es'], [['de-DE', 'es-AR'], 'es'], [['en-GB', 'pt-BR'], 'en'], [['C.UTF-8'], 'en'], [['C'], 'en'], [['fr'], 'en'], [['', '-'], 'en'], [['constructor'], 'en'], [[], 'en'],
  ] as const)('for somebody who prefers %j: %s', (preferred, language) => {
    expect(languageFor(preferred)).toBe(language);
  });
});

describe.each(LANGUAGES.map(({ code }) => code))('words in %s', (language) => {
  const words = wordsOf(language);
  it('have every plural form the language knows, and no other', () => {
    const stems = new Set([...words.keys()].filter((key) => key.endsWith('_other')).map(stemOf));
    expect(stems.size).toBeGreaterThan(20);
    for (const stem of stems) {
      const found = [...words.keys()].filter((key) => key.startsWith(`${stem}_`) && stemOf(key) === stem).map((key) => key.slice(stem.length));
      // Whoever wants may say nothing at all in words of its own.
      expect(found.filter((ending) => ending !== '_zero').sort(), stem).toEqual(endings(language));
    }
  });
  it('are all there, without loose ends', () => {
    for (const [key, text] of words) {
      expect(text.trim(), key).not.toBe('');
      expect(text, key).toBe(text.trim());
      expect(text, key).not.toMatch(/ {2}|\{\{\s|\s\}\}|\$t\(/);
    }
  });
});

describe.each(TRANSLATED)('the translation into %s', (language) => {
  const words = wordsOf(language);
  it('has the keys of English', () => {
    const stems = (keys: Iterable<string>) => [...new Set([...keys].map(stemOf))].sort();
    expect(stems(words.keys())).toEqual(stems(english.keys()));
    for (const key of english.keys()) expect(words.has(key), key).toBe(true);
  });
  it('is given the same values, and leaves signs of a format as they are', () => {
    for (const [key, text] of words) {
      const original = english.get(key) ?? english.get(`${stemOf(key)}_other`);
      expect(placeholders(text), key).toEqual(placeholders(original ?? ''));
      expect(literals(text), key).toEqual(literals(original ?? ''));
    }
  });
  it('differs from English wherever it can', () => {
    const shared = { ...SHARED, ...SHARED_IN[language] };
    for (const [key, text] of words) {
      if (text !== english.get(key) || bare(text) === '') continue;
      expect(Object.hasOwn(shared, bare(text)), `${key}: ${text}`).toBe(true);
    }
  });
  it('ends its sentences as English does', () => {
    for (const [key, text] of words) {
      const original = english.get(key);
      if (original === undefined) continue;
      expect(/[.?]$/.test(text), `${key}: ${text}`).toBe(/[.?]$/.test(original));
      expect(text.endsWith('…'), `${key}: ${text}`).toBe(original.endsWith('…'));
    }
  });
  it('names Cxpress’ own menu as its documentation does', () => {
    expect(words.get('screens.firstRun.where.path')).toBe('Sidebar Menu → Configurations → Company → API');
    expect(words.get('screens.status.noAccessNext')).toContain('Sidebar Menu → Configurations → Company → API');
    expect(words.get('screens.queue.empty.noPermission.text')).toContain('Configurations → Company → API');
  });
});
