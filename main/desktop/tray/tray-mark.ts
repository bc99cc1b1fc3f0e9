import { disc, roundedBox, without } from './canvas.ts';
import type { Colour, Shape } from './canvas.ts';
import type { TrayMood } from './tray-state.ts';

/** A sign in the lower right corner that says that something is different from usual. Each has a shape of its own: colours alone are not seen by everybody, nor on macOS. */
export interface TrayMark {
  readonly colour: Colour;
  /** The whole sign. */
  readonly body: Shape;
  /** What stands on it. */
  readonly sign: Shape;
  readonly signColour: Colour;
}

const CENTRE = 12.5;
const body = disc(CENTRE, CENTRE, 3.2);
const WHITE: Colour = [255, 255, 255];
const DARK: Colour = [40, 28, 0];
const box = (x: number, y: number, width: number, height: number): Shape => roundedBox({ x, y, width, height }, 0.2);
const either = (...shapes: readonly Shape[]): Shape => (x, y) => shapes.some((shape) => shape(x, y));

/** Pixels of a triangle that points up, as wide as high. */
const triangle: Shape = (x, y) => y >= 8.6 && y <= 15.9 && Math.abs(x - CENTRE) <= (y - 8.4) * 0.5;

const cross: Shape = (x, y) => Math.abs(x - CENTRE) < 3 && Math.abs(y - CENTRE) < 3 && Math.abs(Math.abs(x - CENTRE) - Math.abs(y - CENTRE)) < 1;

/** The sign of a mood; none where all is as usual. */
export const TRAY_MARKS: Readonly<Partial<Record<TrayMood, TrayMark>>> = {
  /** A ring. */
  working: { colour: [70, 200, 225], body: without(body, disc(CENTRE, CENTRE, 1.5)), sign: () => false, signColour: WHITE },
  /** Two bars. */
  paused: { colour: [110, 118, 130], body, sign: either(box(11, 11, 1, 3), box(13, 11, 1, 3)), signColour: WHITE },
  /** A warning triangle with its exclamation mark. */
  attention: { colour: [255, 170, 20], body: triangle, sign: either(box(12, 10.8, 1, 2.4), box(12, 14, 1, 1)), signColour: DARK },
  /** No entry. */
  blocked: { colour: [205, 30, 50], body, sign: box(10.5, 12, 4, 1), signColour: WHITE },
  /** A bare cross: nothing comes through. */
  off: { colour: [128, 134, 144], body: cross, sign: () => false, signColour: WHITE },
};

/** The room around a sign that is cleared, so that it stands apart from what is below. */
export const MARK_RING: Shape = disc(CENTRE, CENTRE, 4.2);
