/** The window of the documented rule, ms. */
const WINDOW_MS = 60_000;
/** Its block, ms, counted from the last request that arrived within it. */
export const BLOCK_MS = 10 * 60_000;

/** Counts what falls into any 60 s. */
export interface SlidingWindow {
  /** Adds one at `at` (never before the last) and returns how many the window that ends there holds. */
  add(at: number): number;
}

/** Makes a {@link SlidingWindow}. Two hits exactly one window apart are not in one window. */
export function slidingWindow(): SlidingWindow {
  const hits: number[] = [];
  let from = 0;
  return {
    add(at) {
      hits.push(at);
      while (at - (hits[from] as number) >= WINDOW_MS) from += 1;
      return hits.length - from;
    },
  };
}

/** What the server says to one request. */
export type Verdict = 'fine' | 'blocked';

/** One request on its way. `at` may be moved earlier until it has arrived. */
export interface Arrival {
  at: number;
  /** Runs when it arrives. */
  readonly land: (verdict: Verdict) => void;
}

/** The server as one address sees it: a real sliding window, and a block that every request within it begins anew. */
export interface AddressServer {
  /** A request was sent and will arrive at `arrival.at`, in true time. */
  expect(arrival: Arrival): void;
  /** True time has come to `now`: what is due arrives, in order. */
  runTo(now: number): void;
  /** When the block ends, true time; in the past when none is on. */
  blockedUntil(): number;
  /** Most requests in any 60 s so far. */
  worstWindow(): number;
  /** How often an address that was not blocked became it. */
  blocks(): readonly number[];
}

/** Makes an {@link AddressServer} that allows `limit` requests in any 60 s. */
export function addressServer(limit: number): AddressServer {
  const window = slidingWindow();
  const blocks: number[] = [];
  let coming: Arrival[] = [];
  let blockedUntil = Number.NEGATIVE_INFINITY;
  let worst = 0;

  function arrive({ at, land }: Arrival): void {
    const inBlock = at < blockedUntil;
    const count = window.add(at);
    worst = Math.max(worst, count);
    const over = count > limit;
    if (over && !inBlock) blocks.push(at);
    if (over || inBlock) blockedUntil = at + BLOCK_MS;
    land(over || inBlock ? 'blocked' : 'fine');
  }

  return {
    expect: (arrival) => void coming.push(arrival),
    runTo(now) {
      const due = coming.filter(({ at }) => at <= now);
      if (due.length === 0) return;
      coming = coming.filter(({ at }) => at > now);
      for (const arrival of due.sort((a, b) => a.at - b.at)) arrive(arrival);
    },
    blockedUntil: () => blockedUntil,
    worstWindow: () => worst,
    blocks: () => blocks,
  };
}
