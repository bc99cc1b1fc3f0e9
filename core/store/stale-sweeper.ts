import type { Database } from './driver/port.ts';
import { refreshStale } from './search/search-index.ts';

/** Search documents written per slice; a slice holds up whoever calls next, so it is short. */
const SLICE = 100;

/** Writes search documents again that went stale, in the gaps between calls, until none is left. */
export interface StaleSweeper {
  /** There may be some. */
  wake(): void;
  dispose(): void;
}

/** Makes a {@link StaleSweeper}. A slice that fails is left for the next wake: the marks are still there. */
export function staleSweeper(db: Database): StaleSweeper {
  let next: NodeJS.Immediate | null = null;
  const sweep = (): void => {
    next = null;
    try {
      if (db.transaction(() => refreshStale(db, SLICE))) wake();
    } catch {
      // A full disk, say: the marks stay, and the next commit both reports it and wakes this.
    }
  };
  const wake = (): void => {
    next ??= setImmediate(sweep);
  };
  return {
    wake,
    dispose: () => {
      if (next !== null) clearImmediate(next);
      next = null;
    },
  };
}
