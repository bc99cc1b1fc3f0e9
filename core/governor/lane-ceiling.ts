import type { Lane } from './lanes.ts';

/** Part of the budget up to which a lane may fill it. What is left above is the reserve of the lanes before it. */
const PARTS: Readonly<Record<Lane, number>> = { refresh: 1, lookup: 0.97, open: 0.95, delta: 0.9, backfill: 0.8 };

/** Below this, the parts above would cost a lane more than they give the others: order alone decides. */
const SMALLEST_WITH_PARTS = 10;
/** From here on the first sync leaves one slot, so that a lookup need not wait for it even while the budget is small. */
const SMALLEST_WITH_RESERVE = 4;

/**
 * How many slots may be held in all lanes together for one more to be given to `lane`. A higher lane never has a
 * lower ceiling, so when the first waiting lane must wait, so must every lane behind it.
 */
export function laneCeiling(lane: Lane, budget: number): number {
  if (budget >= SMALLEST_WITH_PARTS) return Math.floor(budget * PARTS[lane]);
  return lane === 'backfill' && budget >= SMALLEST_WITH_RESERVE ? budget - 1 : budget;
}
