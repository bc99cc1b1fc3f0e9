import type { Paging } from '../../contract/profile/schema.ts';
import { firstPage, optional, optionalParam, pageSize, required } from './part-checks.ts';
import type { PartField, Values } from './part-field.ts';

/** The ways to turn pages, in the order of the select. */
const STYLES = ['page', 'offset', 'cursor', 'link', 'none'] as const satisfies readonly Paging['style'][];

/** A way's own controls. */
function ownFields(style: string, paging: Paging): PartField[] {
  switch (style) {
    case 'page':
      return [
        { key: 'pageParam', value: paging.style === 'page' ? paging.pageParam : 'page', check: required },
        { key: 'firstPage', value: String(paging.style === 'page' ? paging.firstPage : 1), check: firstPage },
      ];
    case 'offset':
      return [{ key: 'offsetParam', value: paging.style === 'offset' ? paging.offsetParam : 'offset', check: required }];
    case 'cursor':
      return [
        { key: 'cursorParam', value: paging.style === 'cursor' ? paging.cursorParam : 'cursor', check: required },
        { key: 'next', value: paging.style === 'cursor' ? paging.next : '', help: 'dotted', check: required },
      ];
    case 'link':
      return [{ key: 'nextLink', value: paging.style === 'link' ? (paging.next ?? '') : '', help: 'nextLink', check: optional }];
    default:
      return [];
  }
}

/** The controls of paging; the way that is `typed` decides which. */
export function pagingFields(paging: Paging, typed: Values): PartField[] {
  const style = typed.paging ?? paging.style;
  const known = paging.style === 'none' ? { sizeParam: null, size: 100, total: null } : paging;
  const common: PartField[] = [
    { key: 'sizeParam', value: known.sizeParam ?? '', help: 'optional', check: optionalParam },
    { key: 'size', value: String(known.size), check: pageSize },
    { key: 'total', value: known.total ?? '', help: 'optional', check: optional },
  ];
  return [{ key: 'paging', value: paging.style, options: STYLES }, ...ownFields(style, paging), ...(style === 'none' ? [] : common)];
}

/** What the controls say. */
export function readPaging(text: (key: string) => string): Paging {
  const paged = { sizeParam: text('sizeParam') || null, size: Number(text('size')), total: text('total') || null };
  switch (text('paging')) {
    case 'page':
      return { style: 'page', pageParam: text('pageParam'), firstPage: Number(text('firstPage')), ...paged };
    case 'offset':
      return { style: 'offset', offsetParam: text('offsetParam'), ...paged };
    case 'cursor':
      return { style: 'cursor', cursorParam: text('cursorParam'), next: text('next'), ...paged };
    case 'link':
      return { style: 'link', next: text('nextLink') || null, ...paged };
    default:
      return { style: 'none' };
  }
}
