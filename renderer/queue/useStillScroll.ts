import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { commonShift, type Range, type RowAt } from './chunks.ts';

/** How far around the screen rows are looked for after they moved. */
const REACH = 60;

/** Keeps the rows on screen where they are when rows come or go above them. At the top, new rows may push in. */
export function useStillScroll(scroller: RefObject<HTMLElement | null>, onScreen: Range, rowAt: RowAt, version: string, rowPx: number): void {
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || element.scrollTop < rowPx / 2) return;
    const shift = commonShift(before.current, idsOf({ first: onScreen.first - REACH, last: onScreen.last + REACH }, rowAt));
    if (shift !== 0) element.scrollBy({ top: shift * rowPx, behavior: 'instant' });
    // Only an answer moves rows; scrolling and moving the cursor must not.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [version]);
  useEffect(() => {
    before.current = idsOf(onScreen, rowAt);
  });
}

function idsOf({ first, last }: Range, rowAt: RowAt): ReadonlyMap<string, number> {
  const ids = new Map<string, number>();
  for (let index = Math.max(0, first); index <= last; index++) {
    const row = rowAt(index);
    if (row) ids.set(row.id, index);
  }
  return ids;
}
