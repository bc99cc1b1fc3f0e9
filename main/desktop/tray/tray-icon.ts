import { createCanvas, disc, roundedBox, without } from './canvas.ts';
import type { Canvas, Colour } from './canvas.ts';
import { digitShape, TEXT_ROWS, textColumns } from './digits.ts';
import { encodePng } from './png.ts';
import { MARK_RING, TRAY_MARKS } from './tray-mark.ts';
import type { TrayMood } from './tray-state.ts';

/** What an icon shows. */
export interface TrayIcon {
  /** Unread items; 0 draws no badge, more than 9 draws `9+`. */
  readonly count: number;
  readonly mood: TrayMood;
  /** Whether it lies on a dark panel. */
  readonly dark: boolean;
}

/** The drawing is laid out on a grid of 16 × 16 units, the smallest size it is shown at. */
const UNITS = 16;
const TILE: Readonly<Record<'dark' | 'light', Colour>> = { dark: [84, 116, 232], light: [52, 80, 190] };
const OFF: Readonly<Record<'dark' | 'light', Colour>> = { dark: [140, 148, 158], light: [96, 104, 114] };
const PAPER: Colour = [255, 255, 255];
const BADGE: Colour = [220, 49, 70];

/** A ticket, a card with a bite on either side, above a tray: what the app's own sign shows, without its details. */
function paintSign(canvas: Canvas, tile: Colour): void {
  canvas.paint(roundedBox({ x: 0.5, y: 0.5, width: 15, height: 15 }, 4), tile);
  canvas.paint(without(roundedBox({ x: 3, y: 3, width: 10, height: 6 }, 1), disc(3, 6, 1.1), disc(13, 6, 1.1)), PAPER);
  canvas.paint(without(roundedBox({ x: 3, y: 10, width: 10, height: 3.5 }, 1), roundedBox({ x: 6, y: 9, width: 4, height: 2.2 }, 0.4)), PAPER);
}

/** The count in a red badge, upper right, on whole units so that it stays sharp at 16 pixels. A clear ring keeps it apart from the tile. */
function paintBadge(canvas: Canvas, count: number): void {
  const text = count > 9 ? '9+' : String(count);
  const width = textColumns(text) + (text.length === 1 ? 4 : 2);
  const box = { x: UNITS - width, y: 0, width, height: TEXT_ROWS + 2 };
  canvas.clear(roundedBox({ x: box.x - 1, y: box.y - 1, width: box.width + 2, height: box.height + 2 }, 4));
  canvas.paint(roundedBox(box, 3), BADGE);
  canvas.paint(digitShape(text, box.x + (width - textColumns(text)) / 2, 1, 1), PAPER);
}

/** The mood's sign, lower right. */
function paintMark(canvas: Canvas, mood: TrayMood): void {
  const mark = TRAY_MARKS[mood];
  if (!mark) return;
  canvas.clear(MARK_RING);
  canvas.paint(mark.body, mark.colour);
  canvas.paint(mark.sign, mark.signColour);
}

/** Draws the icon in `size` × `size` pixels as PNG. */
export function drawTrayIcon(icon: TrayIcon, size: number): Buffer {
  const canvas = createCanvas(size, UNITS);
  const tone = icon.dark ? 'dark' : 'light';
  paintSign(canvas, icon.mood === 'off' ? OFF[tone] : TILE[tone]);
  paintMark(canvas, icon.mood);
  if (icon.count > 0) paintBadge(canvas, icon.count);
  return encodePng(canvas.pixels, size);
}

/** The icon as macOS wants it: shape alone, in black, so that the system can tint it; signs are cut out of their body. The count stands beside it as text. */
export function drawTemplateIcon(size: number, mood: TrayMood = 'normal'): Buffer {
  const canvas = createCanvas(size, UNITS);
  canvas.paint(without(roundedBox({ x: 3, y: 1.5, width: 10, height: 7 }, 1), disc(3, 5, 1.2), disc(13, 5, 1.2)), [0, 0, 0]);
  canvas.paint(without(roundedBox({ x: 1.5, y: 10, width: 13, height: 4.5 }, 1.4), roundedBox({ x: 5.5, y: 8.5, width: 5, height: 3.2 }, 0.6)), [0, 0, 0]);
  const mark = TRAY_MARKS[mood];
  if (mark) {
    canvas.clear(MARK_RING);
    canvas.paint(without(mark.body, mark.sign), [0, 0, 0]);
  }
  return encodePng(canvas.pixels, size);
}
