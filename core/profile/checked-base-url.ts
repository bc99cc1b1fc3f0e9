import { parseBaseUrl } from '../api/base-url.ts';

/** The address as it may be offered: https, or http on this computer, without user name or query; else null. */
export function checkedBaseUrl(text: string | null): string | null {
  if (text === null || !/^https?:\/\//i.test(text.trim())) return null;
  try {
    return parseBaseUrl(text).href;
  } catch {
    return null;
  }
}
