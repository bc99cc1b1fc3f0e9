/** What a recorder makes of a key press: a whole combination, only modifiers so far, a key that needs a modifier, one that programs need themselves, or nothing. */
export type KeyPress =
  | { readonly type: 'accelerator'; readonly accelerator: string }
  | { readonly type: 'partial'; readonly modifiers: string }
  | { readonly type: 'needModifier' }
  | { readonly type: 'reserved'; readonly accelerator: string }
  | { readonly type: 'cancel' }
  | { readonly type: 'ignored' };

/** The part of a KeyboardEvent that is read. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const MODIFIER_KEYS: ReadonlySet<string> = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS']);
const NAMED: Readonly<Record<string, string>> = { Space: 'Space', Insert: 'Insert', Home: 'Home', End: 'End', PageUp: 'PageUp', PageDown: 'PageDown', ArrowUp: 'Up', ArrowDown: 'Down', ArrowLeft: 'Left', ArrowRight: 'Right' };

/** What nearly every program does with these (edit, save, find, print, open, close, move in a text): as a hotkey of the whole computer they would stop working everywhere. */
const RESERVED: ReadonlySet<string> = new Set([
  ...[...'CVXZYASFPNTWQO', 'Shift+Z', 'Shift+V', 'Insert'].map((key) => `CommandOrControl+${key}`),
  ...['Home', 'End', 'Left', 'Right', 'Up', 'Down'].flatMap((key) => [`CommandOrControl+${key}`, `CommandOrControl+Shift+${key}`]),
  'Alt+F4',
]);

/** Reads a key press as part of an Electron accelerator. Shift alone does not count: it would swallow capital letters everywhere. */
export function readKeyPress(event: PressedKey, platform: string): KeyPress {
  const modifiers = modifiersOf(event, platform);
  if (event.key === 'Escape' && modifiers.length === 0) return { type: 'cancel' };
  if (MODIFIER_KEYS.has(event.key)) return { type: 'partial', modifiers: modifiers.join('+') };
  const key = keyOf(event);
  if (key === null) return { type: 'ignored' };
  const strong = modifiers.some((modifier) => modifier !== 'Shift');
  if (!strong && !/^F\d+$/.test(key)) return { type: 'needModifier' };
  const accelerator = [...modifiers, key].join('+');
  return { type: RESERVED.has(accelerator) ? 'reserved' : 'accelerator', accelerator };
}

function modifiersOf(event: PressedKey, platform: string): string[] {
  const mac = platform === 'darwin';
  return [
    event.ctrlKey ? (mac ? 'Control' : 'CommandOrControl') : '',
    event.metaKey ? (mac ? 'CommandOrControl' : 'Super') : '',
    event.altKey ? 'Alt' : '',
    event.shiftKey ? 'Shift' : '',
  ].filter(Boolean);
}

/** The key's name. Letters follow the layout; what Alt or Shift made of a key is undone by its place. */
function keyOf({ key, code }: PressedKey): string | null {
  if (/^[a-z]$/i.test(key)) return key.toUpperCase();
  if (/^F([1-9]|1\d|2[0-4])$/.test(key)) return key;
  const place = /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1];
  return place ?? NAMED[code] ?? null;
}
