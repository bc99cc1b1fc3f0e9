import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import { edgeStep } from './edge-step.ts';

/** Dragging a row of a list by its grip. */
export interface DragOrder {
  /** The row that is dragged; null while none is. */
  readonly id: string | null;
  /** Where it was. */
  readonly from: number;
  /** Where it would be dropped; null while that is where it was. */
  readonly to: number | null;
  /** What a row's grip needs. */
  readonly grip: (id: string, index: number) => { onPointerDown: (event: PointerEvent<HTMLElement>) => void };
}

interface Drag {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Moves rows of `list` by pointer: `onMove` hears the row and its new place once it is let go. Esc, or a pointer that was taken away, leaves everything as it was. */
export function useDragOrder(list: RefObject<HTMLElement | null>, onMove: (id: string, to: number) => void): DragOrder {
  const [drag, setDrag] = useState<Drag | null>(null);
  const pointer = useRef(0);
  const dragging = drag !== null;
  useEffect(() => {
    if (!dragging) return undefined;
    let frame = requestAnimationFrame(function follow() {
      const scroller = list.current?.closest('[data-scrolls]');
      const step = scroller ? edgeStep(scroller.getBoundingClientRect(), pointer.current) : 0;
      if (scroller && step !== 0) {
        scroller.scrollTop += step;
        setDrag((now) => now && { ...now, to: placeAt(list.current, pointer.current, now.from) });
      }
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [dragging, list]);
  useEffect(() => {
    if (!drag) return undefined;
    const onPointerMove = (event: globalThis.PointerEvent) => {
      pointer.current = event.clientY;
      setDrag((now) => now && { ...now, to: placeAt(list.current, event.clientY, now.from) });
    };
    const onUp = () => {
      setDrag(null);
      if (drag.to !== drag.from) onMove(drag.id, drag.to);
    };
    const cancel = () => setDrag(null);
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      cancel();
    };
    window.addEventListener('pointermove', onPointerMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', cancel);
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('pointermove', onPointerMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', cancel);
      window.removeEventListener('keydown', onKey, true);
    };
  }, [drag, list, onMove]);
  return {
    id: drag?.id ?? null,
    from: drag?.from ?? 0,
    to: drag && drag.to !== drag.from ? drag.to : null,
    grip: (id, from) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        // Otherwise the browser begins to select text.
        event.preventDefault();
        pointer.current = event.clientY;
        setDrag({ id, from, to: from });
      },
    }),
  };
}

/** The place at which a row let go at a height would stand, given where it was: a row gives way once its middle is passed. */
export function placeAt(list: HTMLElement | null, y: number, from: number): number {
  const middles = [...(list?.children ?? [])].map((row) => {
    const { top, height } = row.getBoundingClientRect();
    return top + height / 2;
  });
  const above = middles.filter((middle, index) => index !== from && middle < y).length;
  return Math.min(above, Math.max(0, middles.length - 1));
}
