import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../core/api/parse-json.ts';

describe('parseJson', () => {
  it('keeps integers beyond a double as the text they came in', () => {
    expect(parseJson('{"id":12345678901234567890,"small":9007199254740991,"list":[-9007199254740993],"text":"12345678901234567890","part":0.1234567890123456}')).toEqual({
      id: '12345678901234567890', small: 9007199254740991, list: ['-9007199254740993'], text: '12345678901234567890', part: 0.1234567890123456,
    });
  });

  it('does not count brackets in texts', () => {
    const text = `${'['.repeat(100)}\\"${'{'.repeat(100)}\\\\`;
    expect(parseJson(`["${text}"]`)).toEqual([JSON.parse(`"${text}"`)]);
  });

  it.each([['['], ['{'], [']'.repeat(200) + '['.repeat(200)], ['"'], [''], ['nul'], ['{"a":'.repeat(100_000)]])('throws SyntaxError for %.20s', (text) => {
    expect(() => parseJson(text)).toThrow(SyntaxError);
  });
});
