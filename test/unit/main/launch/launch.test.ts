import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { installBoundedQuit } from '../../../../main/launch/bounded-quit.ts';
import { installCrashHooks } from '../../../../main/launch/crash-hooks.ts';
import { parseItemLink } from '../../../../main/launch/item-link.ts';
import { launchOfSecond, parseLaunch } from '../../../../main/launch/launch-arguments.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

const PLAIN = { hidden: false, lookup: false, item: null };

describe('command line', () => {
  it('knows its own words among those of others', () => {
    expect(parseLaunch(['electron', '.', '--no-sandbox', '--user-data-dir=/x', '--hidden'])).toEqual({ ...PLAIN, hidden: true });
    expect(parseLaunch(['app', '--lookup'])).toEqual({ ...PLAIN, lookup: true });
    expect(parseLaunch(['app', '--', 'cxpress-tray://ticket/a1-B_2'])).toEqual({ ...PLAIN, item: { entity: 'ticket', id: 'a1-B_2' } });
    expect(parseLaunch(['app', '--hidden=1', '--lookups', 'hidden'])).toEqual(PLAIN);
  });

  it('is taken from a second launch only in its exact form; anything odd shows the window', () => {
    expect(launchOfSecond({ hidden: true, lookup: false, item: null })).toEqual({ ...PLAIN, hidden: true });
    fc.assert(fc.property(fc.anything(), (data) => {
      expect(launchOfSecond(data)).toEqual(PLAIN);
    }));
  });
});

describe('item links', () => {
  it('name a ticket or a task', () => {
    expect(parseItemLink('cxpress-tray://task/7f3a')).toEqual({ entity: 'task', id: '7f3a' });
    expect(parseItemLink('cxpress-tray://ticket/7f3a/')).toEqual({ entity: 'ticket', id: '7f3a' });
  });

  it.each(['cxpress-tray://consumer/1', 'cxpress-tray://ticket/', 'cxpress-tray://ticket/a/b', 'cxpress-tray://ticket/..', 'cxpress-tray://ticket/a%20b', 'cxpress-tray://ticket/a?x', 'https://ticket/1', ' cxpress-tray://ticket/1', `cxpress-tray://ticket/${'a'.repeat(65)}`, 'cxpress-tray://ticket/a\n'])('are nothing else: %j', (text) => {
    expect(parseItemLink(text)).toBeNull();
  });
});

describe('quitting', () => {
  function quitting(dispose: () => Promise<void>) {
    const clock = fakeClock();
    const exits: number[] = [];
    let wish: (event: { preventDefault(): void }) => void = () => undefined;
    installBoundedQuit({ on: (_event, listener) => void (wish = listener), exit: (code) => void exits.push(code) }, dispose, clock, recordingLog());
    let prevented = 0;
    return { clock, exits, wish: () => wish({ preventDefault: () => void (prevented += 1) }), prevented: () => prevented };
  }

  it('waits for the app to end its work, once', async () => {
    let disposals = 0;
    const { clock, exits, wish, prevented } = quitting(async () => void (disposals += 1));
    wish();
    wish();
    expect(exits).toEqual([]);
    await clock.advance(0);
    expect([disposals, exits, prevented()]).toEqual([1, [0], 2]);
  });

  it('does not wait for ever', async () => {
    const { clock, exits, wish } = quitting(() => new Promise(() => undefined));
    wish();
    await clock.advance(3_999);
    expect(exits).toEqual([]);
    await clock.advance(1);
    expect(exits).toEqual([0]);
  });

  it('exits when ending fails', async () => {
    const { clock, exits, wish } = quitting(() => Promise.reject(new Error('no')));
    wish();
    await clock.advance(0);
    expect(exits).toEqual([0]);
  });
});

describe('crash hooks', () => {
  it('write down what nobody caught', () => {
    const log = recordingLog();
    const heard = new Map<string, (...values: never[]) => void>();
    const on = (event: string, listener: (...values: never[]) => void) => void heard.set(event, listener);
    installCrashHooks({ on }, { on }, log);
    heard.get('uncaughtException')?.(new Error('a') as never);
    heard.get('unhandledRejection')?.('b' as never);
    heard.get('child-process-gone')?.({} as never, { type: 'GPU', reason: 'crashed', exitCode: 5 } as never);
    heard.get('child-process-gone')?.({} as never, { type: 'Utility', reason: 'clean-exit', exitCode: 0 } as never);
    expect(log.lines.map(({ event }) => event)).toEqual(['crash.uncaughtException', 'crash.unhandledRejection', 'crash.childProcess']);
  });
});
