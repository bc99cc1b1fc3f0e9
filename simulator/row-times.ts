import { createRandom } from './world/random.ts';

/** What is wrong with the server's update times; nothing by default. */
export interface TimeFaults {
  /** Times are cut down to a multiple of this, e.g. 1000 for whole seconds: later states of a row may have equal times. */
  readonly granularityMs?: number;
  /** Share of rows, 0 to 1, that never have an update time: null on the wire, and in no list with an update filter (as a database compares nothing). */
  readonly missing?: number;
  /** Each row's times are off by an amount of its own, at most this either way: rows were written by machines with different clocks. */
  readonly skewMs?: number;
}

/** The update time of a row that has none; such rows stand before all others. */
export const NO_TIME = 0;

/** Says which update time a change leaves behind. Whether and how a row is wrong depends on its id alone. */
export interface RowTimes {
  /** For a new row. */
  first(id: string, now: number): number;
  /** For the next state of a row whose last one was `before`: never earlier, and later where times are not cut. */
  next(id: string, now: number, before: number): number;
}

/** Makes {@link RowTimes}. */
export function createRowTimes(faults: TimeFaults = {}): RowTimes {
  const { granularityMs = 1, missing = 0, skewMs = 0 } = faults;
  const cut = (time: number): number => (granularityMs > 1 ? Math.floor(time / granularityMs) * granularityMs : time);
  const lacks = (id: string): boolean => missing > 0 && createRandom('missing time', id).chance(missing);
  const off = (id: string): number => (skewMs > 0 ? Math.round((createRandom('skewed time', id).next() * 2 - 1) * skewMs) : 0);
  return {
    first: (id, now) => (lacks(id) ? NO_TIME : cut(now + off(id))),
    next(id, now, before) {
      if (lacks(id)) return NO_TIME;
      const time = cut(now + off(id));
      return granularityMs > 1 ? Math.max(time, before) : Math.max(time, before + 1);
    },
  };
}
