import { wordsOf } from './text.ts';
import { CHANGE_WORDS, SEARCH_WORDS } from './vocabulary.ts';

/**
 * Whether a call changes something, by the words of its name and of its path's last part: `surely` when one of the two
 * begins with such a word, `perhaps` when it is a POST that nowhere says that it searches.
 */
export function changes(method: string, name: readonly string[], tail: readonly string[]): 'no' | 'perhaps' | 'surely' {
  if (CHANGE_WORDS.has(name[0] ?? '') || CHANGE_WORDS.has(tail[0] ?? '')) return 'surely';
  return method === 'POST' && ![...name, ...tail].some((word) => SEARCH_WORDS.has(word)) ? 'perhaps' : 'no';
}

/** The words of the last part of a template's path that is fixed text: of `/tickets/{id}/close` those of `close`. */
export function lastWords(path: string): string[] {
  return wordsOf(path.split('/').findLast((part) => part !== '' && !part.includes('{')) ?? '');
}
