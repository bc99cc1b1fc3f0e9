import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../../contract/settings.ts';
import { budgetFor } from '../../../../core/governor/budget.ts';
import { isUsableAccelerator } from '../../../../main/desktop/accelerator.ts';
import { BOUNDS, requestsAMinute } from '../../../../renderer/format/bounds.ts';
import { readKeyPress, type PressedKey } from '../../../../renderer/settings/key-press.ts';
import { pausedUntil, tomorrowMorning } from '../../../../contract/pause.ts';
import { wholeNumber } from '../../../../renderer/ui/NumberField.tsx';

const press = (key: string, code: string, modifiers = ''): PressedKey => ({ key, code, ctrlKey: modifiers.includes('c'), altKey: modifiers.includes('a'), shiftKey: modifiers.includes('s'), metaKey: modifiers.includes('m') });

describe('bounds', () => {
  it.each(Object.entries(BOUNDS))('are those of the settings schema: %s', (name, { min, max }) => {
    const accepts = (value: number) => settingsSchema.safeParse({ [name]: value }).success;
    expect([min - 1, min, max, max + 1].map(accepts)).toEqual([false, true, true, false]);
  });
  it('show the budget that the governor keeps to', () => {
    for (const sharePercent of [5, 33, 60, 80]) {
      for (const desktopsBehindAddress of [1, 7, 10, 180, 500]) expect(requestsAMinute(sharePercent, desktopsBehindAddress).own).toBe(budgetFor({ sharePercent, desktopsBehindAddress }));
    }
    expect(requestsAMinute(60, 10)).toEqual({ together: 180, own: 18 });
  });
  it('take whole numbers in range only', () => {
    expect(['10', ' 900 ', '9', '901', '1e2', '-20', '12.5', '', 'x'].map((text) => wholeNumber(text, 10, 900))).toEqual([10, 900, null, null, null, null, null, null, null]);
  });
});

describe('hotkey recording', () => {
  it.each([
    [press('k', 'KeyK', 'cs'), 'CommandOrControl+Shift+K'], [press('K', 'KeyK', 'cs'), 'CommandOrControl+Shift+K'], [press('!', 'Digit1', 'cs'), 'CommandOrControl+Shift+1'], [press(' ', 'Space', 'ca'), 'CommandOrControl+Alt+Space'],
    [press('F9', 'F9'), 'F9'], [press('ArrowUp', 'ArrowUp', 'a'), 'Alt+Up'], [press('m', 'Semicolon', 'c'), 'CommandOrControl+M'], [press('k', 'KeyK', 'm'), 'Super+K'],
  ])('%j → %s, which the main process accepts', (key, accelerator) => {
    expect(readKeyPress(key, 'linux')).toEqual({ type: 'accelerator', accelerator });
    expect(isUsableAccelerator(accelerator)).toBe(true);
  });
  it('takes ⌘ for the main modifier on macOS, and what Alt made of a letter by its place', () => {
    expect(readKeyPress(press('˚', 'KeyK', 'ma'), 'darwin')).toEqual({ type: 'accelerator', accelerator: 'CommandOrControl+Alt+K' });
    expect(readKeyPress(press('k', 'KeyK', 'c'), 'darwin')).toEqual({ type: 'accelerator', accelerator: 'Control+K' });
  });
  it('waits while only modifiers are down', () => {
    expect(readKeyPress(press('Shift', 'ShiftLeft', 'cs'), 'linux')).toEqual({ type: 'partial', modifiers: 'CommandOrControl+Shift' });
  });
  it('refuses a key that would stop people typing', () => {
    expect(readKeyPress(press('K', 'KeyK', 's'), 'linux').type).toBe('needModifier');
    expect(readKeyPress(press('k', 'KeyK'), 'linux').type).toBe('needModifier');
  });
  it.each([['c', 'KeyC', 'c'], ['v', 'KeyV', 'c'], ['a', 'KeyQ', 'c'], ['z', 'KeyZ', 'cs'], ['Insert', 'Insert', 'c'], ['F4', 'F4', 'a']])('refuses what programs need themselves: %s %s %s', (key, code, modifiers) => {
    expect(readKeyPress(press(key, code, modifiers), 'linux').type).toBe('reserved');
  });
  it('refuses ⌘C on macOS, but not ⌃C', () => {
    expect(readKeyPress(press('c', 'KeyC', 'm'), 'darwin').type).toBe('reserved');
    expect(readKeyPress(press('c', 'KeyC', 'c'), 'darwin').type).toBe('accelerator');
  });
  it('gives up on Esc, and ignores what is no key', () => {
    expect(readKeyPress(press('Escape', 'Escape'), 'linux').type).toBe('cancel');
    expect(readKeyPress(press('Dead', 'Quote', 'c'), 'linux').type).toBe('ignored');
    expect(readKeyPress(press('ç', 'Semicolon', 'c'), 'linux').type).toBe('ignored');
  });
});

describe('pauses', () => {
  it('end when they say', () => {
    expect(pausedUntil('pauseHalfHour', 1_000)).toBe(1_000 + 30 * 60_000);
    expect(pausedUntil('pauseHour', 1_000)).toBe(1_000 + 60 * 60_000);
    expect(pausedUntil('pauseUntilResumed', 1_000)).toBe(-1);
  });
  it('take the next local morning, also just after midnight and over the year’s end', () => {
    for (const [from, to] of [[new Date(2026, 10, 22, 14, 3), new Date(2026, 10, 23, 8)], [new Date(2026, 10, 22, 0, 1), new Date(2026, 10, 23, 8)], [new Date(2026, 11, 31, 23, 59), new Date(2027, 0, 1, 8)]] as const) {
      expect(tomorrowMorning(from.getTime())).toBe(to.getTime());
      expect(pausedUntil('pauseTomorrow', from.getTime())).toBe(to.getTime());
    }
  });
});
