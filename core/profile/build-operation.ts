import type { Confidence, Reason } from '../../contract/profile/proposal.ts';
import type { GetOperation, ListOperation } from '../../contract/profile/schema.ts';
import type { Parameter } from './collection.ts';
import { findItem, findRows, type FoundRows } from './example-shape.ts';
import type { Candidate } from './find-candidates.ts';
import { findPaging } from './find-paging.ts';
import { findSort, findUpdatedSince, type FoundSort } from './find-update-order.ts';
import { foldKey } from './text.ts';

/** An operation and what is to be said of it. `rows` are the sample rows it shows. */
export interface BuiltOperation {
  readonly operation: ListOperation | GetOperation;
  readonly because: readonly Reason[];
  readonly confidence: Exclude<Confidence, 'missing'>;
  readonly rows: readonly Record<string, unknown>[];
}

const LEVELS = ['low', 'medium', 'high'] as const;
/** Parameters that ask for more of each row and leave none out; only these are kept as they are. */
const KEPT = new Set(['include', 'includes', 'expand', 'with', 'embed', 'populate', 'relations', 'incluir', 'expandir', 'format', 'view', 'detail', 'details']);

function lower(a: BuiltOperation['confidence'], b: BuiltOperation['confidence']): BuiltOperation['confidence'] {
  return LEVELS[Math.min(LEVELS.indexOf(a), LEVELS.indexOf(b))] ?? 'low';
}

/** How sure the choice of the request itself is. */
function sureness(candidate: Candidate, several: boolean): BuiltOperation['confidence'] {
  const { byPath, example, place, request } = candidate;
  if (place.open || request.method === 'POST' || example === 'misfits' || candidate.elsewhere === true) return 'low';
  const level = (byPath ? 1 : 0) + (example === 'fits' ? 1 : 0) - (several ? 1 : 0);
  return LEVELS[Math.max(level, 0)] ?? 'low';
}

function kept(parameters: readonly Parameter[], sort: FoundSort | null): Record<string, string> {
  const constant = parameters.filter(({ name, value }) => KEPT.has(foldKey(name)) && value !== null && value !== '' && !/[{}<>]/.test(value));
  return Object.fromEntries([...constant.map(({ name, value }): [string, string] => [name, value ?? '']), ...Object.entries(sort?.query ?? {})]);
}

function methodOf({ request }: Candidate): 'GET' | 'POST' {
  return request.method === 'POST' ? 'POST' : 'GET';
}

/** The rows of a request's saved answers; those of an answer that has any come first. */
export function sampleRows(candidate: Candidate): FoundRows | null {
  const found = candidate.request.examples.flatMap(({ json }) => findRows(json, candidate.entity) ?? []);
  return found.find(({ length }) => length > 0) ?? found[0] ?? null;
}

/** Builds a list operation at a path; `envelope` is where rows are when no saved answer shows it. */
export function buildList(candidate: Candidate, several: boolean, path: string, envelope: string): BuiltOperation {
  const { request } = candidate;
  const rows = sampleRows(candidate);
  const found = findPaging(request, rows);
  const free = request.parameters.filter(({ name }) => !found.uses.includes(name));
  const filter = findUpdatedSince(free);
  const sort = findSort(free);
  const operation: ListOperation = {
    method: methodOf(candidate),
    path,
    query: kept(free, sort),
    items: rows?.items ?? envelope,
    row: rows?.row ?? '',
    paging: found.paging,
    updatedSince: filter?.filter ?? null,
    sort: sort?.sort ?? null,
  };
  const because: Reason[] = [found.because, filter ? 'filterFound' : 'filterMissing', sort ? 'sortFound' : 'sortMissing'];
  // A filter that may be about something else than changes would lose some.
  const confidence = lower(sureness(candidate, several), lower(found.confidence, filter?.sure === false ? 'medium' : 'high'));
  return { operation, because, confidence, rows: rows?.rows ?? [] };
}

/** Builds a get operation at a path; `envelope` is where the row is when no saved answer shows it. */
export function buildGet(candidate: Candidate, several: boolean, path: string, envelope: string): BuiltOperation {
  const found = candidate.request.examples.flatMap(({ json }) => findItem(json, candidate.entity) ?? [])[0];
  return { operation: { method: methodOf(candidate), path, item: found?.item ?? envelope }, because: [], confidence: sureness(candidate, several), rows: found ? [found.row] : [] };
}
