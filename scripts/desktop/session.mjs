import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBus } from './bus.mjs';
import { Daemon, diesWithParent } from './daemon.mjs';
import { startDisplay } from './display.mjs';
import { startKeyring } from './keyring.mjs';
import { endMarked } from './sweep.mjs';
import { startWindowManager } from './window-manager.mjs';

/**
 * What the parts of a session are started on: a folder of their own, the environment they add to, and the way to start
 * a background program in it.
 * @typedef {object} Stage
 * @property {string} folder
 * @property {NodeJS.ProcessEnv} env
 * @property {(line: string[], input?: string) => Daemon} start
 */

/**
 * A running desktop session. `prefix` goes before a command that must not outlive this process.
 * @typedef {object} DesktopSession
 * @property {NodeJS.ProcessEnv} env for programs that are to run in it
 * @property {string[]} prefix
 * @property {() => Promise<void>} endPrograms ends every program that runs in it, whoever started it
 * @property {() => Promise<void>} dispose ends those and the session itself, and removes its files
 */

/** Variables that would lead a program out of the session, to the desktop or the files of the person at the machine. */
const FOREIGN = /^(XDG_.*|DBUS_.*|WAYLAND_DISPLAY|GNOME_.*|SSH_AUTH_SOCK|SESSION_MANAGER|DESKTOP_SESSION|LANGUAGE|LC_.*)$/;

/**
 * Starts a desktop session that needs no screen: X server, session bus, window manager and (unless `keyring` is false)
 * an unlocked keyring, all with a home folder of their own in the temporary folder.
 * @param {{ keyring?: boolean, screen?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<DesktopSession>}
 */
export async function startDesktopSession({ keyring = true, screen = '1280x800x24', env = process.env } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'cxpress-desktop-'));
  const mark = `CXPRESS_DESKTOP_${randomUUID().replaceAll('-', '')}`;
  const prefix = await diesWithParent();
  /** @type {Daemon[]} */
  const daemons = [];
  /** @type {Stage} */
  const stage = {
    folder,
    env: { ...(await ownEnvironment(folder, env)), [mark]: '1' },
    start(line, input = '') {
      const daemon = new Daemon(line, { env: stage.env, prefix, input });
      daemons.push(daemon);
      return daemon;
    },
  };
  const endPrograms = () => endMarked(mark, { spare: daemons.flatMap(({ pid }) => pid ?? []) });
  const dispose = async () => {
    await endPrograms();
    await endMarked(mark);
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    await Promise.all([startDisplay(stage, screen), startBus(stage)]);
    await Promise.all([startWindowManager(stage), keyring ? startKeyring(stage) : undefined]);
  } catch (error) {
    await dispose();
    throw error;
  }
  return { env: stage.env, prefix, endPrograms, dispose };
}

/**
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} outer
 * @returns {Promise<NodeJS.ProcessEnv>}
 */
async function ownEnvironment(folder, outer) {
  const home = join(folder, 'home');
  const runtime = join(folder, 'runtime');
  const temporary = join(folder, 'tmp');
  const fonts = join(folder, 'fonts.conf');
  await Promise.all([mkdir(home), mkdir(runtime, { mode: 0o700 }), mkdir(temporary), writeFile(fonts, FONTS)]);
  const kept = Object.fromEntries(Object.entries(outer).filter(([name]) => !FOREIGN.test(name)));
  return {
    ...kept,
    HOME: home,
    TMPDIR: temporary,
    XDG_RUNTIME_DIR: runtime,
    XDG_SESSION_TYPE: 'x11',
    // Chromium chooses the keyring by the name of the desktop.
    XDG_CURRENT_DESKTOP: 'GNOME',
    FONTCONFIG_FILE: fonts,
    LANG: 'C.UTF-8',
    NO_AT_BRIDGE: '1',
  };
}

/** The system's fonts, with Inter for the interface font. */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <alias binding="strong"><family>system-ui</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="strong"><family>sans-serif</family><prefer><family>Inter</family></prefer></alias>
  <alias binding="strong"><family>sans</family><prefer><family>Inter</family></prefer></alias>
</fontconfig>
`;
