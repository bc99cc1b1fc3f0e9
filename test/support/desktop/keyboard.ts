import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Presses a key combination such as `ctrl+shift+k` on the X server, as a keyboard would: whoever has grabbed it gets it. */
export async function pressKeys(combination: string): Promise<void> {
  await run('xdotool', ['key', '--clearmodifiers', combination]);
}

/** Types text into whatever window has the focus. */
export async function typeText(text: string): Promise<void> {
  await run('xdotool', ['type', '--clearmodifiers', '--delay', '5', text]);
}
