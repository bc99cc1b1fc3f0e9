import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { capture } from './child.mjs';
import { Failure } from './failure.mjs';

/**
 * A package to have, or its possible names: Debian 13 and Ubuntu 24.04 renamed some libraries to `…t64`.
 * @typedef {string | string[]} Wanted
 */

/** What Electron itself loads. */
export const ELECTRON_LIBRARIES = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  'libnss3',
  ['libasound2', 'libasound2t64'],
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libnotify4',
  'libsecret-1-0',
];

/** What a desktop session without a screen is made of; Inter is the font of its screenshots. */
export const HEADLESS_DESKTOP = ['xvfb', 'dbus', 'gnome-keyring', 'openbox', 'xdotool', 'libnotify-bin', 'fonts-inter'];

/** The programs of the same session, for systems with other package names. */
const HEADLESS_PROGRAMS = ['Xvfb', 'dbus-daemon', 'gnome-keyring-daemon', 'openbox', 'xdotool'];

/**
 * The machine, as far as packages are concerned; replaced in tests.
 * @typedef {object} Machine
 * @property {typeof capture} run
 * @property {boolean} root
 * @property {NodeJS.Platform} platform
 * @property {NodeJS.ProcessEnv} env
 */

/** @returns {Machine} */
const thisMachine = () => ({ run: capture, root: process.getuid?.() === 0, platform: process.platform, env: process.env });

/**
 * Makes sure that Electron can run here, and with `headless` that a desktop session without a screen can be started.
 * Installs what is missing where that is possible (Debian's apt, as root); otherwise names the command that would.
 * @param {{ headless: boolean, log: (line: string) => void, machine?: Machine }} options
 */
export async function installDesktop({ headless, log, machine = thisMachine() }) {
  if (machine.platform !== 'linux') {
    if (headless) throw new Failure('A desktop session without a screen needs Linux; run this on a machine with a display instead.');
    return;
  }
  const wanted = headless ? [...ELECTRON_LIBRARIES, ...HEADLESS_DESKTOP] : ELECTRON_LIBRARIES;
  const missing = await missingPackages(wanted, machine);
  if (missing === 'not Debian') return headless ? checkPrograms(machine.env) : undefined;
  if (missing.length === 0) return;
  const names = await Promise.all(missing.map((names) => firstAvailable(names, machine)));
  if (!machine.root) {
    throw new Failure(`Missing Debian packages; install them with: sudo apt-get install --no-install-recommends ${names.join(' ')}`);
  }
  await install(missing, log, machine);
}

/**
 * @param {Wanted[]} wanted
 * @param {Machine} machine
 * @returns {Promise<string[][] | 'not Debian'>} the possible names of every package that is not installed
 */
async function missingPackages(wanted, { run }) {
  const choices = wanted.map((names) => [names].flat());
  const query = await run('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n', ...choices.flat()]);
  if (query.code === 127) return 'not Debian';
  const installed = new Set(
    query.stdout
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return choices.filter((names) => !names.some((name) => installed.has(name)));
}

/**
 * @param {string[][]} missing
 * @param {(line: string) => void} log
 * @param {Machine} machine
 */
async function install(missing, log, machine) {
  const env = { ...machine.env, DEBIAN_FRONTEND: 'noninteractive' };
  const lock = ['-o', 'DPkg::Lock::Timeout=120', '-q'];
  log(`Installing ${missing.length} Debian packages: ${missing.map(([name]) => name).join(', ')}.`);
  const update = await machine.run('apt-get', [...lock, 'update'], { env });
  const names = await Promise.all(missing.map((choice) => firstAvailable(choice, machine)));
  const result = await machine.run('apt-get', [...lock, 'install', '-y', '--no-install-recommends', ...names], { env });
  if (result.code !== 0) {
    throw new Failure(`apt-get could not install ${names.join(', ')}: ${aptComplaint(result.stderr) || aptComplaint(update.stderr)}.`);
  }
}

/** @param {string[]} names @param {Machine} machine */
async function firstAvailable([first = '', ...others], { run }) {
  for (const name of others) {
    const policy = await run('apt-cache', ['policy', name]);
    if (/Candidate: (?!\(none\))\S/.test(policy.stdout)) return name;
  }
  return first;
}

/** @param {string} stderr */
function aptComplaint(stderr) {
  return stderr.split('\n').find((line) => line.startsWith('E: '))?.slice(3) ?? 'apt-get gave no reason';
}

/** @param {NodeJS.ProcessEnv} env */
async function checkPrograms(env) {
  const present = await Promise.all(HEADLESS_PROGRAMS.map((program) => onPath(program, env)));
  const absent = HEADLESS_PROGRAMS.filter((_, index) => !present[index]);
  if (absent.length > 0) throw new Failure(`These programs are needed for a desktop session without a screen and are not on the PATH: ${absent.join(', ')}.`);
}

/** @param {string} program @param {NodeJS.ProcessEnv} env */
async function onPath(program, env) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const found = await Promise.all(folders.map((folder) => access(join(folder, program), constants.X_OK).then(() => true, () => false)));
  return found.includes(true);
}
