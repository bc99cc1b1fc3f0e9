/** What the tokenizer takes as part of a word (FTS5 unicode61: categories L*, N*, Co). */
const WORD = /[\p{L}\p{N}\p{Co}]+/gu;
const MARK = /\p{M}/gu;
/** Marks that people leave out of a name, and keyboards set in several ways. */
const APOSTROPHE = /['’ʼ`´]/u;
const ASCII_END = 0x80;

/** Text as it is compared, and where each of its units came from. */
export interface FoldedText {
  /** Lower case without accents. */
  readonly folded: string;
  /** Where the character that gave a unit of `folded` begins in the text, in UTF-16 units. */
  readonly starts: readonly number[];
  /** Where it ends, accents that follow it included. */
  readonly ends: readonly number[];
}

/** A word of a folded text; `start` and `end` count in `folded`. */
export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** One character, near enough to the tokenizer's own folding. Case is folded by itself, so that a final sigma is any sigma. */
function foldCharacter(character: string): string {
  return character.normalize('NFD').replace(MARK, '').toLowerCase().normalize('NFC').replace(MARK, '');
}

/** Folds a text and remembers where everything was. `joined`: apostrophes are passed over, so that `O’Connor` is one word. */
export function foldText(text: string, joined = false): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of text) {
    const end = at + character.length;
    const plain = character.charCodeAt(0) < ASCII_END ? character.toLowerCase() : foldCharacter(character);
    const unit = joined && APOSTROPHE.test(character) ? '' : plain;
    if (unit === '' && ends.length > 0) ends[ends.length - 1] = end;
    for (let i = 0; i < unit.length; i++) {
      starts.push(at);
      ends.push(end);
    }
    folded += unit;
    at = end;
  }
  return { folded, starts, ends };
}

/** Words of a folded text, in order. */
export function wordsOf({ folded }: Pick<FoldedText, 'folded'>): Word[] {
  return [...folded.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index, end: match.index + match[0].length }));
}

/** Whether a text holds an apostrophe that {@link foldText} can pass over. */
export function hasApostrophe(text: string): boolean {
  return APOSTROPHE.test(text);
}
