import { describe, expect, it } from 'vitest';
import { isBlank, matchExpression, numberKey, phoneDigits, phoneEndings, queryWords } from '../../../core/store/search/words.ts';

describe('words of a query', () => {
  it('splits at blanks, drops what holds no letter or digit, keeps the rest as typed', () => {
    expect(queryWords('  João\t#12 -- 🎉 a"b\u0000c ')).toEqual(['João', '#12', 'a"b', 'c']);
  });

  it('quotes every word, so that nothing is an operator', () => {
    expect(matchExpression(['OR', 'a"b', 'NEAR(x'])).toBe('"OR"* AND "a""b"* AND "NEAR(x"*');
  });

  it('looks for the digits of what may be a phone number', () => {
    expect(matchExpression(['(11)98765-4321'])).toBe('("(11)98765-4321"* OR "11987654321"*)');
    expect(phoneDigits('12-ab')).toBeNull();
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
