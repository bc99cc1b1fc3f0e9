import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../entity.ts';
import { itemDetailSchema, lookupResultSchema, queueRowSchema } from '../models/views.ts';
import { choicesSchema, profileEntrySchema, proposalSchema } from '../profile/proposal.ts';
import { apiProfileSchema } from '../profile/schema.ts';
import { settingsPatchSchema, settingsSchema } from '../settings.ts';
import { noticeSchema, permissionCheckSchema, statusSchema } from '../status.ts';
import type { CallName } from './channels.ts';

/** So much of a description is previewed, in UTF-16 units. */
export const PREVIEW_LENGTH = 600;

const nothing = z.null();
/** Pasted text; trimmed and unwrapped ("Bearer …", quotes) by the session, never echoed. */
const tokenText = z.string().max(16_384);
const profileId = apiProfileSchema.shape.id;
const connection = z.strictObject({ baseUrl: z.string().max(2048), apiToken: tokenText, refreshToken: tokenText });

/**
 * Request and reply of every call. Both are checked by main/ipc/router.ts. No reply holds a token;
 * no request holds an address to fetch, except the API address of a connection the person types.
 */
export const callSchemas = {
  /** Everything a window needs to draw its first frame. */
  'app.start': {
    request: nothing,
    reply: z.strictObject({
      version: z.string(), electron: z.string(), platform: z.string(),
      signedIn: z.boolean(),
      profile: z.strictObject({ id: z.string(), name: z.string(), verified: z.boolean() }),
      settings: settingsSchema, status: statusSchema, notices: z.array(noticeSchema),
    }),
  },
  /** Tries a connection without keeping anything. */
  'session.test': { request: connection, reply: z.strictObject({ checks: z.array(permissionCheckSchema), host: z.string() }) },
  /** Tries it, keeps the tokens encrypted, starts the engine. */
  'session.signIn': { request: connection, reply: z.strictObject({ checks: z.array(permissionCheckSchema), host: z.string(), kept: z.enum(['keyring', 'memory']) }) },
  'session.signOut': { request: z.strictObject({ wipe: z.boolean() }), reply: nothing },
  'sync.now': { request: nothing, reply: nothing },
  'status.get': { request: nothing, reply: statusSchema },
  /** A slice of a queue, newest change first. */
  'queue.page': {
    request: z.strictObject({ entity: queueEntitySchema, offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(1).max(200), filter: z.enum(['all', 'unread']) }),
    reply: z.strictObject({ total: z.number().int(), unread: z.number().int(), rows: z.array(queueRowSchema) }),
  },
  'item.get': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: itemDetailSchema },
  'item.markRead': { request: z.strictObject({ entity: queueEntitySchema, ids: z.array(itemIdSchema).min(1).max(500), read: z.boolean() }), reply: nothing },
  'lookup.search': { request: z.strictObject({ query: z.string().max(200), limit: z.number().int().min(1).max(50) }), reply: z.strictObject({ results: z.array(lookupResultSchema), tookMs: z.number() }) },
  /** Brings the lookup window up, as the hotkey does. */
  'lookup.show': { request: nothing, reply: nothing },
  /** Opens an item in the main window and hides the lookup window. */
  'lookup.open': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: nothing },
  'lookup.hide': { request: nothing, reply: nothing },
  /** Asks Cxpress, ahead of everything but the session, for what a number or id names; stores and gives what it has. Ends the former one. */
  'lookup.remote': { request: z.strictObject({ query: z.string().max(200) }), reply: z.strictObject({ results: z.array(lookupResultSchema) }) },
  /** Nobody waits for `lookup.remote` any more. */
  'lookup.cancel': { request: nothing, reply: nothing },
  /** What a preview shows besides the result itself, from the local copy. */
  'lookup.preview': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: z.strictObject({ description: z.string().max(PREVIEW_LENGTH), assigneeName: z.string().nullable() }) },
  /** Copies the item's address in Cxpress, or its number when the profile knows no address. */
  'lookup.copy': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: z.strictObject({ copied: z.enum(['link', 'number', 'nothing']) }) },
  /** Opens the item in Cxpress in the browser. False when the profile knows no address. */
  'lookup.browse': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: z.strictObject({ opened: z.boolean() }) },
  'settings.get': { request: nothing, reply: settingsSchema },
  'settings.update': { request: settingsPatchSchema, reply: settingsSchema },
  'notice.dismiss': { request: z.strictObject({ code: noticeSchema.shape.code }), reply: nothing },
  /** Shows a test toast; `shown` is the system's own answer. */
  'notification.test': { request: nothing, reply: z.strictObject({ shown: z.boolean(), via: z.string() }) },
  'profiles.list': { request: nothing, reply: z.array(profileEntrySchema) },
  /** Reads the server by another profile from now on; the copy is read anew, rows stay meanwhile. */
  'profiles.use': { request: z.strictObject({ id: profileId }), reply: z.array(profileEntrySchema) },
  /** The profile in use and those that come with the app are refused. */
  'profiles.remove': { request: z.strictObject({ id: profileId }), reply: z.array(profileEntrySchema) },
  /** Asks the person where to, by the system's own dialog. False when they changed their mind. */
  'profiles.export': { request: z.strictObject({ id: profileId }), reply: z.strictObject({ saved: z.boolean() }) },
  /** Asks the person for a file (Postman collection or profile) and proposes; null when they changed their mind. One draft at a time, kept by the main process. */
  'profiles.choose': { request: nothing, reply: proposalSchema.nullable() },
  /** Corrects the draft: other requests for some subjects (proposed anew), or the profile as edited by hand. */
  'profiles.correct': { request: z.union([z.strictObject({ choices: choicesSchema }), z.strictObject({ profile: apiProfileSchema })]), reply: proposalSchema },
  /** Tries the draft: with a typed connection, or with the session's own tokens and address (null). */
  'profiles.test': { request: z.strictObject({ connection: connection.nullable() }), reply: z.strictObject({ checks: z.array(permissionCheckSchema), host: z.string() }) },
  /** Keeps the draft under a name. */
  'profiles.save': { request: z.strictObject({ name: z.string().trim().min(1).max(120) }), reply: z.array(profileEntrySchema) },
  'profiles.discard': { request: nothing, reply: nothing },
} satisfies Record<CallName, { request: z.ZodType; reply: z.ZodType }>;

/** Request type of a call. */
export type Request<C extends CallName> = z.infer<(typeof callSchemas)[C]['request']>;
/** Reply type of a call. */
export type Reply<C extends CallName> = z.infer<(typeof callSchemas)[C]['reply']>;
