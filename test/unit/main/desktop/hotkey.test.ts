import { describe, expect, it } from 'vitest';
import { isUsableAccelerator } from '../../../../main/desktop/accelerator.ts';
import { createHotkey } from '../../../../main/desktop/hotkey.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

/** The system's shortcuts: one holder for each physical combination, whatever it is called. */
function system(takenByOthers: string[] = []) {
  const physical = (name: string): string => name.toLowerCase().replace('commandorcontrol', 'ctrl').replace('control', 'ctrl');
  const held = new Map<string, (() => void) | null>(takenByOthers.map((name) => [physical(name), null]));
  const registry = {
    register(name: string, run: () => void) {
      if (name.includes('Throw')) throw new TypeError('Error processing argument');
      if (held.has(physical(name))) return false;
      held.set(physical(name), run);
      return true;
    },
    unregister: (name: string) => void held.delete(physical(name)),
  };
  let presses = 0;
  const clock = fakeClock();
  const hotkey = createHotkey(registry, () => void (presses += 1), clock, recordingLog());
  return { clock, hotkey, held, press: (name: string) => held.get(physical(name))?.(), presses: () => presses, take: (name: string) => held.set(physical(name), null) };
}

describe('hotkey', () => {
  it('is bound and fires', () => {
    const { hotkey, press, presses } = system();
    expect(hotkey.bind('CommandOrControl+Shift+K')).toEqual({ ok: true, value: null });
    press('Control+Shift+K');
    expect(presses()).toBe(1);
  });

  it('moves to another combination and gives the former one back', () => {
    const { hotkey, held } = system();
    hotkey.bind('Ctrl+Shift+K');
    expect(hotkey.bind('Ctrl+Alt+L').ok).toBe(true);
    expect([...held.keys()]).toEqual(['ctrl+alt+l']);
  });

  it('keeps the former one when the new one is taken', () => {
    const { hotkey, press, presses } = system(['Ctrl+Alt+L']);
    hotkey.bind('Ctrl+Shift+K');
    expect(hotkey.bind('Ctrl+Alt+L')).toEqual({ ok: false, error: { code: 'hotkeyTaken', params: { hotkey: 'Ctrl+Alt+L' } } });
    press('Ctrl+Shift+K');
    expect(presses()).toBe(1);
  });

  it('takes the same combination in other words', () => {
    const { hotkey, press, presses } = system();
    hotkey.bind('CommandOrControl+Shift+K');
    expect(hotkey.bind('Ctrl+Shift+K').ok).toBe(true);
    press('Ctrl+Shift+K');
    expect(presses()).toBe(1);
    hotkey.dispose();
    expect(system().held.size).toBe(0);
  });

  it('can be none, and is given back at the end', () => {
    const { hotkey, held } = system();
    hotkey.bind('Ctrl+Shift+K');
    expect(hotkey.bind('').ok).toBe(true);
    expect(held.size).toBe(0);
    hotkey.bind('Ctrl+Shift+K');
    hotkey.dispose();
    expect(held.size).toBe(0);
  });

  it.each(['K', 'Shift+K', 'Ctrl+', 'Ctrl+Shift', '+K', 'Ctrl+Ctrl+K', 'Ctrl+Banana', 'Hyper+K', 'Ctrl+K+L', ' '])('refuses %j and keeps the former one', (text) => {
    const { hotkey, held } = system();
    hotkey.bind('Ctrl+Shift+K');
    expect(hotkey.bind(text)).toMatchObject({ ok: false, error: { code: 'hotkeyInvalid' } });
    expect([...held.keys()]).toEqual(['ctrl+shift+k']);
  });

  it('survives a system that throws', () => {
    const registry = { register: () => { throw new TypeError('no'); }, unregister: () => undefined };
    expect(createHotkey(registry, () => undefined, fakeClock(), recordingLog()).bind('Ctrl+Shift+K')).toMatchObject({ ok: false, error: { code: 'hotkeyTaken' } });
  });
});

describe('trying the hotkey out', () => {
  it('hears the next press, which does nothing else', async () => {
    const { hotkey, press, presses } = system();
    hotkey.bind('Ctrl+Shift+K');
    const heard = hotkey.tryOut();
    press('Ctrl+Shift+K');
    expect([await heard, presses()]).toEqual([true, 0]);
    press('Ctrl+Shift+K');
    expect(presses()).toBe(1);
  });

  it('gives up after twenty seconds, and then a press is a press again', async () => {
    const { clock, hotkey, press, presses } = system();
    hotkey.bind('Ctrl+Shift+K');
    const heard = hotkey.tryOut();
    await clock.advance(20_000);
    press('Ctrl+Shift+K');
    expect([await heard, presses(), clock.pending()]).toEqual([false, 1, 0]);
  });

  it('can be given up, and then a press is a press again', async () => {
    const { hotkey, press, presses } = system();
    hotkey.bind('Ctrl+Shift+K');
    const heard = hotkey.tryOut();
    hotkey.cancelTry();
    press('Ctrl+Shift+K');
    expect([await heard, presses()]).toEqual([false, 1]);
  });

  it('is one try at a time, none without a hotkey, and over at the end', async () => {
    const { hotkey } = system();
    expect([await hotkey.tryOut(), hotkey.isBound()]).toEqual([false, false]);
    hotkey.bind('Ctrl+Shift+K');
    const first = hotkey.tryOut();
    const second = hotkey.tryOut();
    hotkey.dispose();
    expect([await first, await second, hotkey.isBound()]).toEqual([false, false, false]);
  });
});

describe('usable combinations', () => {
  it.each(['CommandOrControl+Shift+K', 'Alt+1', 'Super+Space', 'F9', 'Shift+F12', 'ctrl+alt+delete', 'Ctrl+Plus', 'Ctrl+/'])('%s', (text) => {
    expect(isUsableAccelerator(text)).toBe(true);
  });
});
