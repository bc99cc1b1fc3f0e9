import { z } from 'zod';
import { itemIdSchema } from './entity.ts';
import { FIRST_RUN_STEPS } from './first-run-steps.ts';
import { MOST_VIEWS, agentSchema, savedViewSchema } from './models/filter.ts';
import { MOST_RULES, TOAST_CONTENTS, USUAL_QUIET_HOURS, quietHoursSchema, ruleSchema } from './rules.ts';

/** Zoom of the windows in percent. */
export const ZOOM = { least: 80, most: 200, step: 10 } as const;
/** Days of history and of items that are gone; 0 keeps them for ever. */
export const RETENTION_DAYS = [30, 90, 180, 365, 0] as const;

/** The last moment that a date can hold (ECMAScript, "Time Values"), epoch ms: nobody can be told a later one. */
export const LATEST_TIME = 8_640_000_000_000_000;

/** What each preference may be. Without defaults here: a change of one setting must not bring the others' defaults along. */
const fields = {
  /** Interface language. */
  language: z.enum(['en', 'pt-BR', 'es']),
  theme: z.enum(['system', 'light', 'dark']),
  /** API base address; empty until first run. */
  baseUrl: z.string().max(2048),
  /** Id of the API profile in use. */
  profileId: z.string().regex(/^[a-z0-9.-]{1,60}$/),
  /** Seconds between polls of the queues. */
  syncIntervalSeconds: z.number().int().min(10).max(900),
  /** Desktops that share this public address: each may spend its part only. */
  desktopsBehindAddress: z.number().int().min(1).max(500),
  /** Part of the documented 300 requests a minute that all desktops together may use, in percent. */
  sharePercent: z.number().int().min(5).max(80),
  /** Global lookup hotkey as an Electron accelerator; empty = none. */
  hotkey: z.string().max(60),
  /** Whether the local webhook listener runs. */
  webhookListener: z.boolean(),
  /** Epoch ms until which toasts are paused; 0 = not paused; -1 = until resumed. */
  notificationsPausedUntil: z.number().int().min(-1).max(LATEST_TIME),
  closeToTray: z.boolean(),
  /** The one-time hint that closing leaves the app in the tray was shown. */
  closeHintShown: z.boolean(),
  /** Codes of notices about something that happened once, not dismissed yet: they stand again after a restart. */
  standingNotices: z.array(z.string().max(60)).max(50),
  /** Who the person is among the company's agents: the token is the company's. Null: not said. */
  me: agentSchema.nullable(),
  myDepartmentIds: z.array(itemIdSchema).max(200),
  savedViews: z.array(savedViewSchema).max(MOST_VIEWS),
  /** Notification rules in their order. */
  rules: z.array(ruleSchema).max(MOST_RULES),
  quietHours: quietHoursSchema,
  toastContent: z.enum(TOAST_CONTENTS),
  /** Toasts say only that there is something while the screen is locked, where the system tells. */
  hideContentWhenLocked: z.boolean(),
  /** Toasts may sound, where their rule says so. */
  sound: z.boolean(),
  /** Percent. */
  zoom: z.number().int().min(ZOOM.least).max(ZOOM.most),
  /** `more`: high contrast also where the system does not ask for it. */
  contrast: z.enum(['system', 'more']),
  startAtLogin: z.boolean(),
  /** A start by the person shows no window; one at login never does. */
  startHidden: z.boolean(),
  /** How requests leave. `manual`: `proxyUrl`, such as `http://proxy:8080` or `socks5://proxy:1080`. A user name and password for it live in the encrypted state, not here. */
  proxyMode: z.enum(['system', 'direct', 'manual']),
  proxyUrl: z.string().max(300),
  /** Hosts without proxy, separated by commas. */
  proxyBypass: z.string().max(1000),
  retentionDays: z.union(RETENTION_DAYS.map((days) => z.literal(days)) as [z.ZodLiteral<30>, z.ZodLiteral<90>, z.ZodLiteral<180>, z.ZodLiteral<365>, z.ZodLiteral<0>]),
  /** Where the first run stands once somebody is signed in: its next step, or null when it was gone through, skipped, or not begun. */
  firstRunStep: z.enum(FIRST_RUN_STEPS).nullable(),
  /** Main window place, in screen coordinates. */
  windowBounds: z.strictObject({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(200), height: z.number().int().min(200) }).nullable(),
};

/** Preferences. They live in a plain file and hold no secret. What is missing has its default. */
export const settingsSchema = z.strictObject({
  language: fields.language.default('en'),
  theme: fields.theme.default('system'),
  baseUrl: fields.baseUrl.default(''),
  profileId: fields.profileId.default('cxpress-1.0'),
  syncIntervalSeconds: fields.syncIntervalSeconds.default(30),
  desktopsBehindAddress: fields.desktopsBehindAddress.default(10),
  sharePercent: fields.sharePercent.default(60),
  hotkey: fields.hotkey.default('CommandOrControl+Shift+K'),
  webhookListener: fields.webhookListener.default(false),
  notificationsPausedUntil: fields.notificationsPausedUntil.default(0),
  closeToTray: fields.closeToTray.default(true),
  closeHintShown: fields.closeHintShown.default(false),
  standingNotices: fields.standingNotices.default([]),
  me: fields.me.default(null),
  myDepartmentIds: fields.myDepartmentIds.default([]),
  savedViews: fields.savedViews.default([]),
  rules: fields.rules.default([]),
  quietHours: fields.quietHours.default(USUAL_QUIET_HOURS),
  toastContent: fields.toastContent.default('full'),
  hideContentWhenLocked: fields.hideContentWhenLocked.default(true),
  sound: fields.sound.default(true),
  zoom: fields.zoom.default(100),
  contrast: fields.contrast.default('system'),
  startAtLogin: fields.startAtLogin.default(false),
  startHidden: fields.startHidden.default(false),
  proxyMode: fields.proxyMode.default('system'),
  proxyUrl: fields.proxyUrl.default(''),
  proxyBypass: fields.proxyBypass.default(''),
  retentionDays: fields.retentionDays.default(90),
  firstRunStep: fields.firstRunStep.default(null),
  windowBounds: fields.windowBounds.default(null),
});
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** What the settings screen may change: any of these, and nothing that is not named. */
export const settingsPatchSchema = z
  .strictObject(fields)
  .pick({ language: true, theme: true, syncIntervalSeconds: true, desktopsBehindAddress: true, sharePercent: true, hotkey: true, webhookListener: true, notificationsPausedUntil: true, closeToTray: true,
    me: true, myDepartmentIds: true, savedViews: true, rules: true, quietHours: true, toastContent: true, hideContentWhenLocked: true, sound: true,
    zoom: true, contrast: true, startAtLogin: true, startHidden: true, proxyMode: true, proxyUrl: true, proxyBypass: true, retentionDays: true, firstRunStep: true })
  .partial();
/** See {@link settingsPatchSchema}. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
