/** Modifiers that make a global hotkey safe: Shift alone would swallow capital letters everywhere. */
const STRONG = new Set(['command', 'cmd', 'control', 'ctrl', 'commandorcontrol', 'cmdorctrl', 'alt', 'option', 'altgr', 'super', 'meta']);
const FUNCTION_KEY = /^f(?:[1-9]|1\d|2[0-4])$/;
const NAMED_KEYS = new Set(['space', 'tab', 'insert', 'home', 'end', 'pageup', 'pagedown', 'up', 'down', 'left', 'right', 'plus', 'backspace', 'delete', 'return', 'enter']);

function isKey(part: string): boolean {
  return /^[a-z0-9]$/.test(part) || FUNCTION_KEY.test(part) || NAMED_KEYS.has(part) || /^[)!@#$%^&*(:;<,_\->.?/~`{\][|\\}"'=]$/.test(part);
}

/**
 * Whether a text is a combination that may be taken from the whole system: exactly one key, different modifiers, and
 * among them one that does not type (a function key needs none).
 */
export function isUsableAccelerator(text: string): boolean {
  const parts = text.toLowerCase().split('+').map((part) => part.trim());
  const key = parts.pop() ?? '';
  const modifiers = new Set(parts);
  if (!isKey(key) || modifiers.size !== parts.length) return false;
  if (![...modifiers].every((modifier) => modifier === 'shift' || STRONG.has(modifier))) return false;
  return FUNCTION_KEY.test(key) || [...modifiers].some((modifier) => STRONG.has(modifier));
}
