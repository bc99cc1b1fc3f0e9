/** Timers that one advance of a fake clock runs without time moving; a real schedule has a few. */
const MOST_AT_ONE_INSTANT = 10_000;
/** Timers that one advance runs in all. */
const MOST_IN_ONE_ADVANCE = 2_000_000;
/** Letters shown of what a timer runs. */
const SHOWN = 120;

function words(run: () => void): string {
  return run.toString().replace(/\s+/g, ' ').slice(0, SHOWN);
}

/**
 * Watches the timers of one advance of a fake clock: a timer that sets itself anew for ever would let the test run
 * for ever, and no time limit of the runner can break a loop that never gives the turn back.
 *
 * @returns called before each timer, with the monotonic time; throws, with the timer's words, when there is no end to them
 */
export function endlessTimers(): (mono: number, run: () => void) => void {
  let instant = Number.NaN;
  let atInstant = 0;
  let all = 0;
  return (mono, run) => {
    atInstant = mono === instant ? atInstant + 1 : 1;
    instant = mono;
    all += 1;
    if (atInstant > MOST_AT_ONE_INSTANT) throw new Error(`More than ${MOST_AT_ONE_INSTANT} timers at ${mono} ms and no end to them; the next one runs: ${words(run)}`);
    if (all > MOST_IN_ONE_ADVANCE) throw new Error(`More than ${MOST_IN_ONE_ADVANCE} timers in one advance, now at ${mono} ms; the next one runs: ${words(run)}`);
  };
}

/** Calls in one turn of the event loop after which nobody believes in an end. */
const MOST_IN_ONE_TURN = 10_000;

/**
 * Watches calls that answer without giving the turn back.
 *
 * @returns called for each call; true when there is no end to them in this turn of the event loop: the caller must then
 *   never answer again, or nothing else can ever run
 */
export function endlessCalls(): () => boolean {
  let inTurn = 0;
  return () => {
    if (inTurn === 0) setImmediate(() => (inTurn = 0));
    inTurn += 1;
    return inTurn > MOST_IN_ONE_TURN;
  };
}
