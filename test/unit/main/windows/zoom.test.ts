import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { zoomAfter, zoomContents } from '../../../../main/windows/zoom.ts';
import type { ZoomInput } from '../../../../main/windows/zoom.ts';

const key = (change: Partial<ZoomInput>): ZoomInput => ({ type: 'keyDown', key: '+', code: '', control: true, meta: false, alt: false, ...change });

describe('zoom keys', () => {
  it.each([
    [key({}), 100, 110], [key({ key: '=' }), 100, 110], [key({ key: '', code: 'NumpadAdd' }), 190, 200], [key({}), 200, 200],
    [key({ key: '-' }), 100, 90], [key({ key: '_' }), 85, 80], [key({ key: '', code: 'NumpadSubtract' }), 80, 80],
    [key({ key: '0' }), 170, 100],
    [key({ key: 'a' }), 100, null], [key({ control: false }), 100, null], [key({ alt: true }), 100, null], [key({ type: 'keyUp' }), 100, null], [key({ meta: true }), 100, null],
  ])('%j at %i gives %j', (input, percent, expected) => {
    expect(zoomAfter(input, percent, 'linux')).toBe(expected);
  });

  it('are with Cmd on macOS', () => {
    expect([zoomAfter(key({}), 100, 'darwin'), zoomAfter(key({ control: false, meta: true }), 100, 'darwin')]).toEqual([null, 110]);
  });
});

describe('a zoomed page', () => {
  it('has the zoom of the settings from its load on, and its keys change the setting and nothing else', () => {
    const factors: number[] = [];
    const contents = Object.assign(new EventEmitter(), { setZoomFactor: (factor: number) => void factors.push(factor) });
    let percent = 150;
    let changed: (() => void) | null = null;
    zoomContents(contents, { get: () => percent, set: (next) => { percent = next; changed?.(); }, onChange: (listener) => { changed = listener; return () => { changed = null; }; } }, 'linux');
    contents.emit('did-finish-load');
    expect(factors).toEqual([1.5]);
    let refused = 0;
    const event = { preventDefault: () => void (refused += 1) };
    contents.emit('before-input-event', event, key({ key: '-' }));
    contents.emit('before-input-event', event, key({ key: 'x' }));
    expect([percent, refused, factors]).toEqual([140, 1, [1.5, 1.4]]);
    contents.emit('destroyed');
    expect(changed).toBeNull();
  });
});
