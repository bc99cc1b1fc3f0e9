import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeBehaviour } from '../../../../main/windows/close-behaviour.ts';
import { lookupWindowPlace, mainWindowMinimum, mainWindowPlace } from '../../../../main/windows/window-places.ts';
import type { Rect } from '../../../../main/windows/window-places.ts';

const LAPTOP = { x: 0, y: 25, width: 1440, height: 875 };
const MONITOR = { x: 1440, y: 0, width: 1920, height: 1080 };
const PREFERRED = { width: 1180, height: 760 };
const inside = (rect: Rect, area: Rect): boolean => rect.x >= area.x && rect.y >= area.y && rect.x + rect.width <= area.x + area.width && rect.y + rect.height <= area.y + area.height;

describe('main window place', () => {
  it('is where it was, on any display', () => {
    const saved = { x: 1500, y: 100, width: 900, height: 600 };
    expect(mainWindowPlace(saved, [LAPTOP, MONITOR], PREFERRED)).toEqual(saved);
  });

  it('is the middle of the first display at first, and when its display is gone', () => {
    const middle = { x: 130, y: 83, width: 1180, height: 760 };
    expect(mainWindowPlace(null, [LAPTOP, MONITOR], PREFERRED)).toEqual(middle);
    expect(mainWindowPlace({ x: 1500, y: 100, width: 900, height: 600 }, [LAPTOP], PREFERRED)).toEqual(middle);
  });

  it('needs a piece large enough to be caught', () => {
    expect(mainWindowPlace({ x: 1440 - 64, y: 100, width: 900, height: 600 }, [LAPTOP], PREFERRED).x).toBe(1440 - 64);
    expect(mainWindowPlace({ x: 1440 - 63, y: 100, width: 900, height: 600 }, [LAPTOP], PREFERRED).x).toBe(130);
  });

  it('fits a display smaller than it would like', () => {
    expect(mainWindowPlace(null, [{ x: 0, y: 0, width: 800, height: 600 }], PREFERRED)).toEqual({ x: 0, y: 0, width: 800, height: 600 });
  });
});

describe('main window minimum', () => {
  it('is what is wanted, unless a display is smaller', () => {
    const wanted = { width: 880, height: 560 };
    expect(mainWindowMinimum(wanted, [LAPTOP, MONITOR])).toEqual(wanted);
    expect(mainWindowMinimum(wanted, [LAPTOP, { x: 0, y: 0, width: 800, height: 600 }])).toEqual({ width: 800, height: 560 });
    expect(mainWindowMinimum(wanted, [{ x: 0, y: 0, width: 1366, height: 540 }])).toEqual({ width: 880, height: 540 });
  });
});

describe('lookup window place', () => {
  it('is around the pointer', () => {
    expect(lookupWindowPlace({ x: 700, y: 400 }, LAPTOP, { width: 640, height: 440 })).toEqual({ x: 380, y: 372, width: 640, height: 440 });
  });

  it('is wholly on the display of the pointer, wherever that is', () => {
    const area = fc.record({ x: fc.integer({ min: -4000, max: 4000 }), y: fc.integer({ min: -4000, max: 4000 }), width: fc.integer({ min: 100, max: 4000 }), height: fc.integer({ min: 100, max: 4000 }) });
    fc.assert(
      fc.property(area, fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: -9000, max: 9000 }), (display, x, y) => {
        expect(inside(lookupWindowPlace({ x, y }, display, { width: 640, height: 440 }), display)).toBe(true);
      }),
    );
  });
});

describe('closing', () => {
  it.each([[true, true, 'hide'], [true, false, 'minimise'], [false, true, 'quit'], [false, false, 'quit']] as const)('to tray %s, tray present %s: %s', (toTray, present, what) => {
    expect(closeBehaviour(toTray, present)).toBe(what);
  });
});
