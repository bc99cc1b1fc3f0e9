/** A text as it is compared: without accents, in small letters. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words of a text, folded. */
function wordsOf(text: string): string[] {
  return fold(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

/** How well a word of the query meets the words of a text: 3 a whole word, 2 the beginning of one, 1 inside one, or its letters in their order; 0 not at all. */
function meeting(word: string, words: readonly string[]): number {
  if (words.includes(word)) return 3;
  if (words.some((each) => each.startsWith(word))) return 2;
  if (words.some((each) => each.includes(word))) return 1;
  return word.length >= 3 && words.some((each) => inOrder(word, each)) ? 0.5 : 0;
}

/** Whether the letters of `word` come in `text` in their order, beginning with the first. */
function inOrder(word: string, text: string): boolean {
  if (word[0] !== text[0]) return false;
  let at = 0;
  for (const letter of text) if (letter === word[at]) at++;
  return at === word.length;
}

/** How well a text answers a query; 0 when a word of the query is nowhere in it. Accents and capitals do not matter, nor does the order of words. */
export function matchScore(query: string, text: string): number {
  const asked = wordsOf(query);
  if (asked.length === 0) return query.trim() === '' ? 1 : Number(fold(text).includes(fold(query.trim())));
  const words = wordsOf(text);
  const met = asked.map((word) => meeting(word, words));
  if (met.includes(0)) return 0;
  const first = words[0] !== undefined && words[0].startsWith(asked[0] ?? '') ? 0.5 : 0;
  return met.reduce((sum, each) => sum + each, 0) / asked.length + first;
}

/** What answers a query, the best first; equals keep their order. */
export function bestMatches<T>(query: string, items: readonly T[], textOf: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, score: matchScore(query, textOf(item)) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ item }) => item);
}
