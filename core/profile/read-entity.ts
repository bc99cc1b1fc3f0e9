import type { Entity } from '../../contract/entity.ts';
import { CUSTOM_WORDS, FIELD_WORDS, inSet, isWord, JOINED, NOUNS, SILENT, TAG_WORDS } from './vocabulary.ts';

/** What words name: an entity, `tag` when they do not say of what, and the words that are left over. */
export interface NamedEntity {
  readonly entity: Entity | 'tag';
  readonly rest: readonly string[];
}

function nounsIn(words: readonly string[]): Entity[] {
  return [...new Set(words.flatMap((word) => NOUNS.filter(([, listed]) => isWord(word, listed)).map(([entity]) => entity)))];
}

function isNoun(word: string): boolean {
  return NOUNS.some(([, listed]) => isWord(word, listed));
}

function left(words: readonly string[], used: (word: string) => boolean): string[] {
  return words.filter((word) => !used(word) && !inSet(word, SILENT));
}

function joined(word: string): Entity | undefined {
  return JOINED.get(word) ?? JOINED.get(word.replace(/e?s$/, '')) ?? JOINED.get(word.replace(/s$/, ''));
}

/** Reads the entity that words name; null when they name none, or more than one. */
export function readEntity(words: readonly string[]): NamedEntity | null {
  const compound = words.flatMap((word) => joined(word) ?? []);
  if (compound[0] !== undefined) return { entity: compound[0], rest: left(words, (word) => joined(word) !== undefined) };
  const nouns = nounsIn(words);
  if (words.some((word) => isWord(word, FIELD_WORDS)) && words.some((word) => isWord(word, CUSTOM_WORDS))) {
    return { entity: 'customField', rest: left(words, (word) => isWord(word, FIELD_WORDS) || isWord(word, CUSTOM_WORDS) || isNoun(word)) };
  }
  if (words.some((word) => isWord(word, TAG_WORDS))) {
    const rest = left(words, (word) => isWord(word, TAG_WORDS) || isNoun(word));
    if (nouns.length === 0) return { entity: 'tag', rest };
    if (nouns.length > 1) return null;
    return nouns[0] === 'consumer' ? { entity: 'consumerTag', rest } : nouns[0] === 'ticket' ? { entity: 'ticketTag', rest } : null;
  }
  const [only] = nouns;
  return only !== undefined && nouns.length === 1 ? { entity: only, rest: left(words, isNoun) } : null;
}
