import { useCallback, useEffect, useRef, useState } from 'react';
import type { Range } from './chunks.ts';

/** A move farther than this many rows is a jump. */
const JUMP_ROWS = 200;
/** A jump must rest this long before its rows are asked for, in milliseconds: dragging the scroll bar passes thousands. */
const REST_MS = 60;

/** The range to ask rows for, and where to report the range on screen. Near moves count at once, jumps when they rest. */
export function useRequestedRange(first: Range): readonly [Range, (range: Range) => void] {
  const [range, setRange] = useState(first);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const requested = useRef(first);
  const report = useCallback((next: Range) => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    const request = () => {
      requested.current = next;
      setRange((known) => (known.first === next.first && known.last === next.last ? known : next));
    };
    if (Math.abs(next.first - requested.current.first) <= JUMP_ROWS) request();
    else timer.current = setTimeout(request, REST_MS);
  }, []);
  useEffect(() => () => {
    if (timer.current !== null) clearTimeout(timer.current);
  }, []);
  return [range, report];
}
