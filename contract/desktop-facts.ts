import { z } from 'zod';

/** What the desktop the app runs on offers, as far as it says. */
export const desktopFactsSchema = z.strictObject({
  /** Tray icons are shown here. */
  tray: z.boolean(),
  /** `gnome` shows tray icons only with an extension; `other` is any other Linux desktop. */
  kind: z.enum(['windows', 'macos', 'gnome', 'kde', 'other']),
  /** Wayland: global hotkeys go through a portal that asks the person. */
  wayland: z.boolean(),
  /** The lookup hotkey of the settings is bound. */
  hotkeyBound: z.boolean(),
  /** Starting at login. `blocked`: switched on here and off in the system's own settings. */
  login: z.enum(['on', 'off', 'blocked', 'unavailable']),
  /** This system tells when its screen is locked. */
  tellsLock: z.boolean(),
  /** The system's do-not-disturb. */
  doNotDisturb: z.enum(['on', 'off', 'unknown']),
});
/** See {@link desktopFactsSchema}. */
export type DesktopFacts = z.infer<typeof desktopFactsSchema>;
