import { BLOCK_MS } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';

/** Added to every block: two clocks never agree to the second, and being early could begin it anew. */
const MARGIN_MS = 30_000;
/** The longest wait a server may ask for; anything longer is taken for a mistake. */
const LONGEST_MS = 60 * 60_000;
/** How long the budget takes to grow back to its full size after a block. */
const RAMP_MS = 5 * 60_000;
/** Part of the budget right after a block. */
const RAMP_START = 0.1;

/** A block as it is kept on disk. */
export interface StoredBlock {
  /** Its end by the wall clock, epoch ms. */
  readonly until: number;
  /** Its length at its start, ms: no clock can make it longer than this. */
  readonly length: number;
}

/**
 * The time in which nothing may be sent because the server has blocked our address, and the slow start after it.
 * Within a run the monotonic clock alone decides, so no change of the wall clock moves the end.
 */
export interface Block {
  /** The server said so now; `retryAfterMs` when it said for how long. A later end wins. */
  begin(retryAfterMs: number | null): void;
  /** Takes up a block of an earlier run. */
  resume(stored: StoredBlock): void;
  /** Milliseconds left, 0 when not blocked. */
  left(): number;
  /** Part of the budget that may be used: 0.1 right after a block, growing to 1. */
  pace(): number;
  /** What must be on disk now; null when neither block nor slow start is on. */
  stored(): StoredBlock | null;
}

/** Makes a {@link Block}. */
export function createBlock(clock: Clock): Block {
  let current: { endMono: number; length: number } | null = null;

  const sinceEnd = (): number => (current ? clock.mono() - current.endMono : RAMP_MS);

  function endIn(ms: number, length: number): void {
    const endMono = clock.mono() + ms;
    if (!current || endMono > current.endMono) current = { endMono, length };
  }

  return {
    begin(retryAfterMs) {
      const asked = Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_MS);
      const length = Math.max(BLOCK_MS, asked) + MARGIN_MS;
      endIn(length, length);
    },
    resume(stored) {
      const length = Math.min(Math.max(stored.length, 0), LONGEST_MS + MARGIN_MS);
      const left = Math.min(stored.until - clock.now(), length);
      if (left > -RAMP_MS) endIn(left, length);
    },
    left: () => Math.max(0, -sinceEnd()),
    pace() {
      const part = Math.min(Math.max(sinceEnd() / RAMP_MS, 0), 1);
      return RAMP_START + (1 - RAMP_START) * part;
    },
    stored() {
      const since = sinceEnd();
      return current && since < RAMP_MS ? { until: Math.round(clock.now() - since), length: current.length } : null;
    },
  };
}
