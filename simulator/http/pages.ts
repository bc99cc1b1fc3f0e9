import type { ListOperation, Paging } from '../../contract/profile/schema.ts';
import type { Item } from '../world/item.ts';
import { BadParameter, wholeNumber, type Parameters } from './bad-parameter.ts';
import { positionText, readPosition, type Position } from './position.ts';

/** Which rows a call asks for, and how its answer says where the next ones are. */
export interface PageWish {
  readonly offset: number;
  readonly limit: number;
  readonly after: Position | null;
  /** What leads to the page after the one that ends with `last`: a cursor, or a parameter of the next address; null where the reader counts for itself. */
  readonly next: (last: Item) => { readonly param: string; readonly value: string } | null;
}

/** Parameters that addresses in link paging carry. Readers follow addresses as they are, so no profile knows these names. */
const LINK_PAGE = 'page';
const LINK_POSITION = 'position';

function limitOf(paging: Exclude<Paging, { style: 'none' }>, parameters: Parameters): number {
  if (paging.sizeParam === null) return paging.size;
  const size = wholeNumber(parameters(paging.sizeParam), paging.size, paging.sizeParam);
  if (size < 1) throw new BadParameter(`${paging.sizeParam} must be at least 1`);
  return Math.min(size, paging.size);
}

function numbered(parameters: Parameters, pageParam: string, firstPage: number, limit: number): { offset: number; page: number } {
  const page = wholeNumber(parameters(pageParam), firstPage, pageParam);
  if (page < firstPage) throw new BadParameter(`${pageParam} begins at ${firstPage}`);
  return { offset: (page - firstPage) * limit, page };
}

function keyset(parameters: Parameters, param: string, limit: number): PageWish {
  const text = parameters(param);
  const after = text === null || text === '' ? null : readPosition(text);
  if (text !== null && text !== '' && after === null) throw new BadParameter(`${param} is not one that this server gave`);
  return { offset: 0, limit, after, next: (last) => ({ param, value: positionText(last) }) };
}

/**
 * Reads what a call asks for. Not documented, our choices: numbered pages, offsets and addresses in the `Link` header
 * count rows, so that changes move rows between pages; cursors and addresses in the body name a row's update time and
 * id, so that they do not.
 */
export function readPageWish({ paging }: ListOperation, parameters: Parameters): PageWish {
  if (paging.style === 'none') return { offset: 0, limit: Infinity, after: null, next: () => null };
  const limit = limitOf(paging, parameters);
  switch (paging.style) {
    case 'page':
      return { offset: numbered(parameters, paging.pageParam, paging.firstPage, limit).offset, limit, after: null, next: () => null };
    case 'offset':
      return { offset: wholeNumber(parameters(paging.offsetParam), 0, paging.offsetParam), limit, after: null, next: () => null };
    case 'cursor':
      return keyset(parameters, paging.cursorParam, limit);
    case 'link': {
      if (paging.next !== null) return keyset(parameters, LINK_POSITION, limit);
      const { offset, page } = numbered(parameters, LINK_PAGE, 1, limit);
      return { offset, limit, after: null, next: () => ({ param: LINK_PAGE, value: String(page + 1) }) };
    }
  }
}
