/** Control characters, and the invisible ones that reorder or hide text (bidirectional controls, zero-width). */
const INVISIBLE = /[\p{Cc}\u061C\u200B-\u200F\u2028\u2029\u202A-\u202E\u2060-\u2069\uFEFF]+/gu;
/** Longest text of a toast or tooltip; macOS shows 256 bytes. */
const MAX_CHARACTERS = 200;

/**
 * Foreign text made fit for a toast or tooltip: one line, nothing that reorders or hides text, at most 200 characters.
 * Cut between characters, never inside one.
 */
export function plainText(text: string): string {
  const visible = text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
  const characters = [...visible];
  return characters.length <= MAX_CHARACTERS ? visible : `${characters.slice(0, MAX_CHARACTERS - 1).join('')}…`;
}

/** Escapes what Linux notification services may read as markup in a toast's body (Desktop Notifications Specification, "Markup"). */
export function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
