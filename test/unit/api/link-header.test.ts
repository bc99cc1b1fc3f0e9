import { describe, expect, it } from 'vitest';
import { nextLink } from '../../../core/api/link-header.ts';

describe('the next page in a Link header', () => {
  it.each([
    ['alone', '<https://a.test/t?page=2>; rel="next"', 'https://a.test/t?page=2'],
    ['without quotes', '</t?page=2>;rel=next', '/t?page=2'],
    ['among others', '<?page=1>; rel="first", <?page=3>; rel="next", <?page=9>; rel="last"', '?page=3'],
    ['in a list of relations', '<?p=2>; rel="prefetch  next"', '?p=2'],
    ['in capitals', '<?p=2>; REL="Next"', '?p=2'],
    ['behind other parameters', '<?p=2>; title="a, b; rel=\\"prev\\" <x>"; type=json; flag; rel="next"', '?p=2'],
    ['with spaces everywhere', ' ,, <?p=2> ; rel = "next" , ', '?p=2'],
    ['with a comma in the address', '<?ids=1,2;3&p=2>; rel="next"', '?ids=1,2;3&p=2'],
    ['twice: the first', '<?p=2>; rel="next", <?p=3>; rel="next"', '?p=2'],
    ['empty', '<>; rel="next"', ''],
  ])('is read %s', (_name, header, target) => {
    expect(nextLink(header)).toBe(target);
  });

  it.each([
    ['no header', null],
    ['nothing', ''],
    ['no such relation', '<?p=1>; rel="prev"'],
    ['a word that only contains it', '<?p=1>; rel="next-archive"'],
    ['a relation of relations', '<?p=1>; rev="next"'],
    ['a second rel, which does not count', '<?p=1>; rel="prev"; rel="next"'],
    ['a link about something else', '<?p=1>; rel="next"; anchor="/other"'],
    ['the word in a title', '<?p=1>; rel="prev"; title="<?p=2>; rel=next"'],
    ['no brackets', '?p=1; rel="next"'],
    ['no end of the address', '<?p=1; rel="next"'],
    ['no end of a quote', '<?p=1>; title="a; rel="next'],
    ['junk where a comma should be', '<?p=1> junk; rel="next"'],
  ])('is absent with %s', (_name, header) => {
    expect(nextLink(header)).toBeNull();
  });

  it('is found in bounded time in a long hostile header', () => {
    expect(nextLink(`${'<a>;'.repeat(100_000)}; rel="next"`)).toBeNull();
    expect(nextLink(`<a>; x="${'\\'.repeat(200_000)}`)).toBeNull();
  });
});
