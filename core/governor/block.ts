import { BLOCK_MS } from '../../contract/limits.ts';
import type { Clock } from '../clock.ts';
import { askedWait } from './asked-wait.ts';
import { GRACE_MS } from './held-slots.ts';
import type { Uptime } from './time-away.ts';

/**
 * Added to every block. The others behind the address hear of it at their next poll, and that request may begin it anew:
 * whoever asks for the end before the last of them has heard is refused. So it is the time between two polls and
 * {@link LATE_MS}, as far as ours tells theirs; a poll later than the block itself meets no block.
 */
const MARGIN_MS = { least: 2 * 60_000, most: BLOCK_MS + 30_000 } as const;
/** A poll may be so late, and two clocks never agree to the second. */
const LATE_MS = 30_000;
/** Uptime may be told in whole seconds, rounded either way. */
const UPTIME_GRAIN_MS = 1_000;
/** The longest wait a server may ask for; anything longer is taken for a mistake. */
const LONGEST_MS = 60 * 60_000;
/** How long the budget takes to grow back to its full size after a block. */
const RAMP_MS = 5 * 60_000;
/** Part of the budget right after a block. */
const RAMP_START = 0.1;

/**
 * Full multiples of this on the wall clock are when the end is asked for again after a refusal, ms. Others behind the
 * address then keep the block alive. If a request within the block begins it anew (nobody documents whether it does),
 * desktops that each ask at the end of their own count would keep each other blocked for ever. So all of them ask in
 * one minute and are silent between for longer than a block: at twice its length even one with a wrong clock, asking at
 * another minute, leaves a gap in which somebody is answered. The wall clock only ever makes the wait longer.
 */
const MEETING_MS = 2 * BLOCK_MS;

/** How often a block's end is written anew while it lasts, ms: what is on disk is never older than this. */
export const BLOCK_REWRITE_MS = 30_000;

/** A block as it is kept on disk. */
export interface StoredBlock {
  /** Its end by the wall clock at the writing, epoch ms. */
  readonly until: number;
  /** Its length at its start, ms: no clock can make it longer than this. */
  readonly length: number;
  /** See `Block.again`. */
  readonly again: boolean;
}

/** What a start knows of a stored block besides itself. */
export interface BlockFound {
  /** Milliseconds it had left when it was written; negative in the slow start after it. */
  readonly leftThen: number;
  /** Milliseconds since the writing. */
  readonly awayMs: number;
  /** `awayMs` is never more than the truth; see time-away.ts. */
  readonly sure: boolean;
  /** Requests were under way at the writing: each may have reached the server in the block and begun it anew. */
  readonly flying: boolean;
}

/**
 * The time in which nothing may be sent because the server has blocked our address, and the slow start after it.
 * Within a run the monotonic clock decides, and where it stands while the machine sleeps the uptime, so no change of the
 * wall clock moves the end. The slow start begins
 * with one request alone: if the block is not over after all, that costs one refusal and not a burst of them.
 */
export interface Block {
  /** The server said so now; `retryAfterMs` when it said for how long. A later end wins. `refused`: it was the one request that asks for the end. */
  begin(retryAfterMs: number | null, refused: boolean): void;
  /** A request ended while the block was on. It may have begun it anew up to now, or (`unknown`) within the grace. */
  touched(how: 'known' | 'unknown'): void;
  /** Takes up a block of an earlier run; never longer than its length from now. */
  resume(stored: StoredBlock, found: BlockFound): void;
  /** Counts the time that the uptime knows of and the monotonic clock does not. Not to be called while requests are under way. */
  countSleep(): void;
  /** Milliseconds left, 0 when not blocked. */
  left(): number;
  /** It began with the refusal of the one request that asked for the end of another. */
  again(): boolean;
  /** The block is over and nothing was answered since: one request at a time. */
  probing(): boolean;
  /** Something was answered without a block. */
  cleared(): void;
  /** Part of the budget that may be used: 0.1 right after a block, growing to 1. */
  pace(): number;
  /** The slow start is on: {@link pace} grows. */
  ramping(): boolean;
  /** What must be on disk now; null when neither block nor slow start is on and something was answered since. */
  stored(): StoredBlock | null;
}

/** What a block needs. */
export interface BlockNeeds {
  readonly clock: Clock;
  readonly uptime: Uptime;
  /** Milliseconds between two polls. */
  readonly pollMs: () => number;
}

/** Makes a {@link Block}. */
export function createBlock({ clock, uptime, pollMs }: BlockNeeds): Block {
  let current: { endMono: number; length: number; again: boolean } | null = null;
  let untried = false;
  /** How far the uptime was ahead of the monotonic clock when the sleep was last counted; null: nothing tells. */
  let lead: number | null = null;

  const leadNow = (): number | null => {
    const up = uptime();
    return up === null ? null : up - clock.mono();
  };
  const marginMs = (): number => Math.min(Math.max(MARGIN_MS.least, pollMs() + LATE_MS), MARGIN_MS.most);

  const sinceEnd = (): number => (current ? clock.mono() - current.endMono : RAMP_MS);

  function endIn(ms: number, length: number, again: boolean): void {
    const endMono = clock.mono() + ms;
    if (!current || endMono > current.endMono) {
      current = { endMono, length, again };
      lead = leadNow();
    }
    untried = true;
  }

  function countSleep(): void {
    const ahead = leadNow();
    if (!current || ahead === null) return;
    const slept = lead === null ? 0 : ahead - lead - UPTIME_GRAIN_MS;
    if (lead !== null && slept <= 0) return;
    current = { ...current, endMono: current.endMono - slept };
    lead = ahead;
  }

  return {
    begin(retryAfterMs, refused) {
      const asked = Math.max(BLOCK_MS, askedWait(retryAfterMs, LONGEST_MS)) + marginMs();
      const length = refused ? Math.ceil((clock.now() + asked) / MEETING_MS) * MEETING_MS - clock.now() : asked;
      endIn(length, length, refused || (sinceEnd() < 0 && current?.again === true));
    },
    touched(how) {
      if (!current || sinceEnd() >= 0) return;
      const { length, again } = current;
      countSleep();
      endIn(how === 'known' ? BLOCK_MS : BLOCK_MS + GRACE_MS, Math.max(length, BLOCK_MS + GRACE_MS), again);
    },
    countSleep,
    resume(stored, { leftThen, awayMs, sure, flying }) {
      const length = Math.min(Math.max(stored.length, 0), LONGEST_MS + MARGIN_MS.most + MEETING_MS);
      const renewed = flying ? BLOCK_REWRITE_MS + GRACE_MS + BLOCK_MS : 0;
      const left = Math.min(Math.max(leftThen, renewed) - awayMs, length);
      // It was on, and only the wall clock says that it is over: begin as carefully as if it had ended now.
      if (left <= 0 && leftThen > 0 && !sure) endIn(0, length, stored.again);
      // On disk and not on any more: the slow start, or nobody has asked whether it is over.
      else if (left > -RAMP_MS || leftThen <= 0) endIn(left, length, stored.again);
    },
    left: () => Math.max(0, -sinceEnd()),
    again: () => current?.again === true,
    probing: () => untried && sinceEnd() >= 0,
    cleared() {
      if (sinceEnd() >= 0) untried = false;
    },
    pace() {
      const part = Math.min(Math.max(sinceEnd() / RAMP_MS, 0), 1);
      return RAMP_START + (1 - RAMP_START) * part;
    },
    ramping: () => sinceEnd() >= 0 && sinceEnd() < RAMP_MS,
    stored() {
      const since = sinceEnd();
      return current && (since < RAMP_MS || untried) ? { until: Math.round(clock.now() - since), length: current.length, again: current.again } : null;
    },
  };
}
