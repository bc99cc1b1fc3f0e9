import { createEmitter } from '../emitter.ts';

/** From this difference on, times shown are misleading and a person should set the clock. In milliseconds. */
export const LARGE_SKEW_MS = 2 * 60_000;
/** So many answers in a row must say so: one server of many may have a wrong clock of its own. */
const IN_A_ROW = 3;
/** So many answers are believed together. */
const KEPT = 16;
/** The `Date` header has whole seconds. */
const DATE_STEP_MS = 1000;
/** An answer that took longer, or less than no time, saw the wall clock step: it proves nothing. */
const LONGEST_MS = 30_000;

/** When the server made an answer by its own clock, and when ours was asked and answered. Epoch ms; ours by the wall clock. */
export interface ServerTimeSample {
  readonly server: number;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** How far this computer's clock is from the server's. `offsetMs` is to be added to ours. */
export interface Skew {
  readonly offsetMs: number;
  readonly minutes: number;
}

/** Measures the wall clock against the server's and says when the difference is large. */
export interface ClockSkew {
  readonly sample: (sample: ServerTimeSample) => void;
  /** What is to be added to our clock, as narrow as recent answers prove it; null before the first. */
  bounds(): { readonly low: number; readonly high: number } | null;
  /** The large difference that stands, or null. */
  current(): Skew | null;
  /** Hears the large difference once when it is sure, and null once when it is over. */
  onChange(listener: (skew: Skew | null) => void): () => void;
}

interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** What one answer proves: its time lies in [server, server + 1 s) at some moment between sending and receiving. */
function proves({ server, sentAt, receivedAt }: ServerTimeSample): Bounds {
  return { low: server - receivedAt, high: server + DATE_STEP_MS - sentAt };
}

/** The part that all of them allow; null when they contradict each other. */
function common(all: readonly Bounds[]): Bounds | null {
  const low = Math.max(...all.map((one) => one.low));
  const high = Math.min(...all.map((one) => one.high));
  return low <= high ? { low, high } : null;
}

function isLarge({ low, high }: Bounds): boolean {
  return low > LARGE_SKEW_MS || high < -LARGE_SKEW_MS;
}

/**
 * Makes the {@link ClockSkew}. Answers that contradict each other mean that a clock was set in between, so the older ones
 * are dropped and the count begins anew.
 */
export function createClockSkew(): ClockSkew {
  const changes = createEmitter<Skew | null>();
  let recent: Bounds[] = [];
  /** How many of the last answers, one after the other, said the same about being large, and what. */
  let row = { large: false, length: 0 };
  let standing: Skew | null = null;

  function become(next: Skew | null): void {
    if (standing === null && next === null) return;
    standing = next;
    changes.emit(next);
  }

  return {
    sample(sample) {
      const took = sample.receivedAt - sample.sentAt;
      if (!Number.isFinite(sample.server) || !(took >= 0 && took <= LONGEST_MS)) return;
      const one = proves(sample);
      const together = common([...recent, one]);
      recent = together ? [...recent.slice(1 - KEPT), one] : [one];
      const bounds = together ?? one;
      const large = isLarge(bounds);
      row = { large, length: together && row.large === large ? row.length + 1 : 1 };
      if (row.length < IN_A_ROW) return;
      const offsetMs = Math.round((bounds.low + bounds.high) / 2);
      const minutes = Math.round(Math.abs(offsetMs) / 60_000);
      if (!large) become(null);
      else if (standing === null || Math.abs(standing.offsetMs - offsetMs) > LARGE_SKEW_MS) become({ offsetMs, minutes });
    },
    bounds: () => (recent.length === 0 ? null : common(recent)),
    current: () => standing,
    onChange: (listener) => changes.on(listener),
  };
}
