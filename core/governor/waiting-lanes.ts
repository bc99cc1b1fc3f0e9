import type { Slot } from './port.ts';
import { LANES, type Lane } from './lanes.ts';

/** Someone who waits for a slot. */
export interface Waiter {
  readonly resolve: (slot: Slot) => void;
  readonly reject: (reason: unknown) => void;
}

/** Who waits: lanes in order, first come first served within a lane. */
export interface WaitingLanes {
  add(lane: Lane, waiter: Waiter, signal: AbortSignal | undefined): void;
  /** The lane whose turn it is; null when nobody waits. */
  firstLane(): Lane | null;
  /** Takes the first waiter of a lane out. */
  shift(lane: Lane): Waiter | null;
  /** Rejects everybody. */
  rejectAll(reason: unknown): void;
  count(): number;
}

/** Makes a {@link WaitingLanes}; `onLeft` hears when someone gave up. */
export function createWaitingLanes(onLeft: () => void): WaitingLanes {
  const queues = new Map<Lane, Set<Waiter>>(LANES.map((lane) => [lane, new Set()]));
  const leave = new WeakMap<Waiter, () => void>();

  function remove(queue: Set<Waiter>, waiter: Waiter): void {
    queue.delete(waiter);
    leave.get(waiter)?.();
  }

  return {
    add(lane, waiter, signal) {
      const queue = queues.get(lane) as Set<Waiter>;
      queue.add(waiter);
      if (!signal) return;
      const onAbort = (): void => {
        remove(queue, waiter);
        waiter.reject(signal.reason);
        onLeft();
      };
      signal.addEventListener('abort', onAbort, { once: true });
      leave.set(waiter, () => signal.removeEventListener('abort', onAbort));
    },
    firstLane: () => LANES.find((lane) => (queues.get(lane)?.size ?? 0) > 0) ?? null,
    shift(lane) {
      const queue = queues.get(lane) as Set<Waiter>;
      for (const waiter of queue) {
        remove(queue, waiter);
        return waiter;
      }
      return null;
    },
    rejectAll(reason) {
      for (const queue of queues.values()) {
        for (const waiter of [...queue]) {
          remove(queue, waiter);
          waiter.reject(reason);
        }
      }
    },
    count: () => [...queues.values()].reduce((sum, queue) => sum + queue.size, 0),
  };
}
