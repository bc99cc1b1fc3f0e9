import type { Shape } from './canvas.ts';

/** Digits in three columns and five rows; readable where no font is, at 16 pixels. */
const ROWS: Readonly<Record<string, readonly string[]>> = {
  '1': ['.#.', '##.', '.#.', '.#.', '###'],
  '2': ['##.', '..#', '.#.', '#..', '###'],
  '3': ['##.', '..#', '.#.', '..#', '##.'],
  '4': ['#.#', '#.#', '###', '..#', '..#'],
  '5': ['###', '#..', '##.', '..#', '##.'],
  '6': ['.##', '#..', '###', '#.#', '###'],
  '7': ['###', '..#', '.#.', '.#.', '.#.'],
  '8': ['###', '#.#', '###', '#.#', '###'],
  '9': ['###', '#.#', '###', '..#', '##.'],
  '+': ['...', '.#.', '###', '.#.', '...'],
};
const COLUMNS = 3;
const GAP = 1;

/** Height of a text in cells. */
export const TEXT_ROWS = 5;

/** Width of a text in cells. */
export function textColumns(text: string): number {
  return text.length * (COLUMNS + GAP) - GAP;
}

/** A text of digits and `+`, its upper left corner at (left, top), each cell `cell` units wide. */
export function digitShape(text: string, left: number, top: number, cell: number): Shape {
  return (x, y) => {
    const column = Math.floor((x - left) / cell);
    const row = Math.floor((y - top) / cell);
    if (column < 0 || row < 0 || row >= TEXT_ROWS) return false;
    const glyph = ROWS[text[Math.floor(column / (COLUMNS + GAP))] ?? ''];
    return glyph?.[row]?.[column % (COLUMNS + GAP)] === '#';
  };
}
