import { z } from 'zod';
import { settingsSchema } from '../../contract/settings.ts';
import type { Settings } from '../../contract/settings.ts';
import { refused } from '../../core/profile/refused.ts';
import { salvage } from './salvage.ts';

const FORMAT = 'cxpress-tray-settings';
const VERSION = 1;
/**
 * What goes along to another computer. Not: window places, notices, the pause and the webhook listener of this one; whether
 * it starts at login, which is asked and never assumed; and the profile in use, which is a file of its own.
 */
const SHARED = [
  'language', 'theme', 'baseUrl', 'syncIntervalSeconds', 'desktopsBehindAddress', 'sharePercent', 'hotkey', 'closeToTray', 'me', 'myDepartmentIds', 'savedViews', 'rules', 'quietHours',
  'toastContent', 'hideContentWhenLocked', 'sound', 'zoom', 'contrast', 'startHidden', 'proxyMode', 'proxyUrl', 'proxyBypass', 'retentionDays',
] as const satisfies readonly (keyof Settings)[];

/** The settings that a file may hold. */
export type SharedSettings = Pick<Settings, (typeof SHARED)[number]>;

const fileSchema = z.object({ format: z.literal(FORMAT), version: z.number().int(), settings: z.record(z.string(), z.unknown()) });

/** Settings as a file that people can read and keep. It holds no token, no password and no address of a webhook. */
export function writeSharedSettings(settings: Settings): string {
  const shared = Object.fromEntries(SHARED.map((key) => [key, settings[key]]));
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings: shared }, null, 2)}\n`;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw refused('notSettings');
  }
}

/**
 * Reads what {@link writeSharedSettings} wrote, each setting by itself: what is right is taken, also of lists; the rest, and
 * what is no setting to share, is left out. Throws EngineError `fileRefused` when it is no such file, or of a newer version.
 */
export function readSharedSettings(bytes: Uint8Array): Partial<SharedSettings> {
  const file = fileSchema.safeParse(parsed(bytes));
  if (!file.success) throw refused('notSettings');
  if (file.data.version > VERSION) throw refused('newerProfile');
  const { settings } = file.data;
  const found = SHARED.flatMap((key) => {
    if (!Object.hasOwn(settings, key)) return [];
    const schema = settingsSchema.shape[key].unwrap();
    const whole = schema.safeParse(settings[key]);
    const kept = whole.success ? whole : schema.safeParse(salvage(key, settings[key]));
    return kept.success ? [[key, kept.data] as const] : [];
  });
  return Object.fromEntries(found);
}
