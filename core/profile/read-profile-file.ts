import { CXPRESS_1_0 } from '../../contract/profile/cxpress-1.0.ts';
import { apiProfileSchema, type ApiProfile } from '../../contract/profile/schema.ts';
import { UNSAFE_NAMES } from '../../contract/unsafe-names.ts';
import { checkedBaseUrl } from './checked-base-url.ts';
import { member } from './json.ts';
import { refused } from './refused.ts';

/** How a profile file says what it is. */
export const PROFILE_FILE_KIND = 'cxpress-tray-profile';

function hasUnsafeName(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.keys(value).some((name) => UNSAFE_NAMES.has(name)) || Object.values(value).some(hasUnsafeName);
}

/**
 * Reads the profile in a profile file. Beyond the schema: how a blocked address is answered is always the app's own, so
 * that no file hides a block, takes a good answer for one, or brings an expression that never ends; and an address that
 * is not https is left out. The text was parsed with bounded depth. Throws EngineError `fileRefused`, with the reason
 * `newerProfile` for one of a later version of this app.
 */
export function readProfileFile(value: unknown): ApiProfile {
  if (hasUnsafeName(value)) throw refused('unsafeNames');
  const schema = member(value, 'schema');
  if (typeof schema === 'number' && schema > CXPRESS_1_0.schema) throw refused('newerProfile');
  const result = apiProfileSchema.safeParse(value);
  if (!result.success) throw refused('profileParts');
  return { ...result.data, block: CXPRESS_1_0.block, baseUrl: checkedBaseUrl(result.data.baseUrl) };
}
