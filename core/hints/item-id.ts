/**
 * Whether a text from outside may be used as an id in a request: 1 to 200 characters, none of them a control
 * character or half of a surrogate pair (it cannot be percent-encoded), and not a path step (`.`, `..`).
 * The documentation gives no form for ids, so nothing more is asked.
 */
export function isItemId(text: string): boolean {
  return text.length <= 200 && /^[^\p{Cc}\p{Cs}]+$/u.test(text) && !/^\.{1,2}$/.test(text);
}
