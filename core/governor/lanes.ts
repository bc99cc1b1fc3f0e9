/**
 * Who goes first when the budget is short. `refresh` keeps the session alive, `lookup` is a person waiting at the
 * hotkey window, `open` an item on screen, `delta` the regular catch-up, `backfill` the first sync.
 */
export const LANES = ['refresh', 'lookup', 'open', 'delta', 'backfill'] as const;
/** One of {@link LANES}. */
export type Lane = (typeof LANES)[number];
