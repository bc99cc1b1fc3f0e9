import { apiProfileSchema, type ApiProfile } from '../../contract/profile/schema.ts';
import { checkedBaseUrl } from './checked-base-url.ts';
import { UNSAFE_NAMES } from './json.ts';
import { refused } from './refused.ts';

/** How a profile file says what it is. */
export const PROFILE_FILE_KIND = 'cxpress-tray-profile';

function hasUnsafeName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((name) => UNSAFE_NAMES.has(name)) || Object.values(value).some(hasUnsafeName);
}

/**
 * Reads the profile in a profile file. Beyond the schema: the pattern for a blocked address is plain words with `|` and
 * `.`, so that no file brings an expression that never ends, and an address that is not https is left out. The text was
 * parsed with bounded depth. Throws EngineError `fileRefused`.
 */
export function readProfileFile(value: unknown): ApiProfile {
  if (hasUnsafeName(value)) throw refused('unsafeNames');
  const result = apiProfileSchema.safeParse(value);
  if (!result.success) throw refused('profileParts');
  const { bodyPattern } = result.data.block;
  if (bodyPattern !== null && /[\\()[\]{}*+?]/.test(bodyPattern)) throw refused('blockPattern');
  return { ...result.data, baseUrl: checkedBaseUrl(result.data.baseUrl) };
}
