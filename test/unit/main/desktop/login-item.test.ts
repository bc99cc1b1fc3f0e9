import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autostartFolder, createAutostartFile } from '../../../../main/desktop/login-item/autostart-file.ts';
import { desktopEntry, readDesktopEntry } from '../../../../main/desktop/login-item/desktop-entry.ts';
import { noLoginItem } from '../../../../main/desktop/login-item/no-login-item.ts';
import { createSystemLoginItem } from '../../../../main/desktop/login-item/system-login-item.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { temporaryFolder } from '../../../support/electron/temporary-folder.ts';

/** Reads an Exec line as the specification says a desktop does: value escapes, then quotes, then field codes. */
function argumentsOf(exec: string): string[] {
  const text = exec.replace(/\\([\\nrts])/g, (_all, sign: string) => ({ '\\': '\\', n: '\n', r: '\r', t: '\t', s: ' ' })[sign] ?? '');
  const words: string[] = [];
  for (const [, quoted, bare] of text.matchAll(/"((?:\\["`$\\]|[^"\\`$])*)"|([^\s"]+)/g)) {
    words.push((quoted === undefined ? bare ?? '' : quoted.replace(/\\(["`$\\])/g, '$1')).replaceAll('%%', '%'));
  }
  return words;
}

describe('a desktop entry', () => {
  it('says what to start, readably where it can', () => {
    const text = desktopEntry({ name: 'Cxpress Tray', command: ['/opt/Cxpress Tray/cxpress-tray', '--hidden'] });
    expect(text).toContain('\nExec="/opt/Cxpress Tray/cxpress-tray" --hidden\n');
    expect(readDesktopEntry(text).get('Hidden')).toBe('false');
  });

  it('starts just the program that it was given, whatever its name', () => {
    const word = fc.string({ unit: fc.constantFrom(...'ab /\\"`$%\n\t;&|~\'é'), minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.array(word, { minLength: 1, maxLength: 4 }), (command) => {
      const text = desktopEntry({ name: 'x', command });
      expect(text.split('\n').filter((line) => line.startsWith('Exec='))).toHaveLength(1);
      expect(argumentsOf(readDesktopEntry(text).get('Exec') ?? '')).toEqual(command);
    }));
  });

  it('is read from its main group only', () => {
    expect([...readDesktopEntry('[Desktop Action a]\nHidden=true\n[Desktop Entry]\n#Hidden=true\nHidden = false\n')]).toEqual([['Hidden', 'false']]);
  });
});

describe('starting at login on Linux', () => {
  const desk = () => {
    const folder = join(temporaryFolder(), 'config', 'autostart');
    const make = (program: string) => createAutostartFile({ folder, name: 'Cxpress Tray', command: [program, '--hidden'], log: recordingLog() });
    return { folder, make, file: join(folder, 'cxpress-tray.desktop') };
  };

  it('is off, on, and off again without a trace', async () => {
    const { make, file } = desk();
    const item = make('/usr/bin/cxpress-tray');
    expect(await item.state()).toBe('off');
    await item.set(true);
    expect(await item.state()).toBe('on');
    expect(readFileSync(file, 'utf8')).toContain('Exec=/usr/bin/cxpress-tray --hidden');
    await item.set(false);
    expect([await item.state(), existsSync(file)]).toEqual(['off', false]);
    await item.set(false);
  });

  it.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])('is blocked by %s, and an update leaves that alone', async (line) => {
    const { folder, make, file } = desk();
    await mkdir(folder, { recursive: true });
    writeFileSync(file, `[Desktop Entry]\nExec=/old --hidden\n${line}\n`);
    await make('/new').refresh();
    expect([await make('/new').state(), readFileSync(file, 'utf8').includes('/old')]).toEqual(['blocked', true]);
  });

  it('follows the program to its new place, and does not come back where it was removed', async () => {
    const { make, file } = desk();
    await make('/old').set(true);
    await make('/new').refresh();
    expect(readFileSync(file, 'utf8')).toContain('Exec=/new --hidden');
    await make('/new').set(false);
    await make('/new').refresh();
    expect(existsSync(file)).toBe(false);
  });

  it('says when the folder refuses', async () => {
    const parent = temporaryFolder();
    writeFileSync(join(parent, 'autostart'), 'a file in its place');
    const item = createAutostartFile({ folder: join(parent, 'autostart'), name: 'x', command: ['/x'], log: recordingLog() });
    await expect(item.set(true)).rejects.toMatchObject({ code: 'loginItemFailed' });
    expect(await item.state()).toBe('unavailable');
  });

  it('is where the session looks', () => {
    expect([autostartFolder({ XDG_CONFIG_HOME: '/x' }, '/home/a'), autostartFolder({ XDG_CONFIG_HOME: 'x' }, '/home/a'), autostartFolder({}, '/home/a')]).toEqual(['/x/autostart', '/home/a/.config/autostart', '/home/a/.config/autostart']);
  });
});

describe('starting at login on Windows and macOS', () => {
  /** Windows finds an entry by program and arguments together. */
  function system({ approves = true, obeys = true, status = undefined as string | undefined } = {}) {
    let entry: string | null = null;
    return createSystemLoginItem({
      setLoginItemSettings: ({ openAtLogin, args }) => { if (obeys) entry = openAtLogin ? args.join(' ') : null; },
      getLoginItemSettings: ({ args }) => ({ openAtLogin: entry === args.join(' '), executableWillLaunchAtLogin: entry === args.join(' ') && approves, ...(status === undefined ? {} : { status }) }),
    }, recordingLog());
  }

  it('is found again by the same arguments', async () => {
    const item = system();
    await item.set(true);
    expect(await item.state()).toBe('on');
    await item.set(false);
    expect(await item.state()).toBe('off');
  });

  it('is blocked where the person switched it off in the system itself', async () => {
    const windows = system({ approves: false });
    await windows.set(true);
    expect(await windows.state()).toBe('blocked');
    expect(await system({ status: 'requires-approval' }).state()).toBe('blocked');
  });

  it('says when the system does not obey', async () => {
    await expect(system({ obeys: false }).set(true)).rejects.toMatchObject({ code: 'loginItemFailed' });
  });
});

it('from its sources the app cannot start at login', async () => {
  expect(await noLoginItem().state()).toBe('unavailable');
  await expect(noLoginItem().set(true)).rejects.toMatchObject({ code: 'loginItemFailed' });
  await noLoginItem().set(false);
});
