import { describe, expect, it } from 'vitest';
import { byRank, isFinished } from '../../../core/store/search/rank.ts';
import type { Standing } from '../../../core/store/search/rank.ts';

const plain: Standing = { exact: false, forgiven: 0, places: ['tag', 'title'], whole: 1, together: false, mine: false, status: 'Open', doc: 1_000_000_500 };

describe('rank', () => {
  it.each<[string, Partial<Standing>, Partial<Standing>]>([
    ['an exact number before all else', { exact: true, places: ['description'], doc: 1 }, { places: ['title'], whole: 9, mine: true }],
    ['no mistake before one', { places: ['description'] }, { forgiven: 1, places: ['title'], mine: true }],
    ['the better field, by the weakest word', { places: ['title', 'consumer'] }, { places: ['number', 'tag'], whole: 2 }],
    ['a tag before a description', { places: ['tag'] }, { places: ['title', 'description'] }],
    ['a custom field before digits that may be chance, when these are no better', { places: ['customField'], whole: 2 }, { places: ['loosely'] }],
    ['whole words', { whole: 2, doc: 5 }, { together: true, mine: true }],
    ['all words in one text', { together: true, doc: 5 }, { mine: true }],
    ['mine before newer', { mine: true, doc: 5 }, {}],
    ['the newer, even if finished', { status: 'Closed', doc: 1_000_009_000 }, {}],
    ['open before finished where they changed together', { doc: 1_000_000_100 }, { status: 'Fechado', doc: 1_000_000_900 }],
    ['the later of two in one state', { doc: 1_000_000_900 }, { doc: 1_000_000_100 }],
  ])('%s', (_what, better, worse) => {
    const [first, second] = [{ ...plain, ...better }, { ...plain, ...worse }];
    expect(byRank(first, second)).toBeLessThan(0);
    expect(byRank(second, first)).toBeGreaterThan(0);
  });

  it('takes a state of an unknown name for open', () => {
    expect(['Closed', 'CONCLUÍDO', ' resuelto ', 'Waiting', '', null].map(isFinished)).toEqual([true, true, true, false, false, false]);
  });
});
