/** What a recorder makes of a key press: a whole combination, only modifiers so far, a key that needs a modifier, or nothing. */
export type KeyPress =
  | { readonly type: 'accelerator'; readonly accelerator: string }
  | { readonly type: 'partial'; readonly modifiers: string }
  | { readonly type: 'needModifier' }
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

/** Reads a key press as part of an Electron accelerator. Shift alone does not count: it would swallow capital letters everywhere. */
export function readKeyPress(event: PressedKey, platform: string): KeyPress {
  const modifiers = modifiersOf(event, platform);
  if (event.key === 'Escape' && modifiers.length === 0) return { type: 'cancel' };
  if (MODIFIER_KEYS.has(event.key)) return { type: 'partial', modifiers: modifiers.join('+') };
  const key = keyOf(event);
  if (key === null) return { type: 'ignored' };
  const strong = modifiers.some((modifier) => modifier !== 'Shift');
  if (!strong && !/^F\d+$/.test(key)) return { type: 'needModifier' };
  return { type: 'accelerator', accelerator: [...modifiers, key].join('+') };
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
