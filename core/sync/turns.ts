/** Lets one job at a time through, in the order they came. A job that fails does not hold up the next. */
export type Turns = <T>(job: () => Promise<T>) => Promise<T>;

/** Makes {@link Turns}. */
export function createTurns(): Turns {
  let tail: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = tail.then(job);
    tail = turn.catch(() => undefined);
    return turn;
  };
}
