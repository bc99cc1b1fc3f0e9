import { z } from 'zod';
import { ENTITIES } from '../entity.ts';
import { isTokenHeader } from './header-name.ts';

/**
 * The API profile: the one place for everything the public documentation does not say. Code holds none of it.
 * Dotted paths (`meta.total`) walk nested objects; `""` is the body itself. Names in paths and field candidates
 * match without regard to case, spaces, `_` and `-` (the documented webhook example has `company id`).
 */

/** Operations the product knows. `<entity>.list` reads many, `<entity>.get` one by id. */
export const OPERATIONS = ENTITIES.flatMap((entity) => [`${entity}.list`, `${entity}.get`] as const) as readonly OperationName[];
/** Name of an operation. */
export type OperationName = `${(typeof ENTITIES)[number]}.${'list' | 'get'}`;

const path = z.string().startsWith('/').max(300);
const dotted = z.string().max(200);
/** A version's path prefix: nothing, or a path of its own; anything else would change the host. */
const prefix = z.string().max(100).regex(/^(?:\/|$)/);
/** A header that may carry a token. */
const headerName = z.string().refine(isTokenHeader, { message: 'not a header for a token' });
/**
 * Statuses that may say that a refresh token is dead. Anything else would throw away a good answer or take an outage for
 * a refusal: the refresh token would be lost with it.
 */
const REFUSING = new Set([400, 401, 403, 404, 410, 422]);
/** A regular expression that compiles. */
const expression = z.string().max(500).refine((source) => {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}, { message: 'not a regular expression' });

/** A query parameter's name. */
const param = z.string().min(1).max(100);
/** What every way of paging has: the parameter that asks for so many rows (null: the server decides), and where the count of all rows sits. */
const paged = { sizeParam: param.nullable(), size: z.number().int().min(1).max(1000), total: dotted.nullable() };
/** Numbered pages; without a total a short page is the last. */
const pagePaging = z.strictObject({ style: z.literal('page'), pageParam: param, firstPage: z.number().int().min(0), ...paged });
/** So many rows left out. */
const offsetPaging = z.strictObject({ style: z.literal('offset'), offsetParam: param, ...paged });
/** Each reply names where the next begins; `next` is the place of that name, absent or null or empty after the last page. */
const cursorPaging = z.strictObject({ style: z.literal('cursor'), cursorParam: param, next: dotted, ...paged });
/** Each reply gives the next page's address: in the body at `next`, or in the `Link` header (RFC 8288, `rel="next"`) when that is null. */
const linkPaging = z.strictObject({ style: z.literal('link'), next: dotted.nullable(), ...paged });
/** Everything in one reply. */
const noPaging = z.strictObject({ style: z.literal('none') });
/** How a list is divided. */
export const pagingSchema = z.discriminatedUnion('style', [pagePaging, offsetPaging, cursorPaging, linkPaging, noPaging]);
/** See {@link pagingSchema}. */
export type Paging = z.infer<typeof pagingSchema>;

/** How to read many rows. */
export const listOperationSchema = z.strictObject({
  method: z.enum(['GET', 'POST']).default('GET'),
  path,
  /** Constant query parameters. */
  query: z.record(z.string(), z.string()).default({}),
  /** Where the rows are in the reply. */
  items: dotted,
  /** Where the row sits in each of the items; `""` when an item is the row. */
  row: dotted.default(''),
  paging: pagingSchema,
  /** Parameter that keeps rows updated at or after a time; null when there is none. */
  updatedSince: z.strictObject({ param: z.string(), format: z.enum(['iso', 'epochMs', 'epochS']) }).nullable(),
  /** Parameter and values that order by update time; null when there is none. */
  sort: z.strictObject({ param: z.string(), ascending: z.string(), descending: z.string() }).nullable(),
  /** Parameter that keeps rows which hold a text (a number, say); left out or null when none is documented. */
  search: z.strictObject({ param }).nullable().optional(),
});
/** See {@link listOperationSchema}. */
export type ListOperation = z.infer<typeof listOperationSchema>;

/** How to read one row; `{id}` in the path is replaced, percent-encoded. */
export const getOperationSchema = z.strictObject({ method: z.enum(['GET', 'POST']).default('GET'), path, item: dotted });
/** See {@link getOperationSchema}. */
export type GetOperation = z.infer<typeof getOperationSchema>;

const operations = z.partialRecord(z.enum(OPERATIONS as readonly [OperationName, ...OperationName[]]), z.union([listOperationSchema, getOperationSchema]));

/** Field candidates: record field → wire names to try, first that is present wins. */
const candidates = z.record(z.string(), z.array(z.string()).min(1));

/** Where an item is in Cxpress's own screens: an https address with `{id}` or `{number}` behind the host. */
const webLink = z.string().max(500).regex(/^https:\/\/[a-z0-9.-]+\/[^\s\\]*\{(?:id|number)\}/i).nullable();

/** What a profile's id may be. */
export const PROFILE_ID = /^[a-z0-9.-]{1,60}$/;

/** The whole profile. */
export const apiProfileSchema = z.strictObject({
  schema: z.literal(1),
  id: z.string().regex(PROFILE_ID),
  name: z.string().max(120),
  /** `guess`: never confirmed against a real account; `imported`: read from a vendor document. */
  origin: z.enum(['guess', 'imported']),
  /** The API address, when the document it was read from names one; only offered, never used unasked. */
  baseUrl: z.string().max(2048).nullable().default(null),
  /** Where the API token goes. */
  auth: z.discriminatedUnion('in', [
    z.strictObject({ in: z.literal('header'), header: headerName, prefix: z.string().max(40).regex(/^[\x20-\x7e]*$/) }),
    z.strictObject({ in: z.literal('query'), param }),
  ]),
  refresh: z.strictObject({
    method: z.literal('POST'), path,
    /** JSON body; the text `{refreshToken}` is replaced. */
    body: z.record(z.string(), z.string()),
    read: z.strictObject({ apiToken: z.array(dotted).min(1), refreshToken: z.array(dotted).min(1) }),
    /** Statuses that mean "this refresh token is dead" when the body is JSON. */
    rejectedStatuses: z.array(z.number().refine((status) => REFUSING.has(status), { message: 'no status of a refusal' })).min(1),
  }),
  /** How a blocked address is answered. A file has no say in it: core/profile/read-profile-file.ts puts the app's own there. */
  block: z.strictObject({ statuses: z.array(z.number().int()).min(1), bodyPattern: expression.nullable() }),
  /** Newest first. An operation is taken from the first version that has it (Cxpress API docs, "Structure" §2). */
  versions: z.array(z.strictObject({ name: z.string(), prefix, operations })).min(1),
  fields: z.partialRecord(z.enum(ENTITIES), candidates),
  /** Wire names of entities in webhooks, matched without case, spaces, `_`, `-`. */
  webhookEntities: z.record(z.enum(ENTITIES), z.array(z.string()).min(1)),
  /** Addresses of items in Cxpress's own screens; left out or null where they are not known. */
  webLinks: z.strictObject({ ticket: webLink, task: webLink }).optional(),
});
/** See {@link apiProfileSchema}. */
export type ApiProfile = z.infer<typeof apiProfileSchema>;
