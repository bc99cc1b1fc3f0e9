/**
 * The simulator's two times. Real time (`real`) never jumps: requests are counted and latencies measured on it, so a
 * sped-up clock cannot make the rate limit gentler. Server time (`now`) is what Cxpress believes the time to be: token
 * lives, `updated_at` and the `Date` header come from it, and a test may move it or let it run faster.
 */
export interface SimulatorClock {
  /** Server time, epoch ms, whole. */
  now(): number;
  /** Real time, epoch ms with a fraction; monotonic. */
  real(): number;
  /** Moves server time by `ms` (negative: back). */
  advance(ms: number): void;
  /** Server milliseconds per real millisecond; 0 stops server time. */
  setSpeed(speed: number): void;
  speed(): number;
  /** What the `Date` header says, epoch ms: server time, off by what {@link setDateSkew} set. */
  date(): number;
  setDateSkew(ms: number): void;
  dateSkew(): number;
}

/** A monotonic epoch time that a corrected system clock cannot move. */
export function monotonicEpoch(): () => number {
  const start = Date.now();
  const origin = performance.now();
  return () => start + (performance.now() - origin);
}

/** Makes a {@link SimulatorClock}; server time starts at `start` (default: the real time) and runs at `speed`. */
export function createClock(options: { real?: () => number; start?: number; speed?: number; dateSkewMs?: number } = {}): SimulatorClock {
  const real = options.real ?? monotonicEpoch();
  let anchorReal = real();
  let anchorServer = options.start ?? anchorReal;
  let speed = options.speed ?? 1;
  let skew = options.dateSkewMs ?? 0;
  const exact = (): number => anchorServer + (real() - anchorReal) * speed;
  const reanchor = (server: number): void => {
    anchorServer = server;
    anchorReal = real();
  };
  return {
    now: () => Math.floor(exact()),
    real,
    advance: (ms) => reanchor(exact() + ms),
    setSpeed(next) {
      reanchor(exact());
      speed = next;
    },
    speed: () => speed,
    date: () => Math.floor(exact() + skew),
    setDateSkew(ms) {
      skew = ms;
    },
    dateSkew: () => skew,
  };
}
