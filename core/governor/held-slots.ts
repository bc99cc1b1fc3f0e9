import { RATE_WINDOW_MS } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';

/** How long a request may still reach the server after we stopped listening for its answer, in milliseconds. */
export const GRACE_MS = 30_000;

/**
 * Counts the slots that requests hold. The server counts a request at some moment between its sending and the end of
 * its answer, so a slot is held until that end + the server's window: then no window at the server can hold more
 * requests than there are slots.
 */
export interface HeldSlots {
  /** Slots held now. */
  count(): number;
  /** Requests that were sent and have not ended. */
  flying(): number;
  /** A request is about to be sent. */
  open(): void;
  /** An open request ended just now, or (`unknown`) may still arrive within {@link GRACE_MS}, or was never sent. */
  end(how: 'known' | 'unknown' | 'unsent'): void;
  /** Requests of an earlier run that may have been sent just before now. */
  carry(count: number): void;
  /** Milliseconds until the next slot frees; null when none will by itself. */
  nextFreeIn(): number | null;
}

/** Makes a {@link HeldSlots}. */
export function createHeldSlots(clock: Clock): HeldSlots {
  let open = 0;
  let ending: { mono: number; wall: number; hold: number; slots: number }[] = [];

  /**
   * A slot frees only when both clocks say so: either may stand still while the machine sleeps. A wall clock that was
   * set back costs one more hold at most, not the time it was set back by.
   */
  function sweep(): void {
    const mono = clock.mono();
    const wall = clock.now();
    for (const slot of ending) slot.wall = Math.min(slot.wall, wall + slot.hold);
    ending = ending.filter((slot) => slot.mono > mono || slot.wall > wall);
  }

  function hold(slots: number, ms: number): void {
    if (slots > 0) ending.push({ mono: clock.mono() + ms, wall: clock.now() + ms, hold: ms, slots });
  }

  return {
    count() {
      sweep();
      return ending.reduce((sum, slot) => sum + slot.slots, open);
    },
    flying: () => open,
    open() {
      open += 1;
    },
    end(how) {
      open -= 1;
      if (how !== 'unsent') hold(1, how === 'known' ? RATE_WINDOW_MS : GRACE_MS + RATE_WINDOW_MS);
    },
    carry(count) {
      hold(count, GRACE_MS + RATE_WINDOW_MS);
    },
    nextFreeIn() {
      sweep();
      const mono = clock.mono();
      const wall = clock.now();
      const waits = ending.map((slot) => Math.max(slot.mono - mono, slot.wall - wall));
      return waits.length > 0 ? Math.min(...waits) : null;
    },
  };
}
