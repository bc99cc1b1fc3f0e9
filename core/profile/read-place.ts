import type { Entity } from '../../contract/entity.ts';
import type { Segment, SourceRequest } from './collection.ts';
import { readEntity } from './read-entity.ts';
import { foldKey, wordsOf } from './text.ts';
import { inSet, NARROW_WORDS, NOUNS, PATH_VERBS, TENANT_WORDS } from './vocabulary.ts';

/** What a path says of the resource at its end. */
export interface PathReading {
  /** Null when its words name none, `tag` when it does not say of what. */
  readonly entity: Entity | 'tag' | null;
  /** Place of the resource's name among the segments; -1 when there is none. */
  readonly at: number;
  /** Place of the row's id; -1 when the path ends with the resource. */
  readonly idAt: number;
  /** It lies below a row of something: part of that row, not the whole resource. */
  readonly nested: boolean;
  /** It has another place for a value that the file does not give. */
  readonly open: boolean;
  readonly narrow: boolean;
}

const NO_ENTITY = { entity: null, at: -1 } as const;

function segmentWords(segment: Segment | undefined): string[] {
  return segment?.kind === 'text' ? wordsOf(segment.text.replace(/(?:%[0-9A-F]{2})+/gi, decoded)) : [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return ' ';
  }
}

/** Whether a place in a path can be a row's id by its name (`:status` cannot). */
function namesRow(name: string): boolean {
  const key = foldKey(name);
  return /(?:id|uuid|guid|codigo|code|key|hash|numero|number)$/.test(key) || NOUNS.some(([, words]) => words.includes(key));
}

function entityAt(segments: readonly Segment[], at: number): { entity: PathReading['entity']; at: number } {
  const own = readEntity(segmentWords(segments[at]));
  if (!own || own.rest.length > 0) return NO_ENTITY;
  const before = readEntity(segmentWords(segments[at - 1]));
  if (own.entity === 'tag' && before && before.rest.length === 0) {
    // `/tickets/tags`
    if (before.entity === 'ticket') return { entity: 'ticketTag', at: at - 1 };
    if (before.entity === 'consumer') return { entity: 'consumerTag', at: at - 1 };
  }
  if (before?.entity === 'tag' && before.rest.length === 0) {
    // `/tags/tickets`
    if (own.entity === 'ticket') return { entity: 'ticketTag', at: at - 1 };
    if (own.entity === 'consumer') return { entity: 'consumerTag', at: at - 1 };
  }
  return { entity: own.entity, at };
}

function surroundings(segments: readonly Segment[], end: number): { nested: boolean; open: boolean; narrow: boolean } {
  let nested = false;
  let open = false;
  let narrow = false;
  for (let at = 0; at < end; at++) {
    const segment = segments[at];
    const words = segmentWords(segment);
    if (words.some((word) => inSet(word, NARROW_WORDS))) narrow = true;
    if (segment?.kind !== 'param') continue;
    const before = segmentWords(segments[at - 1]);
    const ofTenant = at === 0 || before.some((word) => TENANT_WORDS.has(word)) || /^v\d/.test(before[0] ?? '');
    if (!ofTenant && (segment.fill === null || readEntity(before) !== null)) nested = true;
    else if (segment.fill === null) open = true;
  }
  return { nested, open, narrow };
}

/** Reads the path of a request from its end: verbs, a row's id, the resource, and what is around it. */
export function readPlace({ segments }: Pick<SourceRequest, 'segments'>): PathReading {
  let last = segments.length - 1;
  const skipVerbs = (): void => {
    for (let words = segmentWords(segments[last]); last > 0 && words.length > 0 && words.every((word) => PATH_VERBS.has(word)); words = segmentWords(segments[last])) last -= 1;
  };
  skipVerbs();
  let idAt = -1;
  const end = segments[last];
  if (end?.kind === 'param' && namesRow(end.name)) {
    idAt = last;
    last -= 1;
    skipVerbs();
  }
  const { entity, at } = entityAt(segments, last);
  const resource = at >= 0 ? at : Math.max(last, 0);
  return { entity, at: at >= 0 ? at : last, idAt, ...surroundings(segments, resource), ...(segments[last]?.kind === 'param' ? { open: true } : {}) };
}
