import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { cleanToken } from '../../../core/session/clean-token.ts';

describe('cleanToken', () => {
  it.each([
    ['as it is', 'abc.DEF-123_~+/='],
    ['spaces around', '  abc.DEF-123_~+/= \t\r\n'],
    ['Bearer', 'Bearer abc.DEF-123_~+/='],
    ['bearer with a tab', 'bearer\tabc.DEF-123_~+/='],
    ['a whole header', 'Authorization: Bearer abc.DEF-123_~+/='],
    ['Bearer on its own line', 'Bearer\n  abc.DEF-123_~+/='],
    ['quotes', '"abc.DEF-123_~+/="'],
    ['typographic quotes', '“abc.DEF-123_~+/=”'],
    ['quotes around Bearer', '"Bearer abc.DEF-123_~+/=",'],
    ['Bearer before quotes', "Bearer 'abc.DEF-123_~+/='"],
    ['a BOM', '\ufeffabc.DEF-123_~+/='],
    ['zero-width characters', '\u200babc.\u200dDEF-\u2060123_~+/=\u200b'],
    ['bidi marks', '\u202aabc.DEF-123_~+/=\u202c'],
    ['a soft hyphen', 'abc.DEF\u00ad-123_~+/='],
    ['a line break inside', 'abc.DEF\r\n-123_~+/='],
    ['an indented line break inside', 'abc.DEF  \n    -123_~+/='],
  ])('reads %s', (_name, text) => {
    expect(cleanToken(text).reveal()).toBe('abc.DEF-123_~+/=');
  });

  it.each(['', ' ', '\n', '""', 'Bearer', 'Bearer ', '\ufeff\u200b', "''\t"])('says that a token is missing in %j', (text) => {
    expect(() => cleanToken(text)).toThrow(new EngineError('tokenEmpty'));
  });

  it('leaves a token alone that merely begins like Bearer', () => {
    expect(cleanToken('bearerabc').reveal()).toBe('bearerabc');
  });

  it('does not choke on a huge paste', () => {
    expect(cleanToken(`a${' '.repeat(16_000)}b`).reveal()).toHaveLength(16_002);
  });
});
