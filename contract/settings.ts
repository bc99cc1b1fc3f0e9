import { z } from 'zod';

/** Preferences. They live in a plain file and hold no secret. Unknown or broken values fall back one by one. */
export const settingsSchema = z.strictObject({
  /** Interface language. */
  language: z.enum(['en', 'pt-BR', 'es']).default('en'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** API base address; empty until first run. */
  baseUrl: z.string().max(2048).default(''),
  /** Seconds between polls of the queues. */
  syncIntervalSeconds: z.number().int().min(10).max(900).default(30),
  /** Desktops that share this public address: each may spend its part only. */
  desktopsBehindAddress: z.number().int().min(1).max(500).default(10),
  /** Part of the documented 300 requests a minute that all desktops together may use, in percent. */
  sharePercent: z.number().int().min(5).max(80).default(60),
  /** Global lookup hotkey as an Electron accelerator; empty = none. */
  hotkey: z.string().max(60).default('CommandOrControl+Shift+K'),
  /** Whether the local webhook listener runs. */
  webhookListener: z.boolean().default(false),
  /** Epoch ms until which toasts are paused; 0 = not paused; -1 = until resumed. */
  notificationsPausedUntil: z.number().int().default(0),
  closeToTray: z.boolean().default(true),
  /** The one-time hint that closing leaves the app in the tray was shown. */
  closeHintShown: z.boolean().default(false),
  /** Main window place, in screen coordinates. */
  windowBounds: z.strictObject({ x: z.number().int(), y: z.number().int(), width: z.number().int().min(200), height: z.number().int().min(200) }).nullable().default(null),
});
/** See {@link settingsSchema}. */
export type Settings = z.infer<typeof settingsSchema>;

/** What the settings screen may change. */
export const settingsPatchSchema = settingsSchema
  .pick({ language: true, theme: true, syncIntervalSeconds: true, desktopsBehindAddress: true, sharePercent: true, hotkey: true, webhookListener: true, notificationsPausedUntil: true, closeToTray: true })
  .partial();
/** See {@link settingsPatchSchema}. */
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;
