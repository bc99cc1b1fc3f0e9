import { describe, expect, it } from 'vitest';
import { ELECTRON_LIBRARIES, HEADLESS_DESKTOP, installDesktop } from '../../../scripts/setup/debian-packages.mjs';

const ALL = [...ELECTRON_LIBRARIES, ...HEADLESS_DESKTOP].map((names) => [names].flat()[0] ?? '');
const ok = { code: 0, stdout: '', stderr: '' };

/** A machine with these packages; it records what was run on it. */
function machineWith(installed: string[], { root = true, renamed = [] as string[], apt = ok, debian = true, path = '' } = {}) {
  const ran: string[] = [];
  return {
    ran,
    root,
    platform: 'linux' as NodeJS.Platform,
    env: { PATH: path },
    run: async (command: string, args: string[]) => {
      ran.push([command, ...args].join(' '));
      if (command === 'dpkg-query') {
        if (!debian) return { code: 127, stdout: '', stderr: 'spawn dpkg-query ENOENT' };
        return { code: 1, stdout: installed.map((name) => `${name} installed\n`).join('') + 'xvfb config-files\n', stderr: '' };
      }
      if (command === 'apt-cache') return { ...ok, stdout: `  Candidate: ${renamed.includes(args[1] ?? '') ? '1.0' : '(none)'}\n` };
      return apt;
    },
  };
}

async function install(machine: ReturnType<typeof machineWith>, headless = true) {
  const said: string[] = [];
  await installDesktop({ headless, log: (line: string) => said.push(line), machine });
  return said;
}

describe('the Debian packages', () => {
  it('does nothing and says nothing when all are there', async () => {
    const machine = machineWith(ALL);
    expect(await install(machine)).toEqual([]);
    expect(machine.ran).toHaveLength(1);
  });

  it('installs exactly what is missing, as root, after one update', async () => {
    const machine = machineWith(ALL.filter((name) => name !== 'xvfb' && name !== 'libgtk-3-0'));
    expect(await install(machine)).toEqual(['Installing 2 Debian packages: libgtk-3-0, xvfb.']);
    const apt = machine.ran.filter((line) => line.startsWith('apt-get'));
    expect(apt).toHaveLength(2);
    expect(apt[0]).toMatch(/update$/);
    expect(apt[1]).toMatch(/install -y --no-install-recommends libgtk-3-0 xvfb$/);
  });

  it('takes a library under the name that newer systems give it', async () => {
    const newer = ALL.map((name) => name.replace(/^(libgtk-3-0|libasound2)$/, '$1t64'));
    expect(await install(machineWith(newer))).toEqual([]);
    const machine = machineWith(newer.filter((name) => name !== 'libasound2t64'), { renamed: ['libasound2t64'] });
    await install(machine);
    expect(machine.ran.at(-1)).toMatch(/--no-install-recommends libasound2t64$/);
  });

  it('asks for the packages of a screenless session only when there is to be one', async () => {
    const libraries = ALL.slice(0, ELECTRON_LIBRARIES.length);
    expect(await install(machineWith(libraries), false)).toEqual([]);
  });

  it('names the command to type when it may not install', async () => {
    const machine = machineWith(ALL.filter((name) => name !== 'openbox'), { root: false });
    await expect(install(machine)).rejects.toThrow('sudo apt-get install --no-install-recommends openbox');
    expect(machine.ran.some((line) => line.startsWith('apt-get'))).toBe(false);
  });

  it('repeats in one sentence what apt-get complained about', async () => {
    const apt = { code: 100, stdout: '', stderr: 'Reading…\nE: Unable to locate package openbox\nE: more' };
    const machine = machineWith(ALL.filter((name) => name !== 'openbox'), { apt });
    await expect(install(machine)).rejects.toThrow('apt-get could not install openbox: Unable to locate package openbox.');
  });

  it('looks for the programs themselves on a system without dpkg', async () => {
    await expect(install(machineWith([], { debian: false, path: '/nowhere' }))).rejects.toThrow(/not on the PATH: Xvfb, dbus-daemon/);
    expect(await install(machineWith([], { debian: false }), false)).toEqual([]);
  });

  it('refuses a screenless session where there can be none', async () => {
    const machine = { ...machineWith([]), platform: 'darwin' as NodeJS.Platform };
    await expect(install(machine)).rejects.toThrow(/needs Linux/);
  });
});
