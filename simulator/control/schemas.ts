import { z } from 'zod';
import { ENTITIES, entitySchema, itemIdSchema } from '../../contract/entity.ts';
import { OPERATIONS } from '../../contract/profile/schema.ts';
import { QUIET_CHANGES } from '../event-log.ts';

/** What the control API takes. A field that is missing keeps its value; an unknown one is an error. */

const milliseconds = z.number().int().min(0).max(10 ** 11);
/** Field values by record field name; any JSON, so that a script can send what a server should not. */
const fields = z
  .record(z.string().min(1).max(100), z.json())
  .refine((patch) => !('id' in patch), { message: 'an id cannot be changed' })
  .refine((patch) => ['createdAt', 'updatedAt'].every((name) => !(name in patch) || Number.isSafeInteger(patch[name])), { message: 'createdAt and updatedAt are whole epoch milliseconds' })
  .refine((patch) => !('deletedAt' in patch) || patch['deletedAt'] === null || Number.isSafeInteger(patch['deletedAt']), { message: 'deletedAt is whole epoch milliseconds or null' });

/** `PATCH /entities/:entity/:id`. */
export const patchBody = fields;

/** `POST /events`: does the thing `count` times. */
export const emitBody = z
  .strictObject({
    action: z.enum(['create', 'update', 'delete', ...QUIET_CHANGES]), entity: entitySchema, id: itemIdSchema.exactOptional(), fields: fields.exactOptional(),
    tell: z.boolean().exactOptional(), count: z.number().int().min(1).max(10_000).default(1),
  })
  .refine(({ action, tell }) => tell === undefined || QUIET_CHANGES.some((quiet) => quiet === action), { message: `tell goes with ${QUIET_CHANGES.join(', ')}: all else is told anyway` })
  .refine(({ id, count }) => id === undefined || count === 1, { message: 'an id goes with a count of 1' });

/** `PUT /webhook`. */
export const webhookBody = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2048).nullable(), create: z.boolean().default(true), update: z.boolean().default(true) });

/** `POST /clock`: at most about three years either way at once; `dateSkewMs` puts the `Date` header alone off by that much. */
export const clockBody = z.strictObject({ advanceMs: z.number().int().min(-(10 ** 11)).max(10 ** 11).exactOptional(), speed: z.number().min(0).max(100_000).exactOptional(), dateSkewMs: z.number().int().min(-(10 ** 12)).max(10 ** 12).exactOptional() });

/** `POST /tokens`. */
export const tokensBody = z.strictObject({
  permissions: z.array(z.enum([...ENTITIES, ...OPERATIONS])).exactOptional(),
  apiTokenLifeMs: milliseconds.exactOptional(),
  refreshTokenLifeMs: milliseconds.exactOptional(),
  rotate: z.boolean().exactOptional(),
  rotationGraceMs: milliseconds.exactOptional(),
  reuseRevokes: z.boolean().exactOptional(),
  singleApiToken: z.boolean().exactOptional(),
});

/** `POST /tokens/revoke`. */
export const revokeBody = z.strictObject({ which: z.enum(['api', 'refresh', 'all']) });

/** `POST /activity`. */
export const activityBody = z.strictObject({ perMinute: z.number().min(0).max(6000) });

/** `POST /rate`: `block` blocks `address` now, or lifts its block (every block when no address is given). */
export const rateBody = z.strictObject({
  limit: z.number().int().min(0).max(10 ** 6).exactOptional(),
  windowMs: z.number().int().min(1).max(10 ** 9).exactOptional(),
  blockMs: milliseconds.exactOptional(),
  extendOnHit: z.boolean().exactOptional(),
  block: z.boolean().exactOptional(),
  address: z.string().min(1).max(60).exactOptional(),
});

const number = (maximum: number, fallback: number): z.ZodType<number> => z.coerce.number().int().min(0).max(maximum).default(fallback);

/** `?since=&limit=` of `GET /events` and `GET /requests`. */
export const sinceQuery = z.strictObject({ since: number(Number.MAX_SAFE_INTEGER, 0), limit: number(10_000, 1000) });

/** `?offset=&limit=&deleted=` of `GET /entities/:entity`. */
export const entitiesQuery = z.strictObject({ offset: number(10 ** 9, 0), limit: number(10_000, 1000), deleted: z.enum(['true', 'false']).default('false') });

/** `:entity` and `:id` in a path. */
export const entityParameter = entitySchema;
/** See {@link entityParameter}. */
export const idParameter = itemIdSchema;

/** Body of `POST /events` as a script writes it. */
export type EmitInput = z.input<typeof emitBody>;
/** Body of `PUT /webhook` as a script writes it. */
export type WebhookInput = z.input<typeof webhookBody>;
/** Body of `POST /clock`. */
export type ClockInput = z.input<typeof clockBody>;
/** Body of `POST /tokens`. */
export type TokensInput = z.input<typeof tokensBody>;
/** Body of `POST /rate`. */
export type RateInput = z.input<typeof rateBody>;
