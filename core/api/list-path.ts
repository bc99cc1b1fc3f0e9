import type { ListOperation } from '../../contract/profile/schema.ts';
import { withQuery } from './authorisation.ts';
import { pageParameters, type PageCursor } from './paging.ts';
import type { ListRequest } from './port.ts';
import type { Resolved } from './resolve-operation.ts';

function since(time: number, format: 'iso' | 'epochMs' | 'epochS'): string {
  if (format === 'iso') return new Date(time).toISOString();
  return String(format === 'epochMs' ? time : Math.floor(time / 1000));
}

/** Path and query that ask for a page of a list, without the token. */
export function listPath({ prefix, operation }: Resolved<ListOperation>, cursor: PageCursor, request: ListRequest): string {
  const { paging, updatedSince, sort, search } = operation;
  // A link holds everything that was asked for on the first page.
  if (paging.style === 'link' && typeof cursor.at === 'string') return cursor.at;
  const query = new URLSearchParams(operation.query);
  for (const [name, value] of pageParameters(paging, cursor, request.size)) query.set(name, value);
  if (updatedSince && request.updatedSince !== null) query.set(updatedSince.param, since(request.updatedSince, updatedSince.format));
  if (sort) query.set(sort.param, request.order === 'newestFirst' ? sort.descending : sort.ascending);
  if (search && request.search !== undefined) query.set(search.param, request.search);
  return withQuery(`${prefix}${operation.path}`, query.toString());
}
