/** Runs a job at once and then at most once per interval, with everything that came in between. */
export interface Coalescer<T> {
  /** Hands something in. */
  add(item: T): void;
  /** Drops what waits. */
  dispose(): void;
}

/** Makes a {@link Coalescer}: `run` gets what came in since its last run, never an empty list. `waitMs` in milliseconds. */
export function createCoalescer<T>(run: (items: readonly T[]) => void, waitMs: number): Coalescer<T> {
  let waiting: T[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    timer = null;
    if (waiting.length === 0) return;
    const items = waiting;
    waiting = [];
    timer = setTimeout(flush, waitMs);
    run(items);
  };
  return {
    add(item) {
      waiting.push(item);
      if (timer === null) flush();
    },
    dispose() {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      waiting = [];
    },
  };
}
