import type { AppError } from '../../contract/result.ts';

const MAC_SIGNS: Record<string, string> = { CommandOrControl: '⌘', Command: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧', Super: '⌘' };
const WORDS: Record<string, string> = { CommandOrControl: 'Ctrl', Control: 'Ctrl', Command: 'Cmd', Super: 'Super' };

/** The keys of an Electron accelerator as the platform's people read them: `['Ctrl', 'Shift', 'K']`, or `['⌘', '⇧', 'K']` on macOS. */
export function acceleratorKeys(accelerator: string, platform: string): readonly string[] {
  const signs = platform === 'darwin' ? MAC_SIGNS : WORDS;
  return accelerator === '' ? [] : accelerator.split('+').map((key) => signs[key] ?? key);
}

/** {@link acceleratorKeys} in one word: `Ctrl+Shift+K`, `⌘⇧K`. */
export function acceleratorText(accelerator: string, platform: string): string {
  return acceleratorKeys(accelerator, platform).join(platform === 'darwin' ? '' : '+');
}

/** An error whose hotkey is written as people read it. */
export function withReadableHotkey(error: AppError, platform: string): AppError {
  const hotkey = error.params?.hotkey;
  return typeof hotkey === 'string' ? { ...error, params: { ...error.params, hotkey: acceleratorText(hotkey, platform) } } : error;
}
