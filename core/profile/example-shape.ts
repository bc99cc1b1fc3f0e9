import { isObject } from '../api/read-path.ts';
import type { Entity } from '../../contract/entity.ts';
import { namedMembers } from './json.ts';
import { SEARCH_LIMIT } from './limits.ts';
import { readEntity } from './read-entity.ts';
import { foldKey, wordsOf } from './text.ts';

/** Rows found in an example: where the list is, where the row sits in each, and the rows themselves. */
export interface FoundRows {
  readonly items: string;
  readonly row: string;
  readonly rows: readonly Record<string, unknown>[];
  /** How many the list has. */
  readonly length: number;
}

/** One row found in an example. */
export interface FoundItem {
  readonly item: string;
  readonly row: Record<string, unknown>;
}

const ENVELOPES = new Set(['data', 'item', 'items', 'result', 'results', 'record', 'records', 'row', 'rows', 'list', 'content', 'hits', 'entries', 'docs', 'values', 'payload', 'response', 'body', 'embedded', 'resultado', 'resultados', 'registro', 'registros', 'dado', 'dados', 'dato', 'datos', 'lista', 'itens', 'elementos', 'conteudo', 'contenido', 'objeto', 'objects', 'edges', 'nodes']);
const ASIDE = new Set(['errors', 'error', 'erros', 'errores', 'warnings', 'links', 'link', 'included', 'meta', 'filters', 'columns', 'facets', 'aggregations', 'messages', 'pagination', 'paging', 'paginacao', 'paginacion', 'page']);
const ID_KEYS = new Set(['id', 'uuid', 'guid', 'identificador', 'codigo']);
const DEPTH = 5;
const SAMPLE = 20;

/** Whether an object has a member that is an id by its name. */
export function hasId(row: Record<string, unknown>): boolean {
  return namedMembers(row).some(([name, value]) => ID_KEYS.has(foldKey(name)) && (typeof value === 'string' || typeof value === 'number'));
}

function names(entity: Entity, name: string): boolean {
  const read = readEntity(wordsOf(name));
  return read !== null && read.rest.length === 0 && (read.entity === entity || (read.entity === 'tag' && (entity === 'ticketTag' || entity === 'consumerTag')));
}

/** A level of an example: value, dotted path and the last name in it. */
interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly name: string;
  readonly depth: number;
}

/** Objects of an example from the outside in, without going into lists; bounded. */
function* places(json: unknown, enter: (name: string) => boolean): Generator<Place> {
  const queue: Place[] = [{ value: json, path: '', name: '', depth: 0 }];
  for (let at = 0; at < queue.length && at < SEARCH_LIMIT; at++) {
    const place = queue[at] as Place;
    yield place;
    if (place.depth >= DEPTH) continue;
    for (const [name, value] of namedMembers(place.value)) {
      if (typeof value === 'object' && value !== null && enter(name)) queue.push({ value, path: place.path === '' ? name : `${place.path}.${name}`, name, depth: place.depth + 1 });
    }
  }
}

/** The name under which each item holds its row; `''` when the item is the row. */
function rowName(items: readonly Record<string, unknown>[]): string {
  const [first] = items;
  if (!first || items.some(hasId)) return '';
  const inner = namedMembers(first).filter(([, value]) => isObject(value));
  const [only] = inner;
  if (!only || inner.length > 1) return '';
  const [name] = only;
  const every = items.every((item) => isObject(item[name]));
  return every && (Object.keys(first).length === 1 || hasId(only[1] as Record<string, unknown>)) ? name : '';
}

function rank(entity: Entity, place: Place, list: readonly unknown[]): number {
  const byName = place.path === '' ? 4 : names(entity, place.name) ? 6 : ENVELOPES.has(foldKey(place.name)) ? 4 : 0;
  const parents = place.path.split('.').slice(0, -1);
  const known = parents.every((name) => ENVELOPES.has(foldKey(name)) || names(entity, name)) ? 1 : 0;
  return byName + known + (list.length > 0 ? 2 : 0) - place.depth;
}

/** Finds the rows of an entity in an example of a list; null when there is no list that may be it. */
export function findRows(json: unknown, entity: Entity): FoundRows | null {
  let best: { place: Place; list: readonly unknown[]; score: number } | null = null;
  for (const place of places(json, (name) => !ASIDE.has(foldKey(name)))) {
    if (!Array.isArray(place.value)) continue;
    const list = place.value as unknown[];
    if (list.slice(0, SAMPLE).some((item) => !isObject(item))) continue;
    const score = rank(entity, place, list);
    // A list inside a single row (its tags) is not the answer's list.
    const inRow = place.depth > 0 && !names(entity, place.name) && !ENVELOPES.has(foldKey(place.name));
    if (!inRow && score > (best?.score ?? 0)) best = { place, list, score };
  }
  if (!best) return null;
  const items = best.list.slice(0, SAMPLE).filter(isObject);
  const row = rowName(items);
  return { items: best.place.path, row, rows: row === '' ? items : items.map((item) => item[row]).filter(isObject), length: best.list.length };
}

/** Finds the row of an entity in an example of reading one; null when there is none. */
export function findItem(json: unknown, entity: Entity): FoundItem | null {
  let envelope: FoundItem | null = null;
  for (const { value, path, name } of places(json, (inner) => names(entity, inner) || ENVELOPES.has(foldKey(inner)))) {
    if (!isObject(value)) continue;
    if (hasId(value)) return { item: path, row: value };
    if (names(entity, name)) envelope ??= { item: path, row: value };
  }
  return envelope;
}

/** Scalars of an answer outside its lists, with their dotted paths; bounded. */
export function* answerScalars(json: unknown): Generator<{ readonly path: string; readonly name: string; readonly parent: string; readonly value: unknown }> {
  for (const place of places(json, () => true)) {
    if (!isObject(place.value)) continue;
    for (const [name, value] of namedMembers(place.value)) {
      if (typeof value !== 'object' || value === null) yield { path: place.path === '' ? name : `${place.path}.${name}`, name, parent: place.name, value };
    }
  }
}
