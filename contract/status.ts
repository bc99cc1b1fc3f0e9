import { z } from 'zod';
import { entitySchema } from './entity.ts';
import { appErrorSchema } from './result.ts';

/** Overall state of the engine, worst first wins. */
export const ENGINE_STATES = ['signedOut', 'needsTokens', 'blocked', 'offline', 'catchingUp', 'live'] as const;
/** One of {@link ENGINE_STATES}. */
export type EngineState = (typeof ENGINE_STATES)[number];

/**
 * How secrets are kept. `keyring`: encrypted by the system. `memory`: this session only, nothing on disk
 * (no system encryption). `locked`: a keyring holds our key but does not open now; data on disk is left alone.
 */
export const SECURE_STORAGE_STATES = ['keyring', 'memory', 'locked'] as const;

/** Snapshot for the status line, tray and settings. Times are epoch ms. */
export const statusSchema = z.strictObject({
  state: z.enum(ENGINE_STATES),
  /** Everything the server knew at this time is here; null before the first complete pass. */
  completeUpTo: z.number().int().nullable(),
  lastSyncAt: z.number().int().nullable(),
  blockedUntil: z.number().int().nullable(),
  /** The request that asked for the end of a block was refused: all desktops behind the address ask again together at `blockedUntil`. */
  blockedAgain: z.boolean(),
  /** Refresh token's end of life as far as known. */
  sessionGoodUntil: z.number().int().nullable(),
  /** First sync or long catch-up under way. */
  progress: z.strictObject({ done: z.number().int(), total: z.number().int().nullable(), entity: entitySchema, /** Milliseconds until the whole reading is done, as far as can be told. */ leftMs: z.number().int().nullable() }).nullable(),
  /** Entities the token may not read. */
  missingPermissions: z.array(entitySchema),
  /** Last error that still stands. */
  error: appErrorSchema.nullable(),
  secureStorage: z.strictObject({ state: z.enum(SECURE_STORAGE_STATES), backend: z.string() }),
  /** Unread rows that concern the person, snoozed ones left out: their own, followed ones and their departments'; all of them where they have not said who they are. */
  unread: z.strictObject({ ticket: z.number().int(), task: z.number().int() }),
  /** Rate governor, as this desktop counts it. */
  rate: z.strictObject({ used: z.number().int(), budget: z.number().int(), /** Requests that wait for a free slot. */ waiting: z.number().int(), /** Percent of the budget in use: below 100 after signs that the address is under pressure. */ pace: z.number().int() }),
  /** Rows set aside because they could not be read. */
  quarantined: z.number().int(),
  /** Address for the webhook listener, when it runs. */
  hintUrl: z.string().nullable(),
  hintsReceived: z.number().int(),
  /** First sync that this run made, for the status line's words. */
  firstSync: z.strictObject({ tickets: z.number().int(), tasks: z.number().int(), consumers: z.number().int(), departments: z.number().int(), requests: z.number().int(), ms: z.number().int() }).nullable(),
});
/** See {@link statusSchema}. */
export type Status = z.infer<typeof statusSchema>;

/** Something the person must be told once, until dismissed. */
export const NOTICE_CODES = ['databaseRebuilt', 'keyringAbsent', 'keyringLocked', 'vaultUnreadable', 'settingsReset', 'hotkeyTaken', 'listenerFailed', 'notificationsUnavailable', 'closeToTray', 'clockSkew', 'databaseNewer', 'sessionEnding', 'profileUnreadable', 'profileNewer', 'vaultNotRead', 'keyringOpened', 'renewalUnproved', 'tokensNotKept'] as const;
/** Schema of a notice. */
export const noticeSchema = z.strictObject({ code: z.enum(NOTICE_CODES), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() });
/** See {@link noticeSchema}. */
export type Notice = z.infer<typeof noticeSchema>;

/** Result of trying one entity with a token. */
export const permissionCheckSchema = z.strictObject({
  entity: entitySchema,
  outcome: z.enum(['ok', 'missing', 'failed']),
  /** Rows the API says it has; null when it does not say. */
  total: z.number().int().nullable(),
  error: appErrorSchema.nullable(),
});
/** See {@link permissionCheckSchema}. */
export type PermissionCheck = z.infer<typeof permissionCheckSchema>;
