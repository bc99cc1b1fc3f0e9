// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createCommandCenter } from '../../../../renderer/palette/command-center.ts';
import { ALL_COMMANDS, beginsSequence, chordOf, chordsOf, commandOf, type CommandId } from '../../../../renderer/palette/commands.ts';
import { listenToKeys } from '../../../../renderer/palette/listen-to-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false };

describe('the list of commands', () => {
  it('gives no chord to two commands, and none that begins another’s sequence', () => {
    const everywhere = ALL_COMMANDS.flatMap(({ keys }) => keys);
    const onList = ALL_COMMANDS.flatMap(chordsOf);
    expect(new Set(onList).size).toBe(onList.length);
    expect(everywhere.filter((chord) => beginsSequence(chord))).toEqual([]);
  });
  it('has each command once, and each can be reached: by key or by palette', () => {
    const ids = ALL_COMMANDS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ALL_COMMANDS.filter((command) => !command.palette && chordsOf(command).length === 0)).toEqual([]);
  });
  it('keeps keys with a meaning of their own for the list', () => {
    for (const chord of ['Enter', 'ArrowDown', 'Home', 'PageUp']) {
      expect(commandOf(chord, false)).toBeNull();
      expect(commandOf(chord, true)).not.toBeNull();
    }
  });
});

describe('chords', () => {
  it.each([
    [{ key: 'j' }, 'j'], [{ key: 'J' }, 'j'], [{ key: 'a', shiftKey: true }, 'Shift+A'], [{ key: 'A', shiftKey: true }, 'Shift+A'], [{ key: 'k', ctrlKey: true }, 'Mod+K'], [{ key: 'K', metaKey: true }, 'Mod+K'],
    [{ key: '?', shiftKey: true }, '?'], [{ key: '/', shiftKey: true }, '/'], [{ key: '[', ctrlKey: true, altKey: true, altGraph: true }, '['], [{ key: ',', ctrlKey: true }, 'Mod+,'], [{ key: 'ArrowUp', altKey: true }, 'Alt+ArrowUp'], [{ key: 'k', ctrlKey: true, shiftKey: true }, 'Mod+Shift+K'],
  ])('%j is %s', (press, chord) => expect(chordOf({ ...plain, ...press })).toBe(chord));
});

describe('hearing keys', () => {
  const heard: string[] = [];
  let stop = () => undefined as void;
  afterEach(() => {
    stop();
    heard.length = 0;
    document.body.replaceChildren();
    vi.useRealTimers();
  });
  const listen = () => {
    stop = listenToKeys(window, (id) => () => void heard.push(id));
  };
  const press = (key: string, more: Partial<KeyboardEventInit> = {}, on: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
    on.dispatchEvent(event);
    return event;
  };
  const put = (html: Element) => (document.body.append(html), html);

  it('finds the command of every chord', () => {
    listen();
    const list = put(Object.assign(document.createElement('div'), { tabIndex: 0 }));
    list.setAttribute('role', 'listbox');
    const asked: CommandId[] = [];
    for (const command of ALL_COMMANDS) for (const chord of chordsOf(command)) {
      asked.push(command.id);
      for (const part of chord.split(' ')) {
        const keys = part === 'Mod+,' ? ['Mod', ','] : part.split('+');
        press(keys.at(-1) ?? '', { ctrlKey: keys.includes('Mod'), shiftKey: keys.includes('Shift') }, list);
      }
    }
    expect(heard).toEqual(asked);
  });
  it('waits a while for the second key of a sequence, and not for ever', () => {
    vi.useFakeTimers();
    listen();
    press('g');
    press('m');
    press('g');
    vi.advanceTimersByTime(1_600);
    press('u');
    expect(heard).toEqual(['goMine', 'toggleUnread']);
    press('g');
    press('q');
    press('a');
    expect(heard).toHaveLength(2);
  });
  it('leaves typing, popups and dialogs alone, but for what belongs to the window', () => {
    listen();
    const input = put(document.createElement('input'));
    press('j', {}, input);
    press('Escape', {}, input);
    press('z', { ctrlKey: true }, input);
    press('k', { ctrlKey: true }, input);
    expect(heard).toEqual(['palette']);
    const popup = put(document.createElement('div'));
    popup.setAttribute('data-popup', '');
    const inside = popup.appendChild(document.createElement('button'));
    press('u', {}, inside);
    const dialog = put(document.createElement('dialog'));
    dialog.setAttribute('open', '');
    press('k', { ctrlKey: true });
    press('j');
    expect(heard).toEqual(['palette']);
  });
  it('does a thing once for a held key, but moves on', () => {
    listen();
    press('j', { repeat: true });
    press('f', { repeat: true });
    expect(heard).toEqual(['down']);
  });
  it('takes nothing from a key that was used already, or that nobody carries out', () => {
    stop = listenToKeys(window, () => null);
    expect(press('j').defaultPrevented).toBe(false);
    stop();
    listen();
    const button = put(document.createElement('button'));
    button.addEventListener('keydown', (event) => event.preventDefault());
    press('j', {}, button);
    expect(heard).toEqual([]);
    stop();
    press('j');
    expect(heard).toEqual([]);
  });
});

describe('the center', () => {
  it('asks the last who knows a command, goes on where that one cannot, and forgets who left', () => {
    const center = createCommandCenter();
    const [first, second] = [vi.fn(), vi.fn()];
    const end = center.register(() => ({ open: first, back: first }));
    let can = true;
    const endSecond = center.register(() => ({ open: can ? second : null }));
    center.find('open')?.();
    can = false;
    center.find('open')?.();
    expect([first.mock.calls.length, second.mock.calls.length]).toEqual([1, 1]);
    endSecond();
    end();
    expect(center.find('back')).toBeNull();
  });
});
