import type { ListOperation } from '../../contract/profile/schema.ts';
import type { Spelling } from '../spelling.ts';
import type { WireRow } from '../wire-row.ts';
import type { Collection } from '../world/collection.ts';
import type { Item } from '../world/item.ts';
import { BadParameter, type Parameters } from './bad-parameter.ts';
import { readPageWish } from './pages.ts';
import { place } from './place.ts';
import { refusal, type Reply } from './reply.ts';

/** Everything a list call is answered from. */
export interface ListCall {
  readonly spec: ListOperation;
  readonly rows: Collection;
  readonly parameters: Parameters;
  /** The address that was called, without any token in it. */
  readonly address: URL;
  readonly spelling: Spelling;
  readonly toWire: (item: Item) => WireRow;
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

/** The profile's constant parameters are asked for: a reader that forgets them would not be noticed otherwise. */
function demandConstants(spec: ListOperation, parameters: Parameters): void {
  for (const [name, value] of Object.entries(spec.query)) if (parameters(name) !== value) throw new BadParameter(`${name} must be ${value}`);
}

function addressWith(address: URL, param: string, value: string): URL {
  const url = new URL(address);
  url.searchParams.set(param, value);
  return url;
}

type Next = { readonly param: string; readonly value: string } | null;

/** Where the next page is, in the words of the paging style: more of the body, or a header. */
function withNext(call: ListCall, body: unknown, next: Next): Pick<Reply, 'body' | 'headers'> {
  const { paging, items } = call.spec;
  if (paging.style === 'cursor' && items !== '') return { body: place(body, call.spelling(paging.next), next?.value ?? null) };
  if (paging.style !== 'link') return { body };
  const url = next === null ? null : addressWith(call.address, next.param, next.value);
  if (paging.next !== null && items !== '') return { body: place(body, call.spelling(paging.next), url === null ? null : `${url.pathname}${url.search}`) };
  const first = `<${addressWith(call.address, 'page', '1').href}>; rel="first"`;
  return { body, headers: { link: url === null ? first : `${first}, <${url.href}>; rel="next"; title="next, please"` } };
}

/**
 * Answers a list call. Not documented, our choices: without a sort parameter the oldest change comes first; the update
 * filter includes its bound; a page larger than the profile's size is cut to it.
 */
export function listRows(call: ListCall): Reply {
  const { spec, rows, parameters, spelling, toWire } = call;
  try {
    demandConstants(spec, parameters);
    const { offset, limit, after, next } = readPageWish(spec, parameters);
    // One row more than asked: whether it is there says whether there is a next page.
    const found = rows.list({ since: since(spec, parameters), descending: descending(spec, parameters), offset, after, limit: limit + 1 });
    const shown = found.rows.length > limit ? found.rows.slice(0, limit) : found.rows;
    const last = shown.at(-1);
    const rowPath = spelling(spec.row);
    const listed = place({}, spelling(spec.items), shown.map((item) => place({}, rowPath, toWire(item))));
    const total = spec.paging.style === 'none' || spec.items === '' ? null : spec.paging.total;
    const counted = total === null ? listed : place(listed, spelling(total), found.total);
    return { status: 200, ...withNext(call, counted, found.rows.length > limit && last ? next(last) : null) };
  } catch (error) {
    if (error instanceof BadParameter) return refusal(400, 'invalid_parameter', `${error.message}.`);
    throw error;
  }
}
