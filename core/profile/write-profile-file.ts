import type { ApiProfile } from '../../contract/profile/schema.ts';
import { PROFILE_FILE_KIND } from './read-profile-file.ts';

/** A profile as a file's text: JSON for people and for readDocument. It holds no token; a profile has none. */
export function writeProfileFile(profile: ApiProfile): string {
  return `${JSON.stringify({ kind: PROFILE_FILE_KIND, profile }, null, 2)}\n`;
}
