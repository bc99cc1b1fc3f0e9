import type { Database } from '../driver/port.ts';
import { SEARCH_FIELDS } from './document.ts';
import type { SearchDocument, SearchField } from './document.ts';
import { foldText, wordsOf } from './folding.ts';
import { forgives, halves, isLearnt } from './forgiveness.ts';

/** Fields whose words are worth knowing. A description is left out: it would make the dictionary ten times as large, and nobody searches prose letter by letter. */
const LEARNT: readonly SearchField[] = ['title', 'consumer', 'email', 'tag', 'customField'];
/** Fields in which a forgiven word counts. */
export const FORGIVING_FIELDS: readonly SearchField[] = SEARCH_FIELDS.filter((field) => field !== 'description');
/** Words that one typed word may stand for. */
const MOST_LIKES = 24;
/** Sorts after every character. */
const LAST = '\u{10ffff}';

/** Collects the words of search documents and writes those down that the dictionary lacks. Words stay when their last ticket has gone: they cost a few bytes and lead to nothing. */
export function learning(db: Database): { add(document: SearchDocument): void; apply(): void } {
  const words = new Set<string>();
  const seen = new Set<string>();
  return {
    add(document) {
      for (const field of LEARNT) {
        // Tags and consumers come again and again.
        const text = field === 'email' ? addressOf(document.email) : document[field];
        if (seen.has(text)) continue;
        seen.add(text);
        for (const { text: word } of wordsOf(foldText(text))) if (isLearnt(word)) words.add(word);
      }
    },
    apply() {
      for (const word of words) db.run('INSERT OR IGNORE INTO word (text, reversed) VALUES (?, ?)', word, reversed(word));
    },
  };
}

/** Words of the copy that a typed (folded) word may stand for with one mistake, whole words before those that go on; see {@link forgives}. */
export function likesOf(db: Database, typed: string): string[] {
  const { beginning, end } = halves(typed);
  const backwards = reversed(end);
  const near = new Set([
    ...db.all<{ text: string }>('SELECT text FROM word WHERE text >= ? AND text < ?', beginning, beginning + LAST),
    ...db.all<{ text: string }>('SELECT text FROM word WHERE reversed >= ? AND reversed < ?', backwards, backwards + LAST),
  ].map(({ text }) => text));
  const found = [...near].filter((word) => forgives(typed, word));
  const strangeness = (word: string): number => Math.abs(word.length - typed.length) * 2 + (word[0] === typed[0] ? 0 : 1);
  return found.sort((a, b) => strangeness(a) - strangeness(b) || (a < b ? -1 : 1)).slice(0, MOST_LIKES);
}

/** An address without the endings of its words, which follow it in the index. */
function addressOf(email: string): string {
  return email.split(' ', 1)[0] ?? '';
}

/** By characters: half of one would be no text. */
function reversed(word: string): string {
  return [...word].reverse().join('');
}
