import { SHORTEST_EMAIL_ENDING } from './document.ts';
import type { SearchText } from './document.ts';
import { foldText, hasApostrophe, wordsOf } from './folding.ts';
import type { FoldedText, Word } from './folding.ts';
import type { Term } from './terms.ts';
import { PHONE_DIGITS_KEPT, SHORTEST_ENDING } from './words.ts';

/** Where a piece of a text begins and ends, in UTF-16 units. */
export type Range = readonly [start: number, end: number];

/** How a term stands in a text. */
export interface Hit {
  readonly ranges: readonly Range[];
  /** To its last letter, not only as a beginning. Never a run of digits alone, which is typed from its beginning or its end. */
  readonly whole: boolean;
  /** Only with a mistake forgiven. */
  readonly forgiven: boolean;
  /** Digits that may be there by chance: in the middle of a phone number, of which people quote the end, or typed with other punctuation than it has. */
  readonly loose: boolean;
}

/** Places of one term that are told apart in one text. */
const MOST_RANGES = 8;
const NUMERIC = /^\d+$/;

/** A text made ready for any number of terms. */
export interface MatchText extends SearchText {
  readonly hit: (term: Term) => Hit | null;
}

/** Makes a text ready; its words are looked for when the first term asks. */
export function matchText(searched: SearchText): MatchText {
  let ready: { folded: FoldedText; words: Word[]; joined: { folded: FoldedText; words: Word[] } | null } | undefined;
  return {
    ...searched,
    hit(term) {
      ready ??= prepare(searched);
      const { folded, words, joined } = ready;
      return (
        exact(searched, term, ready) ??
        (joined === null ? null : phrase(joined.folded, joined.words, term.words)) ??
        like(folded, words, term)
      );
    },
  };
}

function prepare({ text, form }: SearchText) {
  const split = (joined: boolean) => {
    const folded = foldText(text, joined);
    return { folded, words: wordsOf(folded) };
  };
  return { ...split(false), joined: form === 'name' && hasApostrophe(text) ? split(true) : null };
}

function exact({ text, form }: SearchText, term: Term, { folded, words }: { folded: FoldedText; words: Word[] }): Hit | null {
  const bare = term.unpadded === null ? null : { ...term, words: [term.unpadded], digits: term.unpadded };
  if (form === 'phone') return digitsOf(text, term, endings, term.words.length > 1 && phrase(folded, words, term.words) === null) ?? (bare && digitsOf(text, bare, endings, true));
  const found = phrase(folded, words, term.words) ?? (term.digits === null || term.digits === term.typed ? null : phrase(folded, words, [term.digits])) ?? (bare && phrase(folded, words, bare.words));
  if (found !== null) return found;
  if (form === 'email') return insideAddress(folded, words, term);
  return form === 'identity' ? digitsOf(text, term, beginning) : null;
}

/** Where the words stand one after the other, the last as a prefix. */
function phrase(folded: FoldedText, words: readonly Word[], wanted: readonly string[]): Hit | null {
  const last = wanted.length - 1;
  if (last < 0) return null;
  const ranges: Range[] = [];
  let whole = false;
  for (let from = 0; from + last < words.length && ranges.length < MOST_RANGES; from++) {
    if (!wanted.every((word, i) => (i === last ? words[from + i]?.text.startsWith(word) : words[from + i]?.text === word))) continue;
    const first = words[from];
    const end = words[from + last];
    const lastWord = wanted[last];
    if (!first || !end || lastWord === undefined) continue;
    whole ||= end.text.length === lastWord.length;
    ranges.push(rangeOf(folded, first.start, end.start + lastWord.length));
  }
  return ranges.length === 0 ? null : { ranges, whole: whole && !(last === 0 && NUMERIC.test(wanted[0] ?? '')), forgiven: false, loose: false };
}

/** A piece of an address that begins in the middle of a word, at least {@link SHORTEST_EMAIL_ENDING} characters before that word's end. */
function insideAddress(folded: FoldedText, words: readonly Word[], term: Term): Hit | null {
  const wanted = term.address ?? (term.words.length === 1 ? term.words[0] : undefined);
  if (wanted === undefined) return null;
  for (const word of words) {
    for (let from = word.start; from <= word.end - SHORTEST_EMAIL_ENDING || from === word.start; from++) {
      const fits = term.address === null ? folded.folded.slice(from, word.end).startsWith(wanted) : folded.folded.startsWith(wanted, from);
      if (fits) return { ranges: [rangeOf(folded, from, from + wanted.length)], whole: false, forgiven: false, loose: false };
    }
  }
  return null;
}

/** Places in a run of digits where what is typed may begin. */
const endings = (from: number, length: number): boolean => from === 0 || from <= length - SHORTEST_ENDING;
const beginning = (from: number): boolean => from === 0;

function digitsOf(text: string, term: Term, mayBegin: (from: number, length: number) => boolean, loosely = false): Hit | null {
  const wanted = term.digits ?? (term.words.length === 1 && NUMERIC.test(term.words[0] ?? '') ? term.words[0] : undefined);
  if (wanted === undefined) return null;
  const places = [...text.matchAll(/\d/g)].map(({ index }) => index).slice(0, PHONE_DIGITS_KEPT);
  const digits = places.map((at) => text[at]).join('');
  for (let from = digits.indexOf(wanted); from >= 0; from = digits.indexOf(wanted, from + 1)) {
    const first = places[from];
    const last = places[from + wanted.length - 1];
    if (mayBegin(from, digits.length) && first !== undefined && last !== undefined) return { ranges: [[first, last + 1]], whole: false, forgiven: false, loose: loosely || (from > 0 && from + wanted.length < digits.length) };
  }
  return null;
}

function like(folded: FoldedText, words: readonly Word[], { likes }: Term): Hit | null {
  if (likes.length === 0) return null;
  const ranges = likes.flatMap((text) => inRow(words, text.split(' '))).slice(0, MOST_RANGES).map(({ start, end }) => rangeOf(folded, start, end));
  return ranges.length === 0 ? null : { ranges, whole: false, forgiven: true, loose: false };
}

/** Where words stand one after the other, each to its last letter. */
function inRow(words: readonly Word[], wanted: readonly string[]): { start: number; end: number }[] {
  return words.flatMap(({ start }, from) => {
    const last = words[from + wanted.length - 1];
    return last && wanted.every((word, i) => words[from + i]?.text === word) ? [{ start, end: last.end }] : [];
  });
}

function rangeOf({ starts, ends }: FoldedText, start: number, end: number): Range {
  return [starts[start] ?? 0, ends[end - 1] ?? 0];
}
