import type { Clock } from '../clock.ts';

/** When something was written, by the clocks that outlive a run. */
export interface Stamp {
  /** Wall clock, epoch ms. */
  readonly at: number;
  /** Milliseconds since the machine was started, time asleep included; null where nothing tells. */
  readonly uptime: number | null;
}

/** How long ago a {@link Stamp} was made. */
export interface TimeAway {
  /** Milliseconds, never negative. */
  readonly ms: number;
  /** Never more than the truth, whatever was done to the wall clock. */
  readonly sure: boolean;
}

/** Milliseconds since the machine was started; null where nothing tells. */
export type Uptime = () => number | null;

/**
 * The time since a stamp of an earlier run. The monotonic clock begins anew with each process, so it cannot say.
 *
 * The machine's uptime can, as long as it is not lower than in the stamp: either the machine ran on, and the difference
 * is the truth, or it was started again and has been up for longer than the difference. The wall clock is not asked.
 * A lower uptime means another start of the machine, and none means that nobody counts: then the wall clock is all
 * there is. One that was set back says less than nothing, so no more time has passed than the machine is up.
 */
export function timeAway(stamp: Stamp, clock: Clock, uptime: Uptime): TimeAway {
  const up = uptime();
  if (up !== null && stamp.uptime !== null && up >= stamp.uptime) return { ms: up - stamp.uptime, sure: true };
  const atLeast = stamp.uptime !== null ? (up ?? 0) : 0;
  const byWall = clock.now() - stamp.at;
  return byWall > atLeast ? { ms: byWall, sure: false } : { ms: atLeast, sure: true };
}
