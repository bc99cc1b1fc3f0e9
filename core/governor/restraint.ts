import type { Clock } from '../clock.ts';
import { createAdaptation, type StoredAdaptation } from './adaptation.ts';
import { askedWait } from './asked-wait.ts';
import { BLOCK_REWRITE_MS, createBlock, type StoredBlock } from './block.ts';
import type { Lane } from './lanes.ts';
import { timeAway, type Stamp, type Uptime } from './time-away.ts';

/** The longest pause that a server gets without a block, ms. */
const LONGEST_PAUSE_MS = 10 * 60_000;
/** How often the slow start after a block lets more through. */
const RAMP_STEP_MS = 5_000;

/** What holds the budget back, as it is kept on disk. */
export interface StoredRestraint {
  readonly block: StoredBlock | null;
  readonly adapted: StoredAdaptation | null;
  /** A block was on and requests were under way. */
  readonly flying: boolean;
  /** When it was written; null in states of the first version. */
  readonly stamp: Stamp | null;
}

/** How a request's answer was. */
export type Answer = 'fine' | 'unknown' | { readonly kind: 'blocked' | 'pressed'; readonly retryAfterMs: number | null };

/**
 * Everything that keeps requests below the budget: the block, the slow start after it, the part adapted to the
 * address, and the pause that a server asked for. Knows answers, not slots.
 */
export interface Restraint {
  /** Takes up what an earlier run left. */
  resume(stored: StoredRestraint): void;
  /** Nobody knows what an earlier run left: possibly a block, surely a reason for care. */
  resumeUnknown(): void;
  /** A request was sent while {@link probing}, or not, and ended now. */
  answered(answer: Answer, wasProbe: boolean): void;
  /** Milliseconds of block left, 0 when not blocked. */
  blockedFor(): number;
  /** The block that is on began with the refusal of the one request that asked for the end of another. */
  blockedAgain(): boolean;
  /** Whether a lane must wait for the end of a pause. The refresh never does. */
  pauses(lane: Lane): boolean;
  /** One request at a time, until one was answered. */
  probing(): boolean;
  /** Part of the budget that may be used, above 0 up to 1. */
  share(): number;
  /** Milliseconds until any of this changes by itself; null when nothing will. */
  nextChangeIn(): number | null;
  /** What must be on disk now; `flying`: requests are under way. */
  stored(flying: boolean): StoredRestraint;
}

/** What a restraint needs. */
export interface RestraintNeeds {
  readonly clock: Clock;
  readonly uptime: Uptime;
  /** Milliseconds between two polls. */
  readonly pollMs: () => number;
  /** Requests that were sent and have not ended. */
  readonly flying: () => number;
}

/** Makes a {@link Restraint}. */
export function createRestraint({ clock, uptime, pollMs, flying: underWay }: RestraintNeeds): Restraint {
  const block = createBlock({ clock, uptime, pollMs });
  const adaptation = createAdaptation(clock);
  let pausedUntil = Number.NEGATIVE_INFINITY;

  const pausedFor = (): number => Math.max(0, pausedUntil - clock.mono());

  function blocked(retryAfterMs: number | null, wasProbe: boolean): void {
    // Within a block, or in answer to the one request that asks whether it is over, it is the same sign again.
    if (block.left() === 0 && !wasProbe) adaptation.sign('blocked');
    block.begin(retryAfterMs, wasProbe);
  }

  function pressed(retryAfterMs: number | null): void {
    pausedUntil = Math.max(pausedUntil, clock.mono() + askedWait(retryAfterMs, LONGEST_PAUSE_MS));
    if (block.left() === 0) adaptation.sign('pressed');
  }

  function resumeBlock(stored: StoredBlock, stamp: Stamp | null, away: { ms: number; sure: boolean }, flying: boolean): void {
    if (stamp) block.resume(stored, { leftThen: stored.until - stamp.at, awayMs: away.ms, sure: away.sure, flying });
    // The first version did not say when it was written: the wall clock alone tells how much is over.
    else block.resume(stored, { leftThen: stored.length, awayMs: Math.max(0, clock.now() - stored.until + stored.length), sure: false, flying });
  }

  return {
    resume({ block: storedBlock, adapted, flying, stamp }) {
      const away = stamp ? timeAway(stamp, clock, uptime) : { ms: 0, sure: false };
      if (storedBlock) resumeBlock(storedBlock, stamp, away, flying);
      if (adapted) adaptation.resume(adapted, away.ms);
      // Only a state of the first version has a block without the part it led to.
      else if (storedBlock) adaptation.sign('blocked');
      adaptation.restFor(block.left());
    },
    resumeUnknown() {
      block.resume({ until: clock.now(), length: 0, again: false }, { leftThen: 0, awayMs: 0, sure: true, flying: false });
      adaptation.sign('pressed');
    },
    answered(answer, wasProbe) {
      if (answer === 'unknown') {
        block.touched('unknown');
      } else {
        block.touched('known');
        if (answer !== 'fine' && answer.kind === 'blocked') blocked(answer.retryAfterMs, wasProbe);
        // What was sent before the block and answered after it proves nothing.
        else if (wasProbe) block.cleared();
        if (answer !== 'fine' && answer.kind === 'pressed') pressed(answer.retryAfterMs);
      }
      if (block.left() > 0) adaptation.restFor(block.left());
    },
    blockedFor() {
      // What is under way may reach the server whenever the machine wakes: its answer must find the block still on.
      if (underWay() === 0) block.countSleep();
      return block.left();
    },
    blockedAgain: () => block.left() > 0 && block.again(),
    pauses: (lane) => lane !== 'refresh' && pausedFor() > 0,
    probing: () => block.probing(),
    share: () => (block.pace() * adaptation.percent()) / 100,
    nextChangeIn() {
      const waits: number[] = [];
      const change = adaptation.nextChangeIn();
      if (change !== null) waits.push(change);
      if (pausedFor() > 0) waits.push(pausedFor());
      if (block.left() > 0) waits.push(Math.min(block.left(), BLOCK_REWRITE_MS));
      else if (block.ramping()) waits.push(RAMP_STEP_MS);
      return waits.length > 0 ? Math.min(...waits) : null;
    },
    stored: (flying) => ({
      block: block.stored(),
      adapted: adaptation.stored(),
      flying: flying && block.left() > 0,
      stamp: { at: clock.now(), uptime: uptime() },
    }),
  };
}

/** What of a stored restraint must be written when it changes; the rest is only a matter of time. */
export function gistOf({ block, adapted, flying }: StoredRestraint): string {
  return [block !== null, flying, adapted?.percent, adapted?.ceiling?.percent].join();
}
