import { describe, expect, it } from 'vitest';
import type { Language } from '../../../../contract/locales/languages.ts';
import { ENTITIES } from '../../../../contract/entity.ts';
import { REFUSALS } from '../../../../contract/profile/refusal.ts';
import { ERROR_CODES } from '../../../../contract/result.ts';
import { createI18n } from '../../../../renderer/app/i18n.ts';
import { dueWords } from '../../../../renderer/format/due.ts';
import { errorWords } from '../../../../renderer/format/error-words.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';
import { stateWords } from '../../../../renderer/format/state-words.ts';
import { sampleStatus } from '../../../support/renderer-data.ts';
import { watchedWords } from '../../../support/watched-words.ts';

const now = Date.UTC(2026, 10, 22, 14, 3);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const COUNTS = [0, 1, 2, 1204, 1_000_000] as const;
/** Narrow and non-breaking spaces differ between versions of the data; to a reader they are spaces. */
const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

describe('counts', () => {
  it.each([
    ['en', ['0 tickets', '1 ticket', '2 tickets', '1,204 tickets', '1,000,000 tickets']],
    ['pt-BR', ['0 ticket', '1 ticket', '2 tickets', '1.204 tickets', '1.000.000 de tickets']],
    ['es', ['0 tickets', '1 ticket', '2 tickets', '1204 tickets', '1.000.000 de tickets']],
  ] as const)('in %s', (language, words) => {
    const { t } = createI18n(language);
    expect(COUNTS.map((count) => t('screens.queue.total.ticket', { count }))).toEqual(words);
  });
  it.each(['en', 'pt-BR', 'es'] as const)('of everything that can be read have words of their own in %s', (language) => {
    const { words, complaints } = watchedWords(language);
    for (const count of COUNTS) {
      for (const entity of ENTITIES) words.t(`screens.status.progressOpen.${entity}`, { count });
      for (const entity of ENTITIES) words.t(`screens.status.progress.${entity}`, { count, done: count });
    }
    expect(complaints).toEqual([]);
  });
  it('say the end of a session in words of their own at zero and one', () => {
    const { t } = createI18n('pt-BR');
    const say = (hours: number) => t('screens.notice.sessionEnding.what', { count: hours, hours });
    expect([say(0), say(1), say(20)]).toEqual(['Os sete dias dos tokens acabaram; em menos de uma hora nada de novo chega.', 'Os tokens vencem em menos de uma hora.', 'Os tokens vencem em cerca de 20 horas.']);
  });
});

describe('times', () => {
  it.each([
    ['pt-BR', ['agora', '4 min', '3 h', '14 de nov.'], 'dom. 29 de nov., 14:03', 'domingo, 22 de novembro de 2026'],
    ['es', ['ahora', '4min', '3h', '14 nov'], 'dom 29 nov, 14:03', 'domingo, 22 de noviembre de 2026'],
  ] as const)('in %s', (language, ages, moment, exact) => {
    const formats = createFormats(language, 'UTC');
    expect([0, 4 * MINUTE, 3 * HOUR, 8 * DAY].map((passed) => plain(formats.age(now - passed, now)))).toEqual(ages);
    expect(formats.moment(now + 7 * DAY, now)).toBe(moment);
    expect(formats.exact(now)).toContain(exact);
    expect(formats.clock(Date.UTC(2026, 0, 1, 0, 5))).toBe('00:05');
  });
  it.each([
    ['pt-BR', ['Venceu em 20 de nov.', 'Venceu há 2 h', 'Vence agora', 'Vence em 3 h', 'Vence em 24 de nov.']],
    ['es', ['Venció el 20 nov', 'Venció hace 2h', 'Vence ahora', 'Vence en 3h', 'Vence el 24 nov']],
  ] as const)('due, in %s', (language, words) => {
    const { t } = createI18n(language);
    const formats = createFormats(language, 'UTC');
    expect([-2 * DAY, -2 * HOUR, 0, 3 * HOUR, 2 * DAY].map((left) => plain(dueWords(t, formats, now + left, now).text))).toEqual(words);
  });
});

describe('numbers and lists', () => {
  it('follow the language', () => {
    const said = (language: Language) => {
      const formats = createFormats(language, 'UTC');
      return [formats.number(100_000), plain(formats.seconds(1400)), formats.list(['a', 'b', 'i'])];
    };
    expect([said('en'), said('pt-BR'), said('es')]).toEqual([['100,000', '1.4 secs', 'a, b and i'], ['100.000', '1,4 s', 'a, b e i'], ['100.000', '1,4 s', 'a, b e i']]);
  });
  it.each(['en', 'pt-BR', 'es'] as const)('are written in sentences as they are alone: %s', (language) => {
    const { t } = createI18n(language);
    for (const value of [1, 18, 1204, 123_456]) expect(t('screens.status.requests', { used: value, budget: value })).toContain(createFormats(language, 'UTC').number(value));
  });
});

describe.each(['pt-BR', 'es'] as const)('errors in %s', (language) => {
  const formats = createFormats(language, 'UTC');
  it.each(ERROR_CODES)('%s: what happened and what to do', (code) => {
    const { words, complaints } = watchedWords(language);
    for (const params of [undefined, { host: 'api.cxpress.example', until: now, status: 502, hotkey: 'Ctrl+K', megabytes: 8 }]) {
      const { what, next } = errorWords(words.t, formats, params ? { code, params } : { code });
      expect(what).toMatch(/^(\p{Lu}|api\.).*\.$/u);
      expect(next).toMatch(/^\p{Lu}.*\.$/u);
    }
    expect(complaints).toEqual([]);
  });
  it('name the reason why a file was refused', () => {
    const { words, complaints } = watchedWords(language);
    const said = REFUSALS.map((reason) => errorWords(words.t, formats, { code: 'fileRefused', params: { reason } }).what);
    expect(new Set(said).size).toBe(REFUSALS.length);
    expect(said.every((text) => !REFUSALS.some((reason) => text.includes(reason)))).toBe(true);
    expect(errorWords(words.t, formats, { code: 'fileRefused', params: { reason: 'something else' } }).what).not.toContain('something else');
    expect(complaints).toEqual([]);
  });
});

describe('the state of a million rows', () => {
  it.each([['pt-BR', '320 de 1.000.000 de tickets', 'faltam cerca de 3 h'], ['es', '320 de 1.000.000 de tickets', 'faltan aprox. 3h']] as const)('in %s', (language, progress, left) => {
    const { t } = createI18n(language);
    const words = stateWords(t, createFormats(language, 'UTC'), sampleStatus({ state: 'catchingUp', progress: { done: 320, total: 1_000_000, entity: 'ticket', leftMs: 3 * HOUR } }), now);
    expect([words.progress, plain(words.left)]).toEqual([progress, left]);
  });
});
