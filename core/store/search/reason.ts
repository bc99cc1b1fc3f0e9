import { SEARCH_FIELDS } from './document.ts';
import type { SearchDocument, SearchField } from './document.ts';
import { folded, phoneDigits } from './words.ts';

/**
 * Which field a result was found by: the one that holds most of the words, the more telling one (see
 * {@link SEARCH_FIELDS}) where several hold as many.
 */
export function reason(document: SearchDocument, words: readonly string[]): SearchField {
  const terms = words.map((word) => ({ tokens: tokens(word), digits: phoneDigits(word) }));
  let best: { field: SearchField; hits: number } = { field: 'description', hits: 0 };
  for (const field of SEARCH_FIELDS) {
    const inField = tokens(document[field]);
    const hits = terms.filter((term) => holds(inField, term.tokens) || (term.digits !== null && holds(inField, [term.digits]))).length;
    if (hits > best.hits) best = { field, hits };
  }
  return best.field;
}

function tokens(text: string): string[] {
  return folded(text).split(/[^\p{L}\p{N}\p{Co}]+/u).filter((token) => token !== '');
}

/** Whether the tokens stand in the field one after the other, the last as a prefix. */
function holds(field: readonly string[], wanted: readonly string[]): boolean {
  const last = wanted.length - 1;
  return last >= 0 && field.some((_token, start) =>
    wanted.every((token, i) => (i === last ? field[start + i]?.startsWith(token) === true : field[start + i] === token)),
  );
}
