import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineState } from '../../../../../contract/status.ts';
import { pausedUntil, PAUSES } from '../../../../../contract/pause.ts';
import { drawTemplateIcon, drawTrayIcon } from '../../../../../main/desktop/tray/tray-icon.ts';
import type { TrayIcon } from '../../../../../main/desktop/tray/tray-icon.ts';
import { hasTray } from '../../../../../main/desktop/tray/tray-presence.ts';
import type { RecentItem } from '../../../../../main/desktop/tray/tray-news.ts';
import { nextBlockWords, trayModel } from '../../../../../main/desktop/tray/tray-state.ts';
import type { TrayEntry, TrayFacts } from '../../../../../main/desktop/tray/tray-state.ts';
import { createWords } from '../../../../../main/i18n.ts';

const { t } = createWords('en');
const NOW = new Date(2026, 0, 5, 14, 0).getTime();

function model(change: { state?: EngineState; ticket?: number; task?: number; blockedUntil?: number; pausedUntil?: number; sessionGoodUntil?: number; locked?: boolean } & Pick<TrayFacts, 'news' | 'content'> = {}) {
  const facts: TrayFacts = {
    status: { state: change.state ?? 'live', unread: { ticket: change.ticket ?? 0, task: change.task ?? 0 }, blockedUntil: change.blockedUntil ?? null, sessionGoodUntil: change.sessionGoodUntil ?? null, secureStorage: { state: change.locked ? 'locked' : 'keyring', backend: 'x' } },
    news: change.news ?? null,
    content: change.content ?? 'full',
    pausedUntil: change.pausedUntil ?? 0,
    now: NOW,
    language: 'en-GB',
  };
  return trayModel(facts, t);
}
const flat = (entries: readonly TrayEntry[]): string[] => entries.flatMap((entry) => (entry.kind === 'line' ? ['—'] : entry.kind === 'submenu' ? [entry.label, ...flat(entry.entries).map((label) => `  ${label}`)] : [entry.label]));
const enabled = (entries: readonly TrayEntry[], action: string): boolean | undefined => entries.flatMap((entry) => (entry.kind === 'action' && entry.action === action ? [entry.enabled] : []))[0];

describe('tray model', () => {
  it('offers everything in the menu, and says in words how things stand', () => {
    expect(flat(model({ ticket: 2, task: 1 }).menu)).toEqual([
      'Open Cxpress Tray', 'Look up a ticket or task…', '—', 'Cxpress Tray: 3 unread (2 tickets and 1 task), live', 'Sync now',
      'Pause notifications', '  For 30 minutes', '  For 1 hour', '  Until tomorrow', '  Until I resume', '—', 'Settings', 'Quit',
    ]);
  });

  it('offers to resume while paused, and says until when', () => {
    expect(flat(model({ pausedUntil: NOW + 30 * 60_000 }).menu).slice(5, 7)).toEqual(['Notifications paused until 14:30', 'Resume notifications']);
    expect(flat(model({ pausedUntil: -1 }).menu).slice(5, 7)).toEqual(['Notifications paused', 'Resume notifications']);
    expect(flat(model({ pausedUntil: NOW - 1 }).menu)[5]).toBe('Pause notifications');
  });

  it.each([
    [{ state: 'live' as const }, 'normal', 'Cxpress Tray: live'],
    [{ state: 'catchingUp' as const }, 'working', 'Cxpress Tray: catching up'],
    [{ state: 'offline' as const }, 'off', 'Cxpress Tray: offline'],
    [{ state: 'signedOut' as const }, 'off', 'Cxpress Tray: signed out'],
    [{ state: 'needsTokens' as const }, 'attention', 'Cxpress Tray: new tokens needed'],
    [{ state: 'blocked' as const, blockedUntil: NOW + 32 * 60_000 }, 'blocked', 'Cxpress Tray: blocked until 14:32, 32 minutes left'],
    [{ state: 'live' as const, pausedUntil: -1 }, 'paused', 'Cxpress Tray: live, notifications paused'],
    [{ state: 'signedOut' as const, locked: true }, 'attention', 'Cxpress Tray: keyring locked'],
    [{ state: 'blocked' as const, pausedUntil: -1 }, 'blocked', 'Cxpress Tray: blocked until …'],
    [{ sessionGoodUntil: NOW + 3_600_000, pausedUntil: -1 }, 'attention', 'Cxpress Tray: live, tokens end at 15:00'],
    [{ sessionGoodUntil: NOW + 20 * 3_600_000 }, 'attention', 'Cxpress Tray: live, tokens end at Tue 10:00'],
    [{ sessionGoodUntil: NOW + 25 * 3_600_000 }, 'normal', 'Cxpress Tray: live'],
    [{ state: 'signedOut' as const, sessionGoodUntil: NOW + 3_600_000 }, 'off', 'Cxpress Tray: signed out'],
    [{ ticket: 1 }, 'normal', 'Cxpress Tray: 1 unread (1 ticket), live'],
    [{ ticket: 1000 }, 'normal', 'Cxpress Tray: 1,000 unread (1,000 tickets), live'],
    [{ task: 2 }, 'normal', 'Cxpress Tray: 2 unread (2 tasks), live'],
  ])('%j looks %s and says "%s"', (change, mood, tooltip) => {
    expect(model(change)).toMatchObject({ mood, tooltip });
  });

  it('counts a block down: the words are due anew with each minute that passes, and the last is the singular', () => {
    const due = (left: number) => nextBlockWords({ status: { state: 'blocked', unread: { ticket: 0, task: 0 }, blockedUntil: NOW + left }, now: NOW });
    expect([32 * 60_000, 31.5 * 60_000, 1, 0].map(due)).toEqual([60_000, 30_000, 1, null]);
    expect(model({ state: 'blocked', blockedUntil: NOW + 59_000 }).tooltip).toBe('Cxpress Tray: blocked until 14:00, 1 minute left');
  });

  it('offers to sync only where that can help', () => {
    const states: EngineState[] = ['live', 'catchingUp', 'offline', 'blocked', 'needsTokens', 'signedOut'];
    expect(states.map((state) => enabled(model({ state }).menu, 'syncNow'))).toEqual([true, true, true, false, false, false]);
  });
});

describe('queues in the menu', () => {
  const item = (change: Partial<RecentItem> = {}): RecentItem => ({ entity: 'ticket', id: 'a', number: '1042', title: 'Cannot log in', ...change });
  const news = (recent: RecentItem[], tasks = 0) => ({
    counts: [
      { entity: 'ticket' as const, scope: 'mine' as const, total: 3 }, { entity: 'ticket' as const, scope: 'unassigned' as const, total: 1200 },
      { entity: 'task' as const, scope: 'mine' as const, total: tasks }, { entity: 'task' as const, scope: 'unassigned' as const, total: 0 },
    ],
    recent,
  });
  const labels = (change: Parameters<typeof model>[0]) => flat(model(change).menu).slice(3, -8);

  it('are counted, and what changed last is named', () => {
    expect(labels({ news: news([item(), item({ entity: 'task', id: 'b', number: null, title: 'Call back' })]) })).toEqual(['My tickets: 3', 'Unassigned tickets: 1,200', '—', 'Changed last', '#1042 Cannot log in', 'Task Call back', '—', 'Cxpress Tray: live', 'Sync now']);
  });

  it('of tasks are named while something is in them, and lead there', () => {
    const { menu } = model({ news: news([], 2) });
    expect(menu.filter((entry) => entry.kind === 'queue').map(({ entity, scope, label }) => [entity, scope, label])).toEqual([
      ['ticket', 'mine', 'My tickets: 3'], ['ticket', 'unassigned', 'Unassigned tickets: 1,200'], ['task', 'mine', 'My tasks: 2'],
    ]);
  });

  it('are not shown to who is signed out, though they may not have been read anew yet', () => {
    expect(JSON.stringify(model({ state: 'signedOut', news: news([item()], 2) }).menu)).not.toMatch(/1042|log in|My t/);
  });

  it('say no more of an item than toasts do', () => {
    expect(labels({ content: 'number', news: news([item(), item({ entity: 'task', number: null })]) }).slice(4, 6)).toEqual(['Ticket #1042', 'Task']);
    expect(JSON.stringify(model({ content: 'hidden', news: news([item()]) }).menu)).not.toMatch(/1042|log in/);
  });

  it('keep foreign titles to one plain line of at most 60 characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (title) => {
      const label = labels({ news: news([item({ title })]) })[4] ?? '';
      expect([...label].length).toBeLessThanOrEqual(60);
      expect(label).not.toMatch(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
    }));
  });
});

describe('pauses', () => {
  it('end when their name says', () => {
    expect(PAUSES.map((pause) => pausedUntil(pause, NOW))).toEqual([NOW + 30 * 60_000, NOW + 60 * 60_000, new Date(2026, 0, 6, 8).getTime(), -1]);
  });

  it('until tomorrow is until the next day\'s morning, also right after midnight', () => {
    expect(pausedUntil('pauseTomorrow', new Date(2026, 0, 31, 0, 1).getTime())).toBe(new Date(2026, 1, 1, 8).getTime());
  });
});

/** The picture in a PNG of ours, as rows of RGBA. */
function pixelsOf(png: Buffer): { size: number; at: (x: number, y: number) => number[] } {
  const size = png.readUInt32BE(16);
  const begin = png.indexOf('IDAT') + 4;
  const rows = inflateSync(png.subarray(begin, begin + png.readUInt32BE(begin - 8)));
  return { size, at: (x, y) => [...rows.subarray(y * (size * 4 + 1) + 1 + x * 4, y * (size * 4 + 1) + 5 + x * 4)] };
}

describe('tray icon', () => {
  const icon: TrayIcon = { count: 0, mood: 'normal', dark: true };

  it.each([16, 22, 32, 44])('is a PNG of %i pixels with clear corners and a filled middle', (size) => {
    const { at, ...picture } = pixelsOf(drawTrayIcon(icon, size));
    expect(picture.size).toBe(size);
    expect([at(0, 0)[3], at(size - 1, size - 1)[3], at(size / 2, size / 2)[3]]).toEqual([0, 0, 255]);
  });

  it('shows the count in red, every count up to nine differently, and all beyond alike', () => {
    const pictures = Array.from({ length: 11 }, (_, count) => drawTrayIcon({ ...icon, count }, 16).toString('base64'));
    expect(new Set(pictures).size).toBe(11);
    expect(drawTrayIcon({ ...icon, count: 400 }, 16).toString('base64')).toBe(pictures[10]);
    const [red, green, blue, alpha] = pixelsOf(drawTrayIcon({ ...icon, count: 3 }, 16)).at(10, 3);
    expect([red! > 180, green! < 90, blue! < 90, alpha]).toEqual([true, true, true, 255]);
  });

  it('looks different for every mood and on either panel', () => {
    const moods = ['normal', 'working', 'paused', 'attention', 'blocked', 'off'] as const;
    const pictures = moods.flatMap((mood) => [true, false].map((dark) => drawTrayIcon({ ...icon, mood, dark }, 22).toString('base64')));
    expect(new Set(pictures).size).toBe(12);
  });

  it('tells the moods apart without colour too, as macOS shows them', () => {
    const moods = ['normal', 'working', 'paused', 'attention', 'blocked', 'off'] as const;
    const shapes = moods.map((mood) => {
      const { size, at } = pixelsOf(drawTemplateIcon(16, mood));
      return Array.from({ length: size * size }, (_, i) => at(i % size, Math.floor(i / size))[3]!);
    });
    const differ = (a: number[], b: number[]): number => a.filter((value, i) => Math.abs(value - b[i]!) > 100).length;
    for (const [i, a] of shapes.entries()) for (const [k, b] of shapes.entries()) if (i < k) expect(differ(a, b), `${moods[i]} and ${moods[k]}`).toBeGreaterThanOrEqual(4);
  });

  it('is black and clear alone as a template for macOS', () => {
    const { size, at } = pixelsOf(drawTemplateIcon(32, 'blocked'));
    const colours = new Set(Array.from({ length: size * size }, (_, i) => at(i % size, Math.floor(i / size)).slice(0, 3).join()));
    expect([...colours]).toEqual(['0,0,0']);
  });
});

describe('whether there is a tray', () => {
  const answers = (given: Record<string, string | null>) => {
    const asked: string[] = [];
    return { asked, run: async (file: string) => { asked.push(file); return given[file] ?? null; } };
  };

  it('needs no question on Windows and macOS', async () => {
    const { asked, run } = answers({});
    expect([await hasTray('win32', run), await hasTray('darwin', run), asked]).toEqual([true, true, []]);
  });

  it.each([
    ['gdbus says yes', { gdbus: '(true,)\n' }, true, ['gdbus']],
    ['gdbus says no', { gdbus: '(false,)\n' }, false, ['gdbus']],
    ['dbus-send says yes', { 'dbus-send': 'method return time=1 sender=org.freedesktop.DBus\n   boolean true\n' }, true, ['gdbus', 'dbus-send']],
    ['busctl says no', { busctl: 'b false\n' }, false, ['gdbus', 'dbus-send', 'busctl']],
    ['nobody can be asked', {}, false, ['gdbus', 'dbus-send', 'busctl']],
  ])('%s', async (_what, given, present, questions) => {
    const { asked, run } = answers(given);
    expect([await hasTray('linux', run), asked]).toEqual([present, questions]);
  });
});
