import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestMatches, matchScore } from '../../../../renderer/palette/match.ts';

describe('finding by words', () => {
  it.each([
    ['responsavel', 'Sem responsável'], ['SEM RESP', 'Sem responsável'], ['resp sem', 'Sem responsável'], ['notif pausar', 'Pausar notificações até amanhã'], ['ledg', 'Notification ledger'], ['snz', 'Snooze…'], ['sps', 'Suporte Técnico / SPS'], ['', 'anything'], ['  ', 'anything'],
  ])('“%s” finds “%s”', (query, text) => expect(matchScore(query, text)).toBeGreaterThan(0));
  it.each([['xyz', 'Sem responsável'], ['sem xyz', 'Sem responsável'], ['nz', 'Snooze…'], ['…', 'Open']])('“%s” does not find “%s”', (query, text) => expect(matchScore(query, text)).toBe(0));
  it('puts whole words before beginnings, beginnings before insides, and keeps equals in order', () => {
    expect(bestMatches('open', ['Reopen', 'Opening', 'Open', 'Do open it'], (text) => text)).toEqual(['Open', 'Do open it', 'Opening', 'Reopen']);
    expect(bestMatches('', ['b', 'a'], (text) => text)).toEqual(['b', 'a']);
  });
  it('finds every text by any of its own words, in any case', () => {
    const word = fc.stringMatching(/^[a-zà-ü]{1,10}$/);
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), fc.nat(), (words, nth) => {
      const asked = words[nth % words.length] ?? '';
      expect(matchScore(asked.toUpperCase(), words.join(' '))).toBeGreaterThan(0);
    }));
  });
});
