import type { Database } from '../driver/port.ts';
import { FORGIVING_FIELDS, likesOf } from './dictionary.ts';
import { isForgivable } from './forgiveness.ts';
import type { SearchField } from './document.ts';
import { matchExpression } from './terms.ts';
import type { Manner, Term } from './terms.ts';

/** Newest items looked at in each round; ranking orders among those, so that a broad word costs no more than a narrow one. */
const PER_ROUND = 60;
/** With fewer results than this, mistakes are forgiven. */
const FEW = 5;

const SHOWN = 'deleted_at IS NULL AND gone IS NULL';
const STRONG: readonly SearchField[] = ['number', 'title', 'consumer', 'email', 'phone'];
const GOOD: readonly SearchField[] = [...STRONG, 'tag', 'customField'];
/** Which fields in which round, and how they are asked; a later round is only needed while there are fewer than `below` (what is asked for, when left out). */
const ROUNDS: readonly { readonly fields: readonly SearchField[] | null; readonly manner: Manner; readonly below?: number }[] = [
  { fields: STRONG, manner: 'whole', below: Infinity },
  { fields: STRONG, manner: 'prefix', below: Infinity },
  { fields: GOOD, manner: 'prefix' },
  { fields: null, manner: 'prefix' },
];

/** Items that may be meant, and the terms they were found by. */
export interface Candidates {
  readonly docs: ReadonlySet<number>;
  readonly terms: readonly Term[];
}

/** Items by number or id, newest first; a number by the first of `keys` (see `numberKey`) that is one, which is given back. */
export function exactDocs(db: Database, keys: readonly string[], id: string, most: number): { readonly docs: readonly number[]; readonly key: string | null } {
  const withNumber = (key: string) => db.all<{ doc: number }>(`SELECT doc FROM item WHERE number_key = ? AND ${SHOWN} ORDER BY doc DESC LIMIT ?`, key, most);
  const key = keys.find((one) => withNumber(one).length > 0) ?? null;
  const byNumber = key === null ? [] : withNumber(key);
  const byId = db.all<{ doc: number }>(`SELECT doc FROM item WHERE entity IN ('ticket', 'task') AND id = ? AND ${SHOWN}`, id);
  return { docs: docsOf([...byNumber, ...byId]), key };
}

/** What changed last. */
export function newestDocs(db: Database, most: number): number[] {
  return docsOf(db.all<{ doc: number }>(`SELECT doc FROM item WHERE ${SHOWN} ORDER BY doc DESC LIMIT ?`, most));
}

/** Items that hold all terms, the better fields first, at least `most` of them where there are so many. With few, mistakes in words of five letters and more are forgiven. */
export function candidates(db: Database, asked: readonly Term[], most: number): Candidates {
  const docs = new Set<number>();
  if (asked.length === 0) return { docs, terms: asked };
  const perRound = Math.max(PER_ROUND, most);
  const look = (fields: readonly SearchField[] | null, terms: readonly Term[], manner: Manner): void => {
    for (const doc of matching(db, within(fields, matchExpression(terms, manner)), perRound)) docs.add(doc);
  };
  for (const { fields, manner, below = most } of ROUNDS) if (docs.size < below) look(fields, asked, manner);
  if (docs.size < FEW && asked.some(({ address }) => address !== null)) look(null, asked, 'address');
  if (docs.size >= FEW) return { docs, terms: asked };
  const terms = asked.map((term) => ({ ...term, likes: likes(db, term) }));
  if (terms.every((term) => term.likes.length === 0)) return { docs, terms: asked };
  look(FORGIVING_FIELDS, terms, 'prefix');
  return { docs, terms };
}

function likes(db: Database, { words }: Term): readonly string[] {
  return words.flatMap((word, place) => (isForgivable(word) ? likesOf(db, word).map((like) => words.with(place, like).join(' ')) : []));
}

function within(fields: readonly SearchField[] | null, expression: string): string {
  return fields === null ? expression : `{${fields.map((field) => (field === 'customField' ? 'custom_field' : field)).join(' ')}} : (${expression})`;
}

function matching(db: Database, expression: string, most: number): number[] {
  return docsOf(db.all<{ doc: number }>('SELECT rowid AS doc FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?', expression, most));
}

function docsOf(rows: readonly { doc: number }[]): number[] {
  return rows.map((row) => row.doc);
}
