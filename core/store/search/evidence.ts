import type { LookupResult } from '../../../contract/models/views.ts';
import type { NameBook } from '../views/name-book.ts';
import { SEARCH_FIELDS } from './document.ts';
import type { SearchField, SearchText } from './document.ts';
import { matchText } from './matching.ts';
import type { Hit, MatchText, Range } from './matching.ts';
import type { Standing } from './rank.ts';
import type { Term } from './terms.ts';

/** What of a query was found where in one item. */
export interface Evidence {
  readonly standing: Pick<Standing, 'forgiven' | 'places' | 'whole' | 'together'>;
  /** A term was found by the index in pieces that do not stand together: this is no result. */
  readonly refuted: boolean;
  /** Which field it was found by: the one that holds most of the terms, the earlier of `SEARCH_FIELDS` where several hold as many. */
  readonly why: () => SearchField;
  readonly matches: () => LookupResult['matches'];
}

/** Longest text of a match that is handed on whole, in UTF-16 units; of a longer one what surrounds its first place. Titles and names stay whole. */
const CLIPPED_TO = 160;
const BEFORE_PLACE = 40;
/** So much of a description is looked through for places to show. */
const DESCRIPTION_KEPT = 20_000;
const MOST_MATCHES = 8;

/** Looks for the terms in an item's texts. Descriptions are only read for what is shown: the index found there what stands nowhere else. */
export function evidence(texts: readonly SearchText[], terms: readonly Term[], names: NameBook): Evidence {
  const quick = texts.filter(({ field }) => field !== 'description').map(matchText);
  const hits = quick.map((text) => terms.map((term) => text.hit(term)));
  const best = terms.map((_term, i) => bestOf(quick, hits.map((row) => row[i] ?? null)));
  const description = texts.find(({ field }) => field === 'description');
  const prose = description === undefined ? undefined : matchText({ ...description, text: description.text.slice(0, DESCRIPTION_KEPT) });
  const everything = () => (prose === undefined ? quick : [...quick, prose]).map((text, i) => ({ text, hits: hits[i] ?? terms.map((term) => text.hit(term)) }));
  return {
    standing: {
      forgiven: best.filter((one) => one?.hit.forgiven).length,
      places: best.map((one) => (one?.hit.loose ? 'loosely' : (one?.field ?? 'description'))),
      // Wherever it stands to its last letter: a better field that holds only its beginning must not count against the item.
      whole: terms.filter((_term, i) => hits.some((row) => row[i]?.whole)).length,
      together: hits.some((row) => row.every((hit) => hit !== null)),
    },
    refuted: terms.some(({ address }, i) => address !== null && !best[i] && !prose?.hit(terms[i] as Term)),
    why: () => whyOf(everything()),
    matches: () => everything().flatMap(({ text, hits: found }) => shown(text, found, names)).slice(0, MOST_MATCHES),
  };
}

interface Looked {
  readonly text: MatchText;
  readonly hits: readonly (Hit | null)[];
}

function bestOf(texts: readonly MatchText[], hits: readonly (Hit | null)[]): { field: SearchField; hit: Hit } | null {
  let best: { field: SearchField; hit: Hit } | null = null;
  for (const [i, hit] of hits.entries()) {
    const field = texts[i]?.field;
    if (hit === null || field === undefined) continue;
    if (best === null || goodness(field, hit) > goodness(best.field, best.hit)) best = { field, hit };
  }
  return best;
}

function goodness(field: SearchField, { forgiven, whole, loose }: Hit): number {
  const weak = loose || field === 'tag' || field === 'customField';
  return (forgiven ? 0 : 4) + (weak ? 0 : 2) + (whole ? 1 : 0);
}

function whyOf(looked: readonly Looked[]): SearchField {
  let best: { field: SearchField; held: number } = { field: 'description', held: 0 };
  for (const field of SEARCH_FIELDS) {
    const rows = looked.filter(({ text }) => text.field === field).map(({ hits }) => hits);
    const held = (rows[0] ?? []).filter((_hit, i) => rows.some((row) => row[i])).length;
    if (held > best.held) best = { field, held };
  }
  return best.field;
}

function shown({ field, text, customFieldId }: MatchText, hits: readonly (Hit | null)[], names: NameBook): LookupResult['matches'] {
  const ranges = united(hits.flatMap((hit) => hit?.ranges ?? []));
  if (ranges.length === 0) return [];
  const label = customFieldId === undefined ? null : names.name('customField', customFieldId);
  const whole = field === 'number' || field === 'title' || field === 'consumer' || text.length <= CLIPPED_TO;
  return [{ field, label, ...(whole ? { text, ranges } : clipped(text, ranges)) }];
}

/** Sorted, overlapping ones as one. */
function united(ranges: readonly Range[]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}

function clipped(text: string, ranges: readonly Range[]): { text: string; ranges: [number, number][] } {
  const first = ranges[0]?.[0] ?? 0;
  const begin = Math.max(0, first - BEFORE_PLACE);
  const end = Math.min(text.length, begin + CLIPPED_TO);
  const before = begin > 0 ? '…' : '';
  const moved = ranges.filter((range) => range[1] <= end).map(([start, stop]): [number, number] => [start - begin + before.length, stop - begin + before.length]);
  return { text: `${before}${text.slice(begin, end)}${end < text.length ? '…' : ''}`, ranges: moved };
}
