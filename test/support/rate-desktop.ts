import { EngineError } from '../../core/engine-error.ts';
import { createGovernor } from '../../core/governor/governor.ts';
import type { Lane } from '../../core/governor/lanes.ts';
import type { Governor, Slot } from '../../core/governor/port.ts';
import type { StateStore } from '../../core/store/store.ts';
import { BLOCK_MS, slidingWindow, type AddressServer, type Arrival, type Verdict } from './address-server.ts';
import type { FakeClock } from './fake-clock.ts';
import { memoryState, type MemoryState } from './memory-state.ts';

/** How long after it was given up a request may still arrive, ms. */
const GRACE_MS = 30_000;

/** How the world treats one request: when it arrives and when its answer ends, ms from sending. */
export interface Fate {
  readonly arrives: number;
  readonly ends: number;
  /** Given up after this long; null: never. It may still arrive up to 30 s later. */
  readonly abortAfter: number | null;
}

/** What a desktop lives in. */
export interface DesktopOptions {
  readonly clock: FakeClock;
  readonly server: AddressServer;
  /** The time as the server counts it. */
  readonly trueNow: () => number;
  readonly budget: number;
  /** Fates of its requests, one after the other, over again. */
  readonly fates: readonly Fate[];
  /** The machine tells its uptime. */
  readonly tellsUptime: boolean;
  /** A promise was broken. */
  readonly onBreach: (what: string) => void;
}

interface Flight extends Arrival {
  readonly serial: number;
  readonly run: number;
  readonly budget: number;
  /** The one request that may ask whether a block is over. */
  readonly guess: boolean;
}

/** Answers that ask to slow down, still to be given. */
interface Pressing {
  left: number;
  readonly retryAfterMs: number | null;
}

/**
 * One desktop with a real governor on a state in memory. Its requests are sent, arrive late, are given up, and its
 * process dies. It watches that no more of its requests arrive in any 60 s than its budget, and that nothing it sent
 * after it was told of a block arrives within that block.
 */
export class RateDesktop {
  readonly counts = { requests: 0, restarts: 0, statesLost: 0, blockedAnswers: 0, pressedAnswers: 0, guesses: 0 };
  /** Most requests in any 60 s as a part of the budget. */
  worstShare = 0;
  pressing: Pressing = { left: 0, retryAfterMs: null };
  readonly #o: DesktopOptions;
  readonly #window = slidingWindow();
  #recent: { at: number; budget: number }[] = [];
  #budget: number;
  #state: MemoryState = memoryState();
  #governor: Governor;
  #run = 0;
  #serial = 0;
  #bootedAt: number;
  #flying = new Set<Flight>();
  /** Until when its own requests keep the address blocked, true time. What others add nobody tells it. */
  #ownUntil = Number.NEGATIVE_INFINITY;
  /** The block it knows of: which requests were sent before it was told, and whether the disk knows too. */
  #told: { serial: number; written: boolean; stale: boolean } | null = null;
  /** Nothing but the wall clock tells a start how long the app was closed. */
  #wallAlone = false;
  /** Only a wall clock set forward says that the block is over, */
  #guessing = false;
  /** so this many requests may ask. */
  #mayGuess = 0;
  #shiftOnDisk = 0;

  constructor(options: DesktopOptions) {
    this.#o = options;
    this.#budget = options.budget;
    this.#bootedAt = options.trueNow() - 3_600_000;
    this.#governor = this.#start();
  }

  get governor(): Governor {
    return this.#governor;
  }

  /** How far the wall clock is from the truth, ms. */
  #shift(): number {
    return this.#o.clock.now() - this.#o.trueNow();
  }

  #start(): Governor {
    const { clock, tellsUptime, trueNow } = this.#o;
    const state: StateStore = {
      get: async (key) => {
        const value = await this.#state.get(key);
        if (!this.#wallAlone) return value;
        this.#guessing ||= this.#shift() > this.#shiftOnDisk;
        this.#mayGuess = this.#guessing ? 1 : 0;
        return value;
      },
      delete: (key) => this.#state.delete(key),
      set: async (key, value) => {
        const { serial } = this.#told ?? { serial: -1 };
        const shift = this.#shift();
        await this.#state.set(key, value);
        this.#shiftOnDisk = shift;
        if (this.#told?.serial === serial) Object.assign(this.#told, { written: true, stale: false });
      },
    };
    return createGovernor({ clock, state, budget: this.#budget, uptime: () => (tellsUptime ? trueNow() - this.#bootedAt : null) });
  }

  /** Asks for a slot and sends a request in it. Resolves when the request has ended, false when there was no slot. */
  async send(lane: Lane, signal?: AbortSignal): Promise<boolean> {
    const run = this.#run;
    let slot: Slot;
    try {
      slot = await this.#governor.acquire(lane, signal);
    } catch (error) {
      if (!(error instanceof EngineError) && !signal?.aborted) this.#o.onBreach(`acquire rejected with ${String(error)}`);
      return false;
    }
    if (run !== this.#run) return false;
    return new Promise((resolve) => this.#fly(slot, () => resolve(true)));
  }

  #fly(slot: Slot, ended: () => void): void {
    const { clock, server, trueNow, fates } = this.#o;
    const fate = fates[this.#serial % fates.length] as Fate;
    const gaveUp = fate.abortAfter !== null && fate.abortAfter < fate.ends;
    const listened = gaveUp ? fate.abortAfter : fate.ends;
    const wait = Math.min(fate.arrives, listened + (gaveUp ? GRACE_MS : 0));
    let verdict: Verdict = 'fine';
    const flight: Flight = {
      at: trueNow() + wait, serial: this.#serial++, run: this.#run, budget: this.#budget, guess: this.#mayGuess > 0,
      land: (said) => {
        verdict = said;
        this.#landed(flight, said);
      },
    };
    if (flight.guess) this.#mayGuess -= 1;
    this.#flying.add(flight);
    this.counts.requests += 1;
    server.expect(flight);
    clock.after(wait, () => server.runTo(trueNow()));
    clock.after(listened, () => {
      if (flight.run !== this.#run) return;
      server.runTo(trueNow());
      this.#flying.delete(flight);
      this.#answer(slot, gaveUp ? 'unknown' : verdict);
      ended();
    });
  }

  #answer(slot: Slot, verdict: Verdict | 'unknown'): void {
    if (this.#told) this.#told.stale ||= this.#state.failWrites;
    if (verdict === 'blocked') {
      this.counts.blockedAnswers += 1;
      this.#told = { serial: this.#serial, written: false, stale: this.#state.failWrites };
      this.#guessing = false;
      this.#mayGuess = 0;
      slot.blocked(null);
    } else if (verdict === 'unknown') {
      // Whoever asked for the end of a block has no answer and asks again.
      if (this.#guessing) this.#mayGuess = 1;
      slot.unknown();
    } else if (this.pressing.left > 0) {
      this.pressing.left -= 1;
      this.counts.pressedAnswers += 1;
      slot.pressed(this.pressing.retryAfterMs);
    } else {
      slot.done();
    }
  }

  #landed(flight: Flight, verdict: Verdict): void {
    const { onBreach } = this.#o;
    this.#recent = this.#recent.filter(({ at }) => flight.at - at < 60_000);
    this.#recent.push({ at: flight.at, budget: flight.budget });
    const count = this.#window.add(flight.at);
    const budget = Math.max(...this.#recent.map((one) => one.budget));
    this.worstShare = Math.max(this.worstShare, count / budget);
    if (count > budget) onBreach(`${count} requests of this desktop in 60 s, budget ${budget}`);
    if (verdict === 'fine') {
      if (this.#told && flight.serial >= this.#told.serial) this.#told = null;
      return;
    }
    const inKnownBlock = flight.at < this.#ownUntil;
    this.#ownUntil = flight.at + BLOCK_MS;
    // The block it knew of was over: it was begun anew by others, and until an answer comes nobody has told it.
    if (!inKnownBlock) this.#told = null;
    if (!this.#told || flight.serial < this.#told.serial) return;
    if (flight.guess) this.counts.guesses += 1;
    else onBreach('a request sent after the block was told arrived within it');
  }

  /** The process dies. What is under way arrives within the grace. */
  crash(): void {
    const { trueNow } = this.#o;
    for (const flight of this.#flying) flight.at = Math.min(flight.at, trueNow() + GRACE_MS);
    this.#flying.clear();
    this.#run += 1;
    this.#governor.dispose();
    // What never reached the disk nobody can know after it.
    if (this.#told && (!this.#told.written || this.#told.stale)) this.#told = null;
    this.#state = this.#state.crash();
  }

  /** While no process runs, what is on its disk becomes noise: nobody can know of a block any more. */
  loseState(): void {
    this.counts.statesLost += 1;
    this.#state.disk.set('governor', new Uint8Array([0]));
    this.#told = null;
    this.#guessing = false;
  }

  /** A new process. `booted`: so is the machine, and its uptime begins anew. */
  start(booted = false): void {
    if (booted) this.#bootedAt = this.#o.trueNow();
    this.counts.restarts += 1;
    this.#wallAlone = booted || !this.#o.tellsUptime;
    this.#mayGuess = this.#guessing ? 1 : 0;
    this.#governor = this.#start();
  }

  failDisk(on: boolean): void {
    this.#state.failWrites = on;
    if (this.#told) this.#told.stale ||= on;
  }

  setBudget(budget: number): void {
    this.#budget = budget;
    this.#governor.setBudget(budget);
  }

  dispose(): void {
    this.#run += 1;
    this.#governor.dispose();
  }
}
