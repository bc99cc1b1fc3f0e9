import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from '../entity.ts';
import { desktopFactsSchema } from '../desktop-facts.ts';
import { diagnosticSchema } from '../diagnostics.ts';
import { agentSchema, facetsSchema, queueFilterSchema } from '../models/filter.ts';
import { ledgerEntrySchema } from '../models/ledger.ts';
import { queuePlaceSchema } from '../models/queue-place.ts';
import { itemDetailSchema, lookupResultSchema, queueRowSchema } from '../models/views.ts';
import { choicesSchema, profileEntrySchema, proposalSchema } from '../profile/proposal.ts';
import { apiProfileSchema } from '../profile/schema.ts';
import { ruleSchema, tryOutSchema } from '../rules.ts';
import { LATEST_TIME, settingsPatchSchema, settingsSchema } from '../settings.ts';
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
      /** Where the main window was before its page was loaded anew; null when it was nowhere yet. */
      place: queuePlaceSchema.nullable(),
    }),
  },
  /** Notes where the main window is, in memory only, so that a page that is loaded anew goes on there. */
  'place.keep': { request: queuePlaceSchema, reply: nothing },
  /** Tries a connection without keeping anything. */
  'session.test': { request: connection, reply: z.strictObject({ checks: z.array(permissionCheckSchema), host: z.string() }) },
  /** Tries it, keeps the tokens encrypted, starts the engine. */
  'session.signIn': { request: connection, reply: z.strictObject({ checks: z.array(permissionCheckSchema), host: z.string(), kept: z.enum(['keyring', 'memory']) }) },
  'session.signOut': { request: z.strictObject({ wipe: z.boolean() }), reply: nothing },
  'sync.now': { request: nothing, reply: nothing },
  'status.get': { request: nothing, reply: statusSchema },
  /** A slice of a queue. `unread` counts the rows of the filter that are unread. */
  'queue.page': {
    request: z.strictObject({ entity: queueEntitySchema, offset: z.number().int().min(0).max(10_000_000), limit: z.number().int().min(1).max(200), filter: queueFilterSchema }),
    reply: z.strictObject({ total: z.number().int(), unread: z.number().int(), rows: z.array(queueRowSchema) }),
  },
  /** What a queue can be filtered by. */
  'queue.facets': { request: z.strictObject({ entity: queueEntitySchema }), reply: facetsSchema },
  /** How many rows and unread rows several filters have, in their order. */
  'queue.counts': {
    request: z.strictObject({ filters: z.array(z.strictObject({ entity: queueEntitySchema, filter: queueFilterSchema })).max(60) }),
    reply: z.strictObject({ counts: z.array(z.strictObject({ total: z.number().int(), unread: z.number().int() })) }),
  },
  /** Marks every row that the filter shows as read; `batch` takes it back while the app runs, null when nothing was unread. */
  'queue.markRead': { request: z.strictObject({ entity: queueEntitySchema, filter: queueFilterSchema }), reply: z.strictObject({ marked: z.number().int(), batch: z.number().int().nullable() }) },
  'queue.undoRead': { request: z.strictObject({ batch: z.number().int() }), reply: z.strictObject({ restored: z.number().int() }) },
  /** Everybody who is or was assigned to something, most items first, and the employees that departments name. */
  'agents.list': { request: nothing, reply: z.strictObject({ agents: z.array(agentSchema.extend({ count: z.number().int() })), departments: z.array(z.strictObject({ id: itemIdSchema, name: z.string(), employees: z.array(itemIdSchema) })) }) },
  'item.get': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: itemDetailSchema },
  'item.markRead': { request: z.strictObject({ entity: queueEntitySchema, ids: z.array(itemIdSchema).min(1).max(500), read: z.boolean() }), reply: nothing },
  'item.follow': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema, follow: z.boolean() }), reply: nothing },
  /** Hides items until a time (epoch ms) or, with `orChange`, until something changes; `until` null ends a snooze. */
  'item.snooze': { request: z.strictObject({ entity: queueEntitySchema, ids: z.array(itemIdSchema).min(1).max(500), until: z.number().int().min(0).max(LATEST_TIME).nullable(), orChange: z.boolean() }), reply: nothing },
  /** Copies the number, or the address in Cxpress (the number when the profile knows no address). */
  'item.copy': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema, what: z.enum(['number', 'link']) }), reply: z.strictObject({ copied: z.enum(['link', 'number', 'nothing']) }) },
  /** Opens the item in Cxpress in the browser. False when the profile knows no address. */
  'item.browse': { request: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }), reply: z.strictObject({ opened: z.boolean() }) },
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
  /** Writes preferences to a file the person chooses: no token, address of a webhook or window place. */
  'settings.export': { request: nothing, reply: z.strictObject({ saved: z.boolean() }) },
  /** Takes preferences from a file the person chooses; null when they changed their mind. */
  'settings.import': { request: nothing, reply: settingsSchema.nullable() },
  /** Keeps name and password for the manual proxy; empty strings forget them. */
  'proxy.signIn': { request: z.strictObject({ user: z.string().max(200), password: z.string().max(400) }), reply: nothing },
  /** How the first `index + 1` of these rules would have decided the last day's events, for the rule at `index`. */
  'rules.tryOut': { request: z.strictObject({ rules: z.array(ruleSchema).max(100), index: z.number().int().min(0).max(99) }), reply: tryOutSchema },
  'rules.export': { request: nothing, reply: z.strictObject({ saved: z.boolean() }) },
  /** Puts the rules of a file above the present ones, with new ids; null when the person changed their mind. `added`: how many. */
  'rules.import': { request: nothing, reply: z.strictObject({ added: z.number().int() }).nullable() },
  /** The ledger, newest first: all, one item's, or what matches words in number, title or rule. */
  'ledger.page': {
    request: z.strictObject({ item: z.strictObject({ entity: queueEntitySchema, id: itemIdSchema }).nullable(), search: z.string().max(200), offset: z.number().int().min(0).max(1_000_000), limit: z.number().int().min(1).max(200) }),
    reply: z.strictObject({ total: z.number().int(), entries: z.array(ledgerEntrySchema) }),
  },
  'diagnostics.run': { request: nothing, reply: z.strictObject({ checks: z.array(diagnosticSchema) }) },
  /** Writes the diagnostics to a file the person chooses, without tokens, names, e-mails, phones. */
  'diagnostics.export': { request: nothing, reply: z.strictObject({ saved: z.boolean() }) },
  /** What this desktop offers, asked anew each time. */
  'desktop.facts': { request: nothing, reply: desktopFactsSchema },
  /** Waits up to 20 s for the lookup hotkey to be pressed, without opening the lookup window. */
  'hotkey.try': { request: nothing, reply: z.strictObject({ heard: z.boolean() }) },
  /** Nobody waits for `hotkey.try` any more, so it answers at once that nothing was heard: the hotkey opens the lookup window again. */
  'hotkey.cancel': { request: nothing, reply: nothing },
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
