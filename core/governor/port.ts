import type { Lane } from './lanes.ts';

/** Permission to send one request. Exactly one of its methods ends it. */
export interface Slot {
  /** The response is read to its end (or the request failed): the slot frees 60 s from now. */
  done(): void;
  /** The request was aborted or its end is unknown: the slot frees after a grace period plus 60 s. */
  unknown(): void;
  /** The request was never sent: the slot frees at once, and nothing was learned. */
  unsent(): void;
  /** The server says this address is blocked. `retryAfterMs` when it said for how long. */
  blocked(retryAfterMs: number | null): void;
  /** The answer asks to slow down without a block (503, or 429 where the profile does not call it a block). Ends the slot as done() does. */
  pressed(retryAfterMs: number | null): void;
}

/** A snapshot for the status line. */
export interface GovernorStatus {
  /** Slots held now. */
  readonly used: number;
  /** Slots this desktop may hold. */
  readonly budget: number;
  /** Epoch ms; null when not blocked. */
  readonly blockedUntil: number | null;
  /** The block that stands was begun anew by the refusal of the one request that asked for its end. */
  readonly blockedAgain: boolean;
  /** Requests waiting. */
  readonly waiting: number;
  /** Percent of the budget in use now, 100 unless the address showed signs of pressure lately or a block just ended. */
  readonly pace: number;
}

/**
 * The only way to a request. `acquire` waits for a free slot in lane order; it rejects with
 * EngineError `blocked` at once while the address is blocked, and with the signal's reason on abort.
 */
export interface Governor {
  acquire(lane: Lane, signal?: AbortSignal): Promise<Slot>;
  status(): GovernorStatus;
  /** Share settings changed. */
  setBudget(budget: number): void;
  onChange(listener: (status: GovernorStatus) => void): () => void;
  dispose(): void;
}
