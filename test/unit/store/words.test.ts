import { describe, expect, it } from 'vitest';
import { matchExpression, termsOf } from '../../../core/store/search/terms.ts';
import { isBlank, numberKey, phoneDigits, phoneEndings, queryWords } from '../../../core/store/search/words.ts';

describe('words of a query', () => {
  it('splits at blanks, drops what holds no letter or digit, keeps the rest as typed', () => {
    expect(queryWords('  João\t#12 -- 🎉 a"b\u0000c ')).toEqual(['João', '#12', 'a"b', 'c']);
  });

  it('quotes every word, so that nothing is an operator', () => {
    expect(matchExpression(termsOf(['OR', 'a"b', 'NEAR(x']))).toBe('"OR"* AND "a""b"* AND "NEAR(x"*');
  });

  it('looks for the digits of what may be a phone number', () => {
    expect(matchExpression(termsOf(['(11)98765-4321']))).toBe('("(11)98765-4321"* OR "11987654321"*)');
    expect(phoneDigits('12-ab')).toBeNull();
  });

  it('asks for whole words, for pieces of an address and for what a word may stand for', () => {
    expect(matchExpression(termsOf(['ana', '12-3']), 'whole')).toBe('"ana" AND ("12-3" OR "123")');
    expect(matchExpression(termsOf(['una@corr']), 'address')).toBe('("una@corr"* OR (email : ("una" AND "corr"*)))');
    expect(matchExpression(termsOf(['@corr']), 'address')).toBe('"@corr"*');
    expect(matchExpression(termsOf(['joäo']).map((term) => ({ ...term, likes: ['joana'] })))).toBe('("joäo"* OR "joana")');
  });

  it('looks at the first 200 characters', () => {
    expect(queryWords('ab '.repeat(500)).length).toBe(67);
  });

  it('knows a query that asks for nothing', () => {
    expect([isBlank(''), isBlank(' # '), isBlank('🎉'), isBlank('#1')]).toEqual([true, true, false, false]);
  });

  it('compares numbers without sign, case and blanks', () => {
    expect([numberKey(' #1042 '), numberKey('Tck-9'), numberKey('#'), numberKey(null)]).toEqual(['1042', 'tck-9', null, null]);
  });

  it('indexes a phone number by its endings of four digits and more', () => {
    expect(phoneEndings('(11) 987-65')).toEqual(['1198765', '198765', '98765', '8765']);
    expect(phoneEndings('12')).toEqual(['12']);
    expect(phoneEndings('none')).toEqual([]);
    expect(phoneEndings('1'.repeat(5000)).length).toBeLessThan(40);
  });
});
