import { useLayoutEffect, useState, type RefObject } from 'react';

/** Rows drawn beyond each end of what is seen. */
const MARGIN = 6;

/** The rows of a list that are drawn. */
export interface VisibleRows {
  readonly first: number;
  readonly last: number;
  /** How many rows fit. */
  readonly page: number;
  readonly height: number;
}

/** Which of `count` rows of one height are in view. `list` scrolls; its content is `height` pixels high. */
export function useVisibleRows(list: RefObject<HTMLElement | null>, count: number, rowPx: number): VisibleRows {
  const [seen, setSeen] = useState({ top: 0, height: 0 });
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    const look = () => setSeen((before) => (before.top === element.scrollTop && before.height === element.clientHeight ? before : { top: element.scrollTop, height: element.clientHeight }));
    look();
    const sizes = new ResizeObserver(look);
    sizes.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [list]);
  return {
    first: Math.max(0, Math.min(count - 1, Math.floor(seen.top / rowPx)) - MARGIN),
    last: Math.min(count - 1, Math.ceil((seen.top + seen.height) / rowPx) + MARGIN),
    page: Math.max(1, Math.floor(seen.height / rowPx) - 1),
    height: count * rowPx,
  };
}

/** Scrolls as little as needed for a row to be seen whole. */
export function revealRow(list: HTMLElement, index: number, rowPx: number): void {
  const top = index * rowPx;
  if (top < list.scrollTop) list.scrollTo({ top });
  else if (top + rowPx > list.scrollTop + list.clientHeight) list.scrollTo({ top: top + rowPx - list.clientHeight });
}
