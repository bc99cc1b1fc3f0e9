import { createCanvas, disc, roundedBox, without } from './canvas.ts';
import type { Canvas, Colour } from './canvas.ts';
import { digitShape, TEXT_ROWS, textColumns } from './digits.ts';
import { encodePng } from './png.ts';
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
const TILE: Readonly<Record<'dark' | 'light', Colour>> = { dark: [20, 158, 146], light: [13, 116, 110] };
const OFF: Readonly<Record<'dark' | 'light', Colour>> = { dark: [140, 148, 158], light: [96, 104, 114] };
const PAPER: Colour = [255, 255, 255];
const BADGE: Colour = [217, 45, 62];
const DOT: Readonly<Partial<Record<TrayMood, Colour>>> = { working: [56, 132, 255], paused: [150, 158, 170], attention: [255, 170, 20] };

/** A ticket: a card with a bite on either side, and two lines of text. */
function paintTicket(canvas: Canvas, tile: Colour): void {
  canvas.paint(roundedBox({ x: 0.5, y: 0.5, width: 15, height: 15 }, 4), tile);
  canvas.paint(without(roundedBox({ x: 2.5, y: 4, width: 11, height: 8 }, 1.2), disc(2.5, 8, 1.4), disc(13.5, 8, 1.4)), PAPER);
  canvas.paint(roundedBox({ x: 5, y: 6, width: 6, height: 1 }, 0.3), tile);
  canvas.paint(roundedBox({ x: 5, y: 9, width: 4, height: 1 }, 0.3), tile);
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

/** A dot that says that something is different from usual, lower right. */
function paintDot(canvas: Canvas, colour: Colour): void {
  canvas.clear(disc(12.5, 12.5, 4.2));
  canvas.paint(disc(12.5, 12.5, 3.2), colour);
}

/** Draws the icon in `size` × `size` pixels as PNG. */
export function drawTrayIcon(icon: TrayIcon, size: number): Buffer {
  const canvas = createCanvas(size, UNITS);
  const tone = icon.dark ? 'dark' : 'light';
  paintTicket(canvas, icon.mood === 'off' ? OFF[tone] : TILE[tone]);
  const dot = DOT[icon.mood];
  if (dot) paintDot(canvas, dot);
  if (icon.count > 0) paintBadge(canvas, icon.count);
  return encodePng(canvas.pixels, size);
}

/** The icon as macOS wants it: shape alone, in black, so that the system can tint it. The count stands beside it as text. */
export function drawTemplateIcon(size: number): Buffer {
  const canvas = createCanvas(size, UNITS);
  canvas.paint(without(roundedBox({ x: 1, y: 3, width: 14, height: 10 }, 2), disc(1, 8, 2), disc(15, 8, 2)), [0, 0, 0]);
  canvas.clear(roundedBox({ x: 4.5, y: 6, width: 7, height: 1.2 }, 0.3));
  canvas.clear(roundedBox({ x: 4.5, y: 9, width: 4.5, height: 1.2 }, 0.3));
  return encodePng(canvas.pixels, size);
}
