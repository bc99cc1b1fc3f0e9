import { execFile } from 'node:child_process';

/** Runs a program; the text it printed, or null when it is missing, fails or takes too long. */
export type RunProgram = (file: string, args: readonly string[]) => Promise<string | null>;

/** Who shows tray icons on Linux desktops (freedesktop.org, StatusNotifierItem). Without it an icon is registered nowhere. */
const WATCHER = 'org.kde.StatusNotifierWatcher';
const TIMEOUT_MS = 2_000;

/** The same question to the session bus in the words of three tools, one of which is on every desktop. */
const QUESTIONS: readonly (readonly [string, ...string[]])[] = [
  ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus', '--method', 'org.freedesktop.DBus.NameHasOwner', WATCHER],
  ['dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', `string:${WATCHER}`],
  ['busctl', '--user', 'call', 'org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner', 's', WATCHER],
];

/** Runs a program for at most two seconds. */
export const runProgram: RunProgram = (file, args) =>
  new Promise((resolve) => {
    execFile(file, args, { timeout: TIMEOUT_MS, encoding: 'utf8' }, (error, stdout) => resolve(error ? null : stdout));
  });

/**
 * Whether this session shows tray icons. Windows and macOS always do. On Linux the session bus is asked each time,
 * because panels come and go; when nobody can be asked, the answer is no: minimising a window that could have been
 * hidden costs nothing, hiding one that cannot be reached again does.
 */
export async function hasTray(platform: string, run: RunProgram = runProgram): Promise<boolean> {
  if (platform !== 'linux') return true;
  for (const [file, ...args] of QUESTIONS) {
    const answer = await run(file, args);
    if (answer !== null) return /\btrue\b/.test(answer);
  }
  return false;
}
