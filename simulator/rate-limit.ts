import { BLOCK_MS, RATE_WINDOW_MS, REQUESTS_PER_WINDOW } from '../contract/limits.ts';
import { createArrivalWindow, type ArrivalWindow } from './arrival-window.ts';

/** The rule, by default as documented (Cxpress API docs, "Structure" §3). Times in ms. */
export interface RateRules {
  /** Requests an address may send in any window. */
  readonly limit: number;
  readonly windowMs: number;
  readonly blockMs: number;
  /** Whether a request during a block starts the block anew. Not documented; off by default. */
  readonly extendOnHit: boolean;
}

/** The documented rule. */
export const DOCUMENTED_RATE: RateRules = { limit: REQUESTS_PER_WINDOW, windowMs: RATE_WINDOW_MS, blockMs: BLOCK_MS, extendOnHit: false };

/** What the limiter says to one request. */
export type Verdict = { readonly blocked: false } | { readonly blocked: true; readonly retryAfterMs: number };

/** How an address stands. `blockedUntil` is real time, null when it is free. */
export interface AddressStanding {
  readonly blocks: number;
  readonly blockedUntil: number | null;
}

/**
 * One sliding window per client address over every API call, the refresh call included. It counts arrivals, never
 * fixed minutes. A request during a block is refused and not counted again; a block empties the window, so an address
 * starts afresh after it.
 */
export interface RateLimiter {
  arrive(address: string, at: number): Verdict;
  /** Blocks an address now, as if it had exceeded the limit. */
  block(address: string, at: number): void;
  /** Lifts the block of one address, or of all. */
  unblock(address?: string): void;
  configure(patch: Partial<RateRules>): void;
  rules(): RateRules;
  standing(at: number): Readonly<Record<string, AddressStanding>>;
}

interface AddressState {
  window: ArrivalWindow;
  blocks: number;
  blockedUntil: number;
}

/** Makes a {@link RateLimiter}. */
export function createRateLimiter(initial: Partial<RateRules> = {}): RateLimiter {
  let rules: RateRules = { ...DOCUMENTED_RATE, ...initial };
  const addresses = new Map<string, AddressState>();
  const stateOf = (address: string): AddressState => {
    const known = addresses.get(address);
    if (known) return known;
    const fresh: AddressState = { window: createArrivalWindow(), blocks: 0, blockedUntil: -Infinity };
    addresses.set(address, fresh);
    return fresh;
  };
  const startBlock = (state: AddressState, at: number): void => {
    state.blocks += 1;
    state.blockedUntil = at + rules.blockMs;
    state.window.clear();
  };
  return {
    arrive(address, at) {
      const state = stateOf(address);
      if (at < state.blockedUntil) {
        if (rules.extendOnHit) state.blockedUntil = at + rules.blockMs;
        return { blocked: true, retryAfterMs: state.blockedUntil - at };
      }
      if (state.window.add(at, rules.windowMs) <= rules.limit) return { blocked: false };
      startBlock(state, at);
      return { blocked: true, retryAfterMs: rules.blockMs };
    },
    block: (address, at) => startBlock(stateOf(address), at),
    unblock(address) {
      const lifted = address === undefined ? [...addresses.values()] : [stateOf(address)];
      for (const state of lifted) state.blockedUntil = -Infinity;
    },
    configure(patch) {
      rules = { ...rules, ...patch };
    },
    rules: () => rules,
    standing: (at) =>
      Object.fromEntries([...addresses].map(([address, { blocks, blockedUntil }]) => [address, { blocks, blockedUntil: at < blockedUntil ? blockedUntil : null }])),
  };
}
