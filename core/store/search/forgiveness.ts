/** Shortest word in which a mistake is forgiven, in letters. */
const SHORTEST_FORGIVEN = 5;
/** Longest; nobody types a longer one by hand. */
const LONGEST_FORGIVEN = 40;
/** Letters of the basic plane, for halves of others could be cut apart, and digits after them as addresses have. */
const LETTERS = /^((?:(?![\u{10000}-\u{10ffff}])\p{L})+)(\d*)$/u;

/** Whether one mistake in this folded word is forgiven: five letters or more, and digits after them at most. A wrong digit means another number and is never forgiven. */
export function isForgivable(word: string): boolean {
  const { letters } = partsOf(word);
  return letters.length >= SHORTEST_FORGIVEN && letters.length <= LONGEST_FORGIVEN;
}

/** Whether a folded word of the copy may be what a forgivable word stands for: one letter may have been put in by mistake, or left out. */
export function isLearnt(word: string): boolean {
  const { letters } = partsOf(word);
  return letters.length >= SHORTEST_FORGIVEN - 1 && letters.length <= LONGEST_FORGIVEN + 1;
}

/** A word's letters and the digits after them; no letters where it is made otherwise. */
function partsOf(word: string): { readonly letters: string; readonly digits: string } {
  const [, letters = '', digits = ''] = LETTERS.exec(word) ?? [];
  return { letters, digits };
}

/**
 * The beginning and the end of a typed word of which one is right whatever the one mistake is: between them lies one
 * letter, so that two swapped letters cannot touch both.
 */
export function halves(typed: string): { readonly beginning: string; readonly end: string } {
  const length = Math.floor((typed.length - 1) / 2);
  return { beginning: typed.slice(0, length), end: typed.slice(length + 1) };
}

/**
 * Whether `typed` stands for `word` with one mistake: a letter replaced, left out, put in or swapped with its neighbour.
 * Digits after the letters must be the same. Where the beginning (see {@link halves}) is right, a word that goes on after
 * what was typed counts too.
 */
export function forgives(typed: string, word: string): boolean {
  const [mine, its] = [partsOf(typed), partsOf(word)];
  if (mine.letters === its.letters) return false;
  if (mine.digits === its.digits && isOneEdit(mine.letters, its.letters)) return true;
  if (mine.digits !== '' || word.length <= typed.length || !word.startsWith(halves(typed).beginning)) return false;
  const lengths = [typed.length - 1, typed.length, typed.length + 1];
  return lengths.some((length) => length < word.length && length <= its.letters.length && isOneEdit(typed, word.slice(0, length)));
}

/** Whether one replacing, leaving out, putting in or swapping makes one text of the other. */
function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  let left = 0;
  while (left < short.length - from && short[short.length - 1 - left] === long[long.length - 1 - left]) left += 1;
  const shortMiddle = short.slice(from, short.length - left);
  const longMiddle = long.slice(from, long.length - left);
  if (shortMiddle.length === 0) return longMiddle.length === 1;
  if (shortMiddle.length === 1) return longMiddle.length === 1;
  return shortMiddle.length === 2 && longMiddle.length === 2 && shortMiddle[0] === longMiddle[1] && shortMiddle[1] === longMiddle[0];
}
