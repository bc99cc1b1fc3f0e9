/** A rectangle in screen coordinates. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A width and a height. */
export type Size = Pick<Rect, 'width' | 'height'>;

/** So much of a window must lie in one display's work area for it to be found and dragged. */
const VISIBLE_PIXELS = 64;
/** The lookup window opens this far above the pointer, so that the pointer rests on the search field. */
const POINTER_OFFSET = 28;

function overlap(aStart: number, aLength: number, bStart: number, bLength: number): number {
  return Math.min(aStart + aLength, bStart + bLength) - Math.max(aStart, bStart);
}

function visibleOn(rect: Rect, area: Rect): boolean {
  return overlap(rect.x, rect.width, area.x, area.width) >= VISIBLE_PIXELS && overlap(rect.y, rect.height, area.y, area.height) >= VISIBLE_PIXELS;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(value, high));
}

/**
 * Where the main window opens: where it was, if a display that is connected now shows enough of it, else in the middle
 * of the first display. `workAreas` begins with the primary display's.
 */
export function mainWindowPlace(saved: Rect | null, workAreas: readonly Rect[], preferred: Size): Rect {
  if (saved && workAreas.some((area) => visibleOn(saved, area))) return saved;
  const area = workAreas[0] ?? { x: 0, y: 0, ...preferred };
  const width = Math.min(preferred.width, area.width);
  const height = Math.min(preferred.height, area.height);
  return { x: area.x + Math.round((area.width - width) / 2), y: area.y + Math.round((area.height - height) / 2), width, height };
}

/** The least size of the main window: what is wanted, or less where the smallest display could not show it whole. */
export function mainWindowMinimum(wanted: Size, workAreas: readonly Rect[]): Size {
  return {
    width: Math.min(wanted.width, ...workAreas.map((area) => area.width)),
    height: Math.min(wanted.height, ...workAreas.map((area) => area.height)),
  };
}

/** A size for a page that is zoomed, in percent. */
export function zoomedSize({ width, height }: Size, percent: number): Size {
  return { width: Math.round((width * percent) / 100), height: Math.round((height * percent) / 100) };
}

/** Where the lookup window opens: around the pointer, wholly inside the work area of the pointer's display. */
export function lookupWindowPlace(pointer: { readonly x: number; readonly y: number }, area: Rect, size: Size): Rect {
  const width = Math.min(size.width, area.width);
  const height = Math.min(size.height, area.height);
  return {
    x: clamp(Math.round(pointer.x - width / 2), area.x, area.x + area.width - width),
    y: clamp(Math.round(pointer.y - POINTER_OFFSET), area.y, area.y + area.height - height),
    width,
    height,
  };
}
