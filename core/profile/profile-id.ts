import type { Collection } from './collection.ts';
import { templateOf } from './path-template.ts';
import { wordsOf } from './text.ts';

/** FNV-1a over UTF-16 units, eight hex digits: tells collections of one title apart; it protects nothing. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, '0');
}

/** Words of a title as an id's text. */
function slug(title: string): string {
  const ascii = wordsOf(title).map((word) => word.replace(/[^a-z0-9]/g, '')).filter((word) => word !== '').join('-');
  return ascii.slice(0, 40).replace(/-+$/, '') || 'profile';
}

/** The id of a profile that comes from a collection: the same file gives the same id. */
export function collectionProfileId(title: string, { requests }: Pick<Collection, 'requests'>): string {
  return `${slug(title)}-${shortHash([title, ...requests.map(({ method, segments }) => `${method} ${templateOf(segments, -1)}`)].join('\n'))}`;
}

/** The id of a profile from a file that carries the id of one that comes with the app. */
export function copiedProfileId(id: string, content: string): string {
  return `${id.slice(0, 50)}-${shortHash(content)}`;
}
