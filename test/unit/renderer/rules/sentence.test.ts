import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../../contract/locales/languages.ts';
import { RULE_ACTIONS, RULE_EVENTS, RULE_FIELDS, ruleSchema, type Rule } from '../../../../contract/rules.ts';
import { createFormats } from '../../../../renderer/format/formats.ts';
import type { Desk } from '../../../../renderer/rules/desk.ts';
import { ANY, moved, neverHolds } from '../../../../renderer/rules/rule-parts.ts';
import { ruleSentence } from '../../../../renderer/rules/rule-sentence.ts';
import { fromTemplate, TEMPLATES } from '../../../../renderer/rules/templates.ts';
import { sampleRule } from '../../../support/sample-day.ts';
import { watchedWords } from '../../../support/watched-words.ts';

const DESK: Desk = {
  departments: [{ id: 'd1', name: 'Billing' }, { id: 'd2', name: 'Support' }, { id: 'd3', name: 'Chat Bot' }], tags: [{ id: 't1', name: 'Refund', color: null }],
  consumerTags: [{ id: 'c1', name: 'VIP', color: null }, { id: 'c2', name: 'Chevrolet', color: null }], statuses: ['Open'], priorities: ['Normal', 'Urgent', 'Alta'],
};
const EMPTY_DESK: Desk = { departments: [], tags: [], consumerTags: [], statuses: [], priorities: [] };
const say = (rule: Rule, language: 'en' | 'pt-BR' | 'es' = 'en') => {
  const { words, complaints } = watchedWords(language);
  const sentence = ruleSentence(words.t, createFormats(language), rule, DESK);
  expect(complaints).toEqual([]);
  return sentence;
};

describe('a rule in a sentence', () => {
  const rule = sampleRule('a', 'A', { entity: 'ticket', events: ['new'], departments: ['d1', 'd2'], assignee: 'nobody' }, { breaksQuiet: true });
  it.each([
    ['en', 'If a ticket in Billing or Support is new and has nobody working on it → notify with sound, also in quiet hours'],
    ['pt-BR', 'Se um ticket em Billing ou Support acaba de chegar e não está com ninguém → notificar com som, também no horário de silêncio'],
    ['es', 'Si un ticket en Billing o Support acaba de llegar y no lo tiene nadie → notificar con sonido, también en horas de silencio'],
  ] as const)('in %s', (language, sentence) => expect(say(rule, language)).toBe(sentence));
  it('about everything says so', () => expect(say(sampleRule('a', 'A', {}, { sound: false }))).toBe('Whatever happens to a ticket or task → notify without sound'));
  it('names what it can, and what is unknown by its id', () => {
    expect(say(sampleRule('a', 'A', { tagIds: ['t1', 'gone'], consumerTagIds: ['c1'], keyword: ' refund ', olderThanMinutes: 120, fields: ['status', 'customFields'], followed: true, entity: 'task', departments: 'mine' }, { action: 'summary' })))
      .toBe('If a task in my departments changes in status or a custom field, has the tag Refund or gone, comes from a consumer with the tag VIP, says “refund”, is older than 2 hours and is one I follow → mention it in the next summary');
  });
  it('does not say of what is not told that it breaks quiet hours', () => expect(say(sampleRule('a', 'A', {}, { action: 'ignore', breaksQuiet: true }))).toBe('Whatever happens to a ticket or task → ignore it'));
  it('has every word in every language, and no open placeholder, whatever the rule', () => {
    const some = <T>(values: readonly T[]) => fc.subarray([...values]);
    const when = fc.record({
      entity: fc.constantFrom(null, 'ticket' as const, 'task' as const), events: some(RULE_EVENTS), fields: some(RULE_FIELDS), departments: fc.constantFrom('any' as const, 'mine' as const, ['d1'], ['d1', 'x']),
      assignee: fc.constantFrom('any' as const, 'me' as const, 'nobody' as const, 'others' as const), tagIds: some(['t1', 'x']), consumerTagIds: some(['c1']), statuses: some(['Open', 'x']), priorities: some(['Urgent']), keyword: fc.constantFrom('', 'a {{b}}'),
      olderThanMinutes: fc.constantFrom(null, 1, 15, 60, 90, 1440, 4320), followed: fc.boolean(),
    });
    fc.assert(fc.property(when, fc.constantFrom(...RULE_ACTIONS), fc.boolean(), fc.boolean(), (condition, action, sound, breaksQuiet) => {
      for (const { code } of LANGUAGES) {
        const sentence = say(sampleRule('a', 'A', condition, { action, sound, breaksQuiet }), code);
        expect(sentence).toMatch(/^\S.* → \S/);
        expect(sentence).not.toContain('screens.');
      }
    }));
  });
});

describe('an order', () => {
  it('that changes keeps every rule once, and the others as they stood', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { minLength: 1 }), fc.nat(), fc.integer({ min: -3, max: 50 }), (ids, which, to) => {
      const rules = ids.map((id) => sampleRule(`r${id}`, 'x', {}));
      const id = rules[which % rules.length]?.id ?? '';
      const after = moved(rules, id, to);
      expect(after[Math.max(0, Math.min(rules.length - 1, to))]?.id).toBe(id);
      expect(after.filter((rule) => rule.id !== id)).toEqual(rules.filter((rule) => rule.id !== id));
      expect(after).toHaveLength(rules.length);
    }));
  });
});

describe('a rule that never holds', () => {
  it('is found', () => {
    expect(neverHolds({ ...ANY, events: ['new'], fields: ['status'] })).toBe('fieldsWithoutChange');
    expect(neverHolds({ ...ANY, events: ['waiting'], assignee: 'me' })).toBe('waitingAssigned');
    expect([{ ...ANY, fields: ['status' as const] }, { ...ANY, events: ['new' as const, 'changed' as const], fields: ['status' as const] }, { ...ANY, events: ['waiting' as const], assignee: 'nobody' as const }, ANY].map(neverHolds)).toEqual([null, null, null, null]);
  });
});

describe('an example', () => {
  const { words } = watchedWords('en');
  it.each(TEMPLATES)('is a rule the settings take, on any desk: %s', (template) => {
    for (const desk of [DESK, EMPTY_DESK]) {
      const { rule, complete } = fromTemplate(words.t, template, desk);
      expect(ruleSchema.parse(rule)).toEqual(rule);
      expect(rule.on).toBe(complete);
    }
  });
  it('speaks in the desk’s own words, and ignores nothing that it cannot name', () => {
    expect(fromTemplate(words.t, 'urgent', DESK).rule.when.priorities).toEqual(['Urgent', 'Alta']);
    expect(fromTemplate(words.t, 'vip', DESK).rule.when.consumerTagIds).toEqual(['c1']);
    expect(fromTemplate(words.t, 'bots', DESK).rule.when.departments).toEqual(['d3']);
    expect(fromTemplate(words.t, 'bots', EMPTY_DESK)).toMatchObject({ complete: false, rule: { on: false, action: 'ignore' } });
    expect(fromTemplate(words.t, 'vip', EMPTY_DESK).complete).toBe(false);
  });
});
