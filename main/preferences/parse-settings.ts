import { settingsSchema } from '../../contract/settings.ts';
import type { Settings } from '../../contract/settings.ts';
import { salvage } from './salvage.ts';

/** Settings made of whatever was stored. `replaced` names the values that were broken and lost something: to their default, or to what of them was right. */
export interface ParsedSettings {
  readonly settings: Settings;
  readonly replaced: readonly string[];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads each value by itself, so that one broken value costs that value alone, and of a list what is broken in it; keys that are not ours are left out. */
export function parseSettings(stored: unknown): ParsedSettings {
  const source = isObject(stored) ? stored : {};
  const replaced: string[] = [];
  const values = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const given = Object.hasOwn(source, key) ? source[key] : undefined;
    const parsed = schema.safeParse(given);
    if (parsed.success) return [key, parsed.data];
    replaced.push(key);
    return [key, schema.parse(salvage(key as keyof Settings, given))];
  });
  return { settings: settingsSchema.parse(Object.fromEntries(values)), replaced };
}
