/** Time as the engine sees it. Injected everywhere, so that tests can lie about it. */
export interface Clock {
  /** Wall time, epoch milliseconds. May jump. */
  now(): number;
  /** Monotonic milliseconds from an arbitrary origin. Never goes back. */
  mono(): number;
  /** Runs `run` once after `ms`; the returned function cancels. */
  after(ms: number, run: () => void): () => void;
}

/** The machine's own clock. Its timers do not keep a process alive by themselves. */
export function systemClock(): Clock {
  return {
    now: () => Date.now(),
    mono: () => performance.now(),
    after(ms, run) {
      const timer = setTimeout(run, Math.min(ms, 2 ** 31 - 1));
      timer.unref();
      return () => clearTimeout(timer);
    },
  };
}

/** Waits `ms`, or rejects with the signal's reason when it aborts first. */
export function sleep(clock: Clock, ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const onAbort = (): void => {
      cancel();
      reject(signal?.reason as Error);
    };
    const cancel = clock.after(ms, () => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    });
    signal?.addEventListener('abort', onAbort, { once: true });
  });
}
