import { describe, expect, it } from 'vitest';
import type { NotifySettings } from '../../../core/notify/settings.ts';
import { ANA, notifySettings, rule } from '../../support/notify-settings.ts';
import { toastBench } from '../../support/toast-bench.ts';
import type { ToastBench } from '../../support/toast-bench.ts';

const MINUTE = 60_000;
const loud = rule('loud', { sound: true });
const silent = (bench: ToastBench) => bench.notifier.shown.map((toast) => toast.silent);
const pass = (bench: ToastBench) => bench.dispatcher.passComplete({ awayMs: 0 });

async function desk(given: Partial<NotifySettings> = {}): Promise<ToastBench> {
  const bench = await toastBench();
  bench.settings = notifySettings(given);
  return bench;
}

describe('a sound', () => {
  it('is made once a burst: by the first toast of a minute, also over several passes', async () => {
    const bench = await desk({ rules: [loud] });
    for (const id of ['a', 'b', 'c']) {
      await bench.change(id);
      await pass(bench);
      await bench.clock.advance(20_000);
    }
    await bench.change('d');
    await pass(bench);
    expect(silent(bench)).toEqual([false, true, true, false]);
  });

  it('is left to the first toast whose rule wants one', async () => {
    const bench = await desk({ rules: [rule('quiet', { when: { statuses: ['open'] } }), loud] });
    await bench.put('a', { status: 'open' });
    await bench.put('b', { status: 'new' });
    await pass(bench);
    expect(silent(bench)).toEqual([true, false]);
  });

  it('is not made when the person wants none, nor while the system wants quiet', async () => {
    const bench = await desk({ rules: [loud], sound: false });
    await bench.change('a');
    await pass(bench);
    bench.settings = notifySettings({ rules: [loud] });
    bench.desk.doNotDisturb = true;
    await bench.change('b');
    await pass(bench);
    bench.desk.doNotDisturb = false;
    await bench.change('c');
    await pass(bench);
    expect(silent(bench)).toEqual([true, true, false]);
  });

  it('comes with a summary only if one of its rules has one', async () => {
    for (const [sound, expected] of [[true, false], [false, true]] as const) {
      const bench = await desk({ rules: [rule('r', { sound })] });
      await bench.change('a', 'b', 'c');
      await bench.dispatcher.passComplete({ awayMs: 0, returned: true });
      expect([bench.notifier.shown[0]?.title, ...silent(bench)]).toEqual(['away', expected]);
    }
  });
});

describe('urgency', () => {
  it('is critical for what breaks quiet hours, low for what is told together', async () => {
    const bench = await desk({ rules: [rule('urgent', { breaksQuiet: true, when: { priorities: ['urgent'] } }), rule('later', { action: 'summary', when: { statuses: ['later'] } })] });
    await bench.put('a', { priority: 'urgent' });
    await bench.put('b', { status: 'later' });
    await bench.put('c');
    await pass(bench);
    await bench.clock.advance(15 * MINUTE);
    expect(bench.notifier.shown.map(({ urgency }) => urgency)).toEqual(['critical', 'normal', 'low']);
  });
});

describe('how much a toast says', () => {
  async function saidBy(given: Partial<NotifySettings>, locked: boolean): Promise<string> {
    const bench = await toastBench({ says: (level) => level });
    bench.settings = notifySettings(given);
    bench.desk.locked = locked;
    await bench.change('a');
    await pass(bench);
    return bench.notifier.shown[0]?.title ?? '';
  }
  it.each([
    [{ toastContent: 'full' }, false, 'full'],
    [{ toastContent: 'number' }, false, 'number'],
    [{ toastContent: 'hidden' }, false, 'hidden'],
    [{ toastContent: 'full' }, true, 'hidden'],
    [{ toastContent: 'number', hideContentWhenLocked: true }, true, 'hidden'],
    [{ toastContent: 'full', hideContentWhenLocked: false }, true, 'full'],
  ] as const)('%j, locked %s: %s', async (given, locked, expected) => {
    expect(await saidBy(given, locked)).toBe(expected);
  });

  it('is nothing while the system does not answer whether the screen is locked', async () => {
    const bench = await toastBench({ says: (level) => level });
    bench.desk.locked = new Promise(() => undefined);
    await bench.change('a');
    void pass(bench);
    await bench.clock.advance(5_000);
    expect(bench.notifier.shown.map(({ title }) => title)).toEqual(['hidden']);
  });
});

describe('while nobody is signed in', () => {
  it('nothing is told or decided, whatever rings', async () => {
    const bench = await desk({ viewer: ANA });
    await bench.change('a');
    bench.signedIn = false;
    await bench.dispatcher.recover();
    await bench.dispatcher.clockRang();
    await pass(bench);
    expect([bench.notifier.shown, bench.decided]).toEqual([[], []]);
    expect(await bench.store.pendingEvents(10)).toHaveLength(1);
  });
});
