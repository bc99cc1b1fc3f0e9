import { z } from 'zod';

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
  notificationsPausedUntil: z.number().int(),
  closeToTray: z.boolean(),
  /** The one-time hint that closing leaves the app in the tray was shown. */
  closeHintShown: z.boolean(),
  /** Codes of notices about something that happened once, not dismissed yet: they stand again after a restart. */
  standingNotices: z.array(z.string().max(60)).max(50),
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
  windowBounds: fields.windowBounds.default(null),
});
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** What the settings screen may change: any of these, and nothing that is not named. */
export const settingsPatchSchema = z
  .strictObject(fields)
  .pick({ language: true, theme: true, syncIntervalSeconds: true, desktopsBehindAddress: true, sharePercent: true, hotkey: true, webhookListener: true, notificationsPausedUntil: true, closeToTray: true })
  .partial();
/** See {@link settingsPatchSchema}. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
