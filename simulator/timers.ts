/** Runs `run` once after `ms` of real time; the returned function cancels. */
export type After = (ms: number, run: () => void) => () => void;

/** The machine's own timers. */
export function systemAfter(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
