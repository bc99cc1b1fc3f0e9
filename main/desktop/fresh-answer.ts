import type { Clock } from '../../core/clock.ts';

/** Something that takes a moment to find out and may be asked for at any time. */
export interface FreshAnswer<T> {
  /** What is known now; an answer that has grown old is asked for anew behind it. */
  now(): T;
  /** Resolves with an answer that is fresh; one question for any number of callers. Never rejects. */
  look(): Promise<T>;
  /** What was told from outside: fresh from now on. */
  told(answer: T): void;
}

/** Makes a {@link FreshAnswer} that begins with `first` and believes an answer for `freshMs`. A question that fails leaves what was known. */
export function createFreshAnswer<T>(ask: () => Promise<T>, first: T, freshMs: number, clock: Clock): FreshAnswer<T> {
  let known = first;
  let since: number | null = null;
  let asking: Promise<T> | null = null;

  const told = (answer: T): void => {
    known = answer;
    since = clock.mono();
  };
  const look = (): Promise<T> => {
    if (since !== null && clock.mono() - since < freshMs) return Promise.resolve(known);
    asking ??= ask()
      .then(told, () => {
        since = clock.mono();
      })
      .then(() => known)
      .finally(() => {
        asking = null;
      });
    return asking;
  };
  return {
    now() {
      void look();
      return known;
    },
    look,
    told,
  };
}
