import type { ListOperation } from '../../contract/profile/schema.ts';
import type { Collection } from '../world/collection.ts';
import type { Item } from '../world/item.ts';
import type { WireRow } from '../wire-row.ts';
import { place } from './place.ts';
import { refusal, type Reply } from './reply.ts';

/** Query parameters of a call, from the address or a POST body. */
export type Parameters = (name: string) => string | null;

/** A parameter says something that the operation does not understand. */
class BadParameter extends Error {}

function wholeNumber(text: string | null, fallback: number, name: string): number {
  if (text === null) return fallback;
  if (!/^\d{1,9}$/.test(text)) throw new BadParameter(`${name} must be a whole number`);
  return Number(text);
}

function slice(spec: ListOperation, parameters: Parameters): { offset: number; limit: number } {
  const { paging } = spec;
  if (paging.style === 'none') return { offset: 0, limit: Infinity };
  const page = wholeNumber(parameters(paging.pageParam), paging.firstPage, paging.pageParam);
  const size = wholeNumber(parameters(paging.sizeParam), paging.size, paging.sizeParam);
  if (page < paging.firstPage) throw new BadParameter(`${paging.pageParam} begins at ${paging.firstPage}`);
  if (size < 1) throw new BadParameter(`${paging.sizeParam} must be at least 1`);
  const limit = Math.min(size, paging.size);
  return { offset: (page - paging.firstPage) * limit, limit };
}

function since(spec: ListOperation, parameters: Parameters): number | null {
  const text = spec.updatedSince === null ? null : parameters(spec.updatedSince.param);
  if (text === null || spec.updatedSince === null) return null;
  const { format, param } = spec.updatedSince;
  const time = format === 'iso' ? Date.parse(text) : Number(text) * (format === 'epochS' ? 1000 : 1);
  if (!Number.isFinite(time)) throw new BadParameter(`${param} is not a time`);
  return time;
}

function descending(spec: ListOperation, parameters: Parameters): boolean {
  const text = spec.sort === null ? null : parameters(spec.sort.param);
  if (text === null || spec.sort === null) return false;
  if (text !== spec.sort.ascending && text !== spec.sort.descending) throw new BadParameter(`${spec.sort.param} must be ${spec.sort.ascending} or ${spec.sort.descending}`);
  return text === spec.sort.descending;
}

/**
 * Answers a list call. Not documented, our choices: without a sort parameter the oldest change comes first; the update
 * filter includes its bound; a page larger than the profile's size is cut to it.
 */
export function listRows(spec: ListOperation, rows: Collection, parameters: Parameters, toWire: (item: Item) => WireRow): Reply {
  try {
    const page = rows.list({ since: since(spec, parameters), descending: descending(spec, parameters), ...slice(spec, parameters) });
    const withRows = place({}, spec.items, page.rows.map(toWire));
    const totalAt = spec.paging.style === 'page' ? spec.paging.total : null;
    return { status: 200, body: totalAt === null || spec.items === '' ? withRows : place(withRows, totalAt, page.total) };
  } catch (error) {
    if (error instanceof BadParameter) return refusal(400, 'invalid_parameter', `${error.message}.`);
    throw error;
  }
}
