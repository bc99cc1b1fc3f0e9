import { describe, expect, it } from 'vitest';
import { desktopFactsSchema } from '../../../../contract/desktop-facts.ts';
import { desktopFacts, desktopKind, isWayland } from '../../../../main/desktop/desktop-facts.ts';
import { desktopHandlers } from '../../../../main/ipc/handlers/desktop.ts';
import { diagnosticsHandlers } from '../../../../main/ipc/handlers/diagnostics.ts';

describe('the desktop', () => {
  it.each([
    ['win32', {}, 'windows', false], ['darwin', {}, 'macos', false],
    ['linux', { XDG_CURRENT_DESKTOP: 'ubuntu:GNOME', XDG_SESSION_TYPE: 'wayland' }, 'gnome', true],
    ['linux', { XDG_CURRENT_DESKTOP: 'KDE', WAYLAND_DISPLAY: 'wayland-0' }, 'kde', true],
    ['linux', { XDG_CURRENT_DESKTOP: 'XFCE', XDG_SESSION_TYPE: 'x11' }, 'other', false],
    ['linux', {}, 'other', false],
    ['win32', { WAYLAND_DISPLAY: 'x' }, 'windows', false],
  ] as const)('%s with %j is %s', (platform, env, kind, wayland) => {
    expect([desktopKind(platform, env), isWayland(platform, env)]).toEqual([kind, wayland]);
  });

  it('is told as the contract has it, asked anew each time', async () => {
    let asked = 0;
    const facts = () => desktopFacts({
      platform: 'linux', env: {}, hasTray: async () => { asked += 1; return asked > 1; }, hotkey: { isBound: () => true }, login: { state: async () => 'blocked' },
      lock: { tells: async () => false }, doNotDisturb: { look: async () => 'on' },
    });
    const handlers = desktopHandlers({ facts, hotkey: { tryOut: async () => true, cancelTry: () => undefined } });
    const first = await handlers['desktop.facts'](null);
    expect(first).toEqual({ ok: true, value: { tray: false, kind: 'other', wayland: false, hotkeyBound: true, login: 'blocked', tellsLock: false, doNotDisturb: 'on' } });
    const second = await handlers['desktop.facts'](null);
    expect(second.ok && desktopFactsSchema.parse(second.value).tray).toBe(true);
    expect(await handlers['hotkey.try'](null)).toEqual({ ok: true, value: { heard: true } });
    expect(await handlers['hotkey.cancel'](null)).toEqual({ ok: true, value: null });
  });
});

describe('writing diagnostics down', () => {
  it('runs the checks once a place was chosen, and says when the disk refuses', async () => {
    const steps: unknown[] = [];
    const make = (path: string | null, refuses = false) => diagnosticsHandlers({
      run: async () => { steps.push('run'); return []; }, report: async (checks) => `${checks.length} checks`,
      dialogs: { save: async (name) => { steps.push(name); return path; } },
      writeFile: async (to, bytes) => { if (refuses) throw new Error('EROFS'); steps.push([to, new TextDecoder().decode(bytes)]); },
    })['diagnostics.export'];
    expect(await make(null)(null)).toEqual({ ok: true, value: { saved: false } });
    expect(await make('/x/report.json')(null)).toEqual({ ok: true, value: { saved: true } });
    await expect(make('/x/report.json', true)(null)).rejects.toMatchObject({ code: 'fileNotWritten' });
    expect(steps).toEqual(['cxpress-tray-diagnostics.json', 'cxpress-tray-diagnostics.json', 'run', ['/x/report.json', '0 checks'], 'cxpress-tray-diagnostics.json', 'run']);
  });
});
