import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createBus } from '../../../../main/desktop/bus-question.ts';
import { createDoNotDisturb } from '../../../../main/desktop/do-not-disturb.ts';
import { createFreshAnswer } from '../../../../main/desktop/fresh-answer.ts';
import { createScreenLock } from '../../../../main/desktop/screen-lock.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

/** A desktop on which some services answer: by a part of the command line. */
function programs(answers: Record<string, string>) {
  const asked: string[] = [];
  const run = async (file: string, args: readonly string[]): Promise<string | null> => {
    const line = [file, ...args].join(' ');
    asked.push(line);
    return Object.entries(answers).find(([part]) => line.includes(part))?.[1] ?? null;
  };
  return { asked, run };
}

describe('a fresh answer', () => {
  it('is one question for all who ask, and is believed for its time', async () => {
    const clock = fakeClock();
    let asked = 0;
    const answer = createFreshAnswer(async () => (asked += 1), 0, 5_000, clock);
    expect(await Promise.all([answer.look(), answer.look()])).toEqual([1, 1]);
    await clock.advance(4_999);
    expect(await answer.look()).toBe(1);
    await clock.advance(1);
    expect(answer.now()).toBe(1);
    expect(await answer.look()).toBe(2);
  });

  it('keeps what was known when the question fails, and does not ask again at once', async () => {
    const clock = fakeClock();
    let asked = 0;
    const answer = createFreshAnswer<string>(() => { asked += 1; return Promise.reject(new Error('no bus')); }, 'first', 5_000, clock);
    expect([await answer.look(), await answer.look(), asked]).toEqual(['first', 'first', 1]);
  });
});

describe('the bus', () => {
  it('is asked by the first tool that answers, and by no other from then on', async () => {
    const { asked, run } = programs({ 'dbus-send': 'boolean false' });
    const ask = createBus(run);
    const call = { bus: 'session', to: 'a.b', path: '/a/b', method: 'a.b.Get', texts: ['x'] } as const;
    expect(await ask(call)).toBe('boolean false');
    await ask(call);
    expect(asked).toEqual([
      'gdbus call --session --timeout 2 --dest a.b --object-path /a/b --method a.b.Get x',
      'dbus-send --session --print-reply --dest=a.b /a/b a.b.Get string:x',
      'dbus-send --session --print-reply --dest=a.b /a/b a.b.Get string:x',
    ]);
  });

  it('splits interface and member for busctl', async () => {
    const { asked, run } = programs({ busctl: 'b true' });
    expect(await createBus(run)({ bus: 'system', to: 'a.b', path: '/a/b', method: 'a.b.Get' })).toBe('b true');
    expect(asked[2]).toBe('busctl --system call a.b /a/b a.b Get');
  });
});

describe('screen lock', () => {
  it('follows the events of Windows and macOS, and lets go of them', async () => {
    const power = new EventEmitter();
    const lock = createScreenLock({ platform: 'win32', desktop: '', power, ask: async () => null, clock: fakeClock() });
    power.emit('lock-screen');
    expect([lock.isLocked(), await lock.look(), await lock.tells()]).toEqual([true, true, true]);
    power.emit('unlock-screen');
    expect(lock.isLocked()).toBe(false);
    lock.dispose();
    expect(power.listenerCount('lock-screen') + power.listenerCount('unlock-screen')).toBe(0);
  });

  it.each([
    ['the login manager says yes', { LockedHint: '(<true>,)', 'org.gnome.ScreenSaver': '(false,)' }, true, true],
    ['only the screen saver says yes', { LockedHint: '(<false>,)', 'org.freedesktop.ScreenSaver': '(true,)' }, true, true],
    ['all say no', { LockedHint: '(<false>,)' }, false, true],
    ['nobody says anything', {}, false, false],
  ] as [string, Record<string, string>, boolean, boolean][])('on Linux: %s', async (_what, answers, locked, tells) => {
    const lock = createScreenLock({ platform: 'linux', desktop: 'KDE', power: new EventEmitter(), ask: createBus(programs(answers).run), clock: fakeClock() });
    expect([await lock.look(), lock.isLocked(), await lock.tells()]).toEqual([locked, locked, tells]);
  });

  it('asks only the screen saver of the desktop itself', async () => {
    for (const [desktop, name] of [['ubuntu:GNOME', 'org.gnome'], ['X-Cinnamon', 'org.cinnamon'], ['XFCE', 'org.xfce'], ['', 'org.freedesktop']] as const) {
      const { asked, run } = programs({ gdbus: '(false,)' });
      await createScreenLock({ platform: 'linux', desktop, power: new EventEmitter(), ask: createBus(run), clock: fakeClock() }).look();
      expect(asked.filter((line) => line.includes('ScreenSaver')).map((line) => /--dest (\S+)/.exec(line)?.[1])).toEqual([`${name}.ScreenSaver`]);
    }
  });

  it('asks nobody until somebody wants to know, and then once in five seconds', async () => {
    const clock = fakeClock();
    const { asked, run } = programs({ gdbus: '(false,)' });
    const lock = createScreenLock({ platform: 'linux', desktop: 'KDE', power: new EventEmitter(), ask: createBus(run), clock });
    expect(asked).toEqual([]);
    await lock.look();
    const once = asked.length;
    lock.isLocked();
    await lock.look();
    expect(asked.length).toBe(once);
    await clock.advance(5_000);
    await lock.look();
    expect(asked.length).toBe(2 * once);
  });
});

describe('do-not-disturb', () => {
  const look = (platform: string, desktop: string, answers: Record<string, string>) => {
    const { asked, run } = programs(answers);
    return { asked, answer: createDoNotDisturb({ platform, desktop, ask: createBus(run), run, clock: fakeClock() }).look() };
  };

  it.each([
    ['GNOME shows banners', 'ubuntu:GNOME', { gsettings: 'true\n' }, 'off'],
    ['GNOME shows none', 'GNOME', { gsettings: 'false\n' }, 'on'],
    ['KDE is inhibited', 'KDE', { Inhibited: '(<true>,)' }, 'on'],
    ['KDE is not', 'KDE', { Inhibited: '(<false>,)' }, 'off'],
    ['GNOME without its setting', 'GNOME', {}, 'unknown'],
    ['something odd', 'KDE', { Inhibited: '(<"what">,)' }, 'unknown'],
  ] as [string, string, Record<string, string>, string][])('%s', async (_what, desktop, answers, expected) => {
    expect(await look('linux', desktop, answers).answer).toBe(expected);
  });

  it('is not known on Windows and macOS, and nothing is run there', async () => {
    const { asked, answer } = look('win32', '', {});
    expect([await answer, asked]).toEqual(['unknown', []]);
  });
});
