import { foldText, wordsOf } from './folding.ts';
import { phoneDigits, withoutZeros } from './words.ts';

/** One word of a query, taken apart. Words are folded. */
export interface Term {
  /** As typed. */
  readonly typed: string;
  /** Its words: one, or several where punctuation stands between them. They must follow each other; the last is a prefix. */
  readonly words: readonly string[];
  /** Its digits, when it may be a phone or identity number. */
  readonly digits: string | null;
  /** Its digits without zeros in front; null when it is no number or has none. */
  readonly unpadded: string | null;
  /** The whole of it, when it may be a piece of an e-mail address that begins in the middle of a word. */
  readonly address: string | null;
  /** Words of the copy that it may stand for, or where it is several words all of them with one exchanged; empty unless mistakes are forgiven. */
  readonly likes: readonly string[];
}

/** Takes the words of a query apart; a word that folds to nothing stays, and finds nothing. */
export function termsOf(words: readonly string[]): Term[] {
  return words.map((typed) => {
    const folded = foldText(typed);
    const inside = folded.folded.indexOf('@') > 0;
    const digits = phoneDigits(typed);
    return { typed, words: wordsOf(folded).map(({ text }) => text), digits, unpadded: digits === null ? null : withoutZeros(digits), address: inside ? folded.folded : null, likes: [] };
  });
}

/** How terms are asked for: the last word of each as a prefix, to its last letter, or as a piece of an e-mail address too. */
export type Manner = 'prefix' | 'whole' | 'address';

/**
 * All terms, in FTS5's query language. Each text is one quoted string, so nothing a person types is an operator; the
 * tokenizer splits it exactly as it split the indexed text.
 */
export function matchExpression(terms: readonly Term[], manner: Manner = 'prefix'): string {
  return terms.map((term) => alternatives(term, manner)).map((any) => (any.length === 1 ? any[0] : `(${any.join(' OR ')})`)).join(' AND ');
}

function alternatives({ typed, words, digits, unpadded, address, likes }: Term, manner: Manner): string[] {
  const last = manner === 'whole' ? quoted : prefix;
  return [
    last(typed),
    ...(digits === null || digits === typed ? [] : [last(digits)]),
    ...(unpadded === null ? [] : [last(unpadded)]),
    ...(address === null || words.length === 0 || manner !== 'address' ? [] : [inAddress(words)]),
    ...likes.map(quoted),
  ];
}

/** An address that begins in the middle of a word is found by that word's ending and what follows; whether it stands there in one piece is compared afterwards. */
function inAddress(words: readonly string[]): string {
  return `(email : (${words.map((word, i) => (i === words.length - 1 ? prefix(word) : quoted(word))).join(' AND ')}))`;
}

function prefix(text: string): string {
  return `${quoted(text)}*`;
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}
