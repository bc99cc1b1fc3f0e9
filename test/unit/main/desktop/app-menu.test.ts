import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { LANGUAGES } from '../../../../contract/locales/languages.ts';
import { createWords } from '../../../../main/i18n.ts';
import { appMenuTemplate } from '../../../../main/desktop/app-menu.ts';

type Entry = MenuItemConstructorOptions;

const act = { settings: vi.fn(), lookup: vi.fn() };
const template = (platform: string, language: (typeof LANGUAGES)[number]['code'] = 'en', devTools = false): Entry[] => appMenuTemplate({ platform, t: createWords(language).t, act, devTools });
const inside = (entries: Entry[]): Entry[] => entries.flatMap((entry) => [entry, ...inside(Array.isArray(entry.submenu) ? entry.submenu : [])]);
const named = (entries: Entry[]): Entry[] => inside(entries).filter(({ type }) => type !== 'separator');

describe('the application menu', () => {
  it.each(LANGUAGES.flatMap(({ code }) => ['darwin', 'win32', 'linux'].map((platform) => [code, platform] as const)))('has words of its own everywhere: %s on %s', (language, platform) => {
    const labels = named(template(platform, language)).map(({ label }) => label);
    expect(labels).not.toContain(undefined);
    expect(labels.filter((label) => label?.startsWith('shell.'))).toEqual([]);
    if (language !== 'en') expect(labels).not.toContain('Edit');
  });

  it.each(['darwin', 'win32', 'linux'])('edits text, closes the window and quits on %s', (platform) => {
    expect(named(template(platform)).map(({ role }) => role)).toEqual(expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll', 'close', 'quit']));
  });

  it('has a key to quit and one to close where the system has none of its own', () => {
    const keys = named(template('linux')).filter(({ registerAccelerator }) => registerAccelerator !== false).map(({ role, accelerator }) => [role, accelerator]);
    expect(keys).toContainEqual(['quit', 'Control+Q']);
    expect(keys).toContainEqual(['close', 'Control+W']);
  });

  it('leaves the keys of text fields and lists to the pages', () => {
    const taken = named(template('win32')).filter(({ role, accelerator, registerAccelerator }) => (accelerator !== undefined || ['undo', 'copy', 'paste'].includes(String(role))) && registerAccelerator !== false);
    expect(taken.map(({ role }) => role)).toEqual(['close', 'quit']);
  });

  it('begins with the name of the app on macOS only', () => {
    expect(template('darwin').map(({ label }) => label)).toEqual(['Cxpress Tray', 'File', 'Edit', 'View', 'Window']);
    expect(template('linux').map(({ label }) => label)).toEqual(['File', 'Edit', 'View']);
  });

  it('leads to settings and lookup', () => {
    const click = (label: string): void => (named(template('linux')).find((entry) => entry.label === label)?.click as () => void)();
    click('Settings…');
    click('Look up a ticket or task…');
    expect([act.settings, act.lookup].map(({ mock }) => mock.calls.length)).toEqual([1, 1]);
  });

  it('has the tools of developers only where they are allowed', () => {
    const roles = (devTools: boolean) => named(template('linux', 'en', devTools)).map(({ role }) => role);
    expect(roles(true)).toContain('toggleDevTools');
    expect(roles(false)).not.toContain('toggleDevTools');
  });
});
