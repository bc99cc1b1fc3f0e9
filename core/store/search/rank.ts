import { foldText } from './folding.ts';
import type { SearchField } from './document.ts';

/** Where a word was found: a field, or digits of a phone number that may be there by chance. */
export type Place = SearchField | 'loosely';

/** What decides the order of results; nothing else does. */
export interface Standing {
  /** The query is its number or id. */
  readonly exact: boolean;
  /** How many words were found only with a mistake forgiven. */
  readonly forgiven: number;
  /** For each word of the query the best place that holds it. */
  readonly places: readonly Place[];
  /** How many words stand somewhere to their last letter. */
  readonly whole: number;
  /** All words stand in one text. */
  readonly together: boolean;
  readonly mine: boolean;
  readonly status: string | null;
  /** Its place in "newest change first": larger is newer, and about the change time in epoch ms. */
  readonly doc: number;
}

/** Changes this close were made together, as in a mass edit, so that which was later says nothing. */
const TOGETHER_MS = 1_000;
/** How much a place says about what was meant. */
const STRENGTH: Readonly<Record<Place, number>> = { number: 3, title: 3, consumer: 3, email: 3, phone: 3, tag: 2, customField: 2, loosely: 2, description: 1 };

/**
 * States that are called finished in the three languages of the app. What states Cxpress has is not documented; a state
 * of any other name counts as open, and this decides only between results that changed together.
 */
const FINISHED: ReadonlySet<string> = new Set(
  'closed resolved solved done finished completed cancelled canceled fechado fechada resolvido resolvida concluido concluida encerrado encerrada finalizado finalizada cancelado cancelada cerrado cerrada resuelto resuelta terminado terminada completado completada'.split(' '),
);

/**
 * Orders results, best first: an exact number; fewer mistakes; found in number, title, consumer, e-mail or phone before
 * tag and custom field before description (the weakest word counts); more whole words; all words in one text; mine; the
 * later second; open before finished; the later change.
 */
export function byRank(a: Standing, b: Standing): number {
  return (
    Number(b.exact) - Number(a.exact) ||
    a.forgiven - b.forgiven ||
    strength(b) - strength(a) ||
    b.whole - a.whole ||
    Number(b.together) - Number(a.together) ||
    Number(b.mine) - Number(a.mine) ||
    Math.floor(b.doc / TOGETHER_MS) - Math.floor(a.doc / TOGETHER_MS) ||
    Number(isFinished(a.status)) - Number(isFinished(b.status)) ||
    b.doc - a.doc
  );
}

function strength({ places }: Standing): number {
  return Math.min(...places.map((place) => STRENGTH[place]), STRENGTH.number);
}

/** Whether a state's name says that nothing is left to do. */
export function isFinished(status: string | null): boolean {
  return status !== null && FINISHED.has(foldText(status).folded.trim());
}
