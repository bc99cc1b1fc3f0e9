/** Counts arrivals in the window that ends at the newest one. Times must not go back. */
export interface ArrivalWindow {
  /**
   * Adds an arrival and says how many lie in `(at - windowMs, at]`, this one included: an arrival exactly
   * `windowMs` old no longer counts. The largest answer over a run is the worst count of any such window,
   * because a fullest window can always be slid to end at an arrival.
   */
  add(at: number, windowMs: number): number;
  clear(): void;
}

/** Spent entries are cut off once they are many, so that adding stays cheap on average. */
const TRIM_AT = 1024;

/** Makes an empty {@link ArrivalWindow}. */
export function createArrivalWindow(): ArrivalWindow {
  let times: number[] = [];
  let head = 0;
  return {
    add(at, windowMs) {
      times.push(at);
      while ((times[head] ?? at) <= at - windowMs) head += 1;
      if (head > TRIM_AT) {
        times = times.slice(head);
        head = 0;
      }
      return times.length - head;
    },
    clear() {
      times = [];
      head = 0;
    },
  };
}
