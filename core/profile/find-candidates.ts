import { ENTITIES, type Entity } from '../../contract/entity.ts';
import type { Reason } from '../../contract/profile/proposal.ts';
import type { OperationName } from '../../contract/profile/schema.ts';
import { changes } from './changing-call.ts';
import type { SourceRequest } from './collection.ts';
import { findItem, findRows } from './example-shape.ts';
import { findVersion, type VersionMark } from './find-version.ts';
import { readEntity, type NamedEntity } from './read-entity.ts';
import { readPlace, type PathReading } from './read-place.ts';
import { wordsOf } from './text.ts';
import { inSet, NARROW_WORDS, SEARCH_WORDS } from './vocabulary.ts';

/** A request that may be an operation, and what speaks for it. */
export interface Candidate {
  readonly operation: OperationName;
  readonly entity: Entity;
  readonly kind: 'list' | 'get';
  readonly request: SourceRequest;
  readonly place: PathReading;
  readonly version: VersionMark;
  readonly score: number;
  /** Whether the path itself names the entity. */
  readonly byPath: boolean;
  /** What a saved answer says: it fits, it does not, or there is none. */
  readonly example: 'fits' | 'misfits' | 'none';
  readonly because: readonly Reason[];
  /** It goes to another host than the rest of the profile. */
  readonly elsewhere?: boolean;
}

/** Weights: a path says more than a folder, a folder more than a name. */
const WEIGHT = { path: 6, folder: 3, name: 2, example: 2, misfit: -3, narrow: -3, open: -2, post: -3 };
/** Less than this is no candidate. */
const THRESHOLD = 3;

function strict(named: NamedEntity | null): NamedEntity | null {
  return named && named.rest.length === 0 ? named : null;
}

function folderEntity(folders: readonly string[]): NamedEntity | null {
  for (const folder of folders.toReversed()) {
    const named = strict(readEntity(wordsOf(folder)));
    if (named) return named;
  }
  return null;
}

function tagOwner(...others: (NamedEntity | null)[]): Entity {
  const entities = others.map((named) => named?.entity);
  return entities.includes('consumerTag') || (entities.includes('consumer') && !entities.includes('ticketTag')) ? 'consumerTag' : 'ticketTag';
}

/** Whether a request changes something by its words; one that only reads may still be a POST. */
export function isChange(request: SourceRequest): boolean {
  if (request.method !== 'GET' && request.method !== 'POST') return true;
  const words = wordsOf(request.name);
  const last = request.segments.at(-1);
  const tail = last?.kind === 'text' ? wordsOf(last.text) : [];
  return changes(request.method, words, tail) !== 'no';
}

/** What a request's saved answers say of a reading. */
export function exampleFit(request: SourceRequest, entity: Entity, kind: 'list' | 'get'): Candidate['example'] {
  if (request.examples.length === 0) return 'none';
  return request.examples.some(({ json }) => (kind === 'list' ? findRows(json, entity) : findItem(json, entity)) !== null) ? 'fits' : 'misfits';
}

function same(named: NamedEntity | null, entity: Entity): boolean {
  return named?.entity === entity || (named?.entity === 'tag' && (entity === 'ticketTag' || entity === 'consumerTag'));
}

interface Names {
  readonly words: readonly string[];
  readonly byName: NamedEntity | null;
  readonly byFolder: NamedEntity | null;
}

/**
 * The entity a request is about. Where the path names none, the name must say it without a word left over: "Comments"
 * in the folder Tickets is no ticket, "List" is.
 */
function entityOf(place: PathReading, { words, byName, byFolder }: Names): Entity | null {
  const bare = words.length > 0 && words.every((word) => SEARCH_WORDS.has(word));
  const entity = place.entity ?? strict(byName)?.entity ?? (bare ? byFolder?.entity : undefined) ?? null;
  return entity === 'tag' ? tagOwner(byName, byFolder) : entity;
}

function candidate(request: SourceRequest): Candidate[] {
  const place = readPlace(request);
  const words = wordsOf(request.name);
  const names = { words, byName: readEntity(words), byFolder: folderEntity(request.folders) };
  const { byName, byFolder } = names;
  const entity = place.nested || isChange(request) ? null : entityOf(place, names);
  if (entity === null) return [];
  const kind = place.idAt >= 0 ? 'get' : 'list';
  if (kind === 'get' && request.method === 'POST') return [];
  const example = exampleFit(request, entity, kind);
  const narrow = place.narrow || (byName?.rest ?? words).some((word) => inSet(word, NARROW_WORDS));
  const facts: [boolean, number, Reason | null][] = [
    [place.entity !== null, WEIGHT.path, 'pathMatches'],
    [same(byFolder, entity), WEIGHT.folder, 'folderMatches'],
    [same(byName, entity), WEIGHT.name, 'nameMatches'],
    [kind === 'get', 0, 'idInPath'],
    [example === 'fits', WEIGHT.example, kind === 'list' ? 'exampleHasItems' : null],
    [example === 'misfits', WEIGHT.misfit, 'exampleMissing'],
    [example === 'none', 0, 'exampleMissing'],
    [narrow, WEIGHT.narrow, null],
    [place.open, WEIGHT.open, 'variableUnknown'],
    [request.method === 'POST', WEIGHT.post, null],
  ];
  const held = facts.filter(([holds]) => holds);
  const score = held.reduce((sum, [, weight]) => sum + weight, 0);
  if (score < THRESHOLD) return [];
  const version = findVersion(request, Math.max(place.at, 0));
  return [{ operation: `${entity}.${kind}`, entity, kind, request, place, version, score, byPath: place.entity !== null, example, because: held.flatMap(([, , reason]) => reason ?? []) }];
}

/** Every request that may be an operation. */
export function findCandidates(requests: readonly SourceRequest[]): Candidate[] {
  return requests.flatMap(candidate);
}

/** The candidate a person chose for an operation; null when the request cannot be it (it changes something, or has no place for an id). */
export function chosenCandidate(request: SourceRequest | undefined, operation: OperationName): Candidate | null {
  if (!request || isChange(request)) return null;
  const entity = ENTITIES.find((one) => operation.startsWith(`${one}.`)) as Entity;
  const kind = operation.endsWith('.list') ? 'list' : 'get';
  const read = readPlace(request);
  const idAt = kind === 'list' ? -1 : read.idAt >= 0 ? read.idAt : request.segments.findLastIndex((segment) => segment.kind === 'param');
  if (kind === 'get' && idAt < 0) return null;
  const example = exampleFit(request, entity, kind);
  const open = request.segments.some((segment, at) => segment.kind === 'param' && segment.fill === null && at !== idAt);
  const because: Reason[] = ['chosenByHand', ...(example === 'fits' ? (kind === 'list' ? (['exampleHasItems'] as const) : []) : (['exampleMissing'] as const)), ...(open ? (['variableUnknown'] as const) : [])];
  const place = { ...read, idAt, open };
  return { operation, entity, kind, request, place, version: findVersion(request, Math.max(place.at, 0)), score: 0, byPath: true, example, because };
}
