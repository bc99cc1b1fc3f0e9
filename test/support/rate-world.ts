import fc from 'fast-check';
import { LANES, type Lane } from '../../core/governor/lanes.ts';
import { addressServer, type AddressServer } from './address-server.ts';
import { fakeClock, type FakeClock } from './fake-clock.ts';
import { RateDesktop, type Fate } from './rate-desktop.ts';

/** Requests in any 60 s that the server allows one address. */
const LIMIT = 300;

/** One thing that happens in a {@link RateWorld}. Times in ms. */
export type RateStep =
  | { readonly kind: 'send'; readonly lane: Lane; readonly count: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'sleep'; readonly ms: number; readonly monoRuns: boolean }
  | { readonly kind: 'crash' }
  | { readonly kind: 'closed'; readonly ms: number; readonly jump: number; readonly booted: boolean }
  | { readonly kind: 'crashLoop'; readonly gaps: readonly number[] }
  /** The state on disk is damaged while the app is closed. */
  | { readonly kind: 'stateLost'; readonly ms: number }
  | { readonly kind: 'diskFails'; readonly on: boolean }
  | { readonly kind: 'budget'; readonly to: number }
  /** Others behind the address send so much that the server blocks it. */
  | { readonly kind: 'others'; readonly count: number }
  | { readonly kind: 'press'; readonly count: number; readonly retryAfterMs: number | null };

/** A world and what happens in it. */
export interface RateSchedule {
  readonly budget: number;
  readonly tellsUptime: boolean;
  readonly fates: readonly Fate[];
  readonly steps: readonly RateStep[];
}

/** What a played schedule came to. */
export interface RateOutcome {
  readonly requests: number;
  readonly restarts: number;
  readonly statesLost: number;
  readonly jumps: number;
  readonly sleeps: number;
  readonly blocks: number;
  readonly blockedAnswers: number;
  readonly pressedAnswers: number;
  /** Requests that asked whether a block was over because only the wall clock said so, and were refused. */
  readonly guesses: number;
  readonly worstShare: number;
  readonly breaches: readonly string[];
}

const jumpMs = fc.oneof(fc.constantFrom(660_000, 3_600_000, 86_400_000), fc.integer({ min: -120_000, max: 120_000 }), fc.integer({ min: -3e11, max: 3e11 }));
const budget = fc.integer({ min: 1, max: 25 });

/** Requests with latencies from 0 to 120 s, some given up. */
export const anyFate: fc.Arbitrary<Fate> = fc
  .record({ ends: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 120_000 })), part: fc.double({ min: 0, max: 1, noNaN: true }), abortAfter: fc.option(fc.integer({ min: 0, max: 60_000 }), { freq: 3 }) })
  .map(({ ends, part, abortAfter }) => ({ ends, arrives: Math.floor(ends * part), abortAfter }));

/** Anything that may happen. */
export const anyRateStep: fc.Arbitrary<RateStep> = fc.oneof(
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('send' as const), lane: fc.constantFrom(...LANES), count: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 12, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 100_000 }), fc.integer({ min: 0, max: 700_000 })) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: jumpMs }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms: fc.oneof(fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 4 * 3_600_000 })), monoRuns: fc.boolean() }) },
  { weight: 3, arbitrary: fc.constant({ kind: 'crash' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('closed' as const), ms: fc.integer({ min: 0, max: 700_000 }), jump: fc.oneof(fc.constant(0), jumpMs), booted: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crashLoop' as const), gaps: fc.array(fc.integer({ min: 0, max: 2_000 }), { minLength: 3, maxLength: 12 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('stateLost' as const), ms: fc.integer({ min: 0, max: 60_000 }) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('diskFails' as const), on: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('budget' as const), to: budget }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('others' as const), count: fc.integer({ min: 280, max: 320 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('press' as const), count: fc.integer({ min: 1, max: 5 }), retryAfterMs: fc.option(fc.constantFrom(-1, 0, 30_000, 300_000, 1e12, Number.NaN)) }) },
);

/** Requests are under way when others bring the block, and some answers tell of it. */
const intoBlock: fc.Arbitrary<RateStep[]> = fc
  .record({ count: fc.integer({ min: 1, max: 12 }), ms: fc.integer({ min: 0, max: 60_000 }) })
  .map(({ count, ms }): RateStep[] => [{ kind: 'others', count: 301 }, { kind: 'send', lane: 'delta', count }, { kind: 'wait', ms }]);

/** Any schedule; every third begins in a block. */
export const anyRateSchedule: fc.Arbitrary<RateSchedule> = fc
  .record({
    budget,
    tellsUptime: fc.boolean(),
    fates: fc.array(anyFate, { minLength: 1, maxLength: 20 }),
    first: fc.oneof({ weight: 2, arbitrary: fc.constant<RateStep[]>([]) }, { weight: 1, arbitrary: intoBlock }),
    steps: fc.array(anyRateStep, { minLength: 5, maxLength: 40 }),
  })
  .map(({ first, steps, ...world }) => ({ ...world, steps: [...first, ...steps] }));

/** One desktop, the server, others behind the same address, and clocks that lie. */
class RateWorld {
  readonly breaches: string[] = [];
  readonly desktop: RateDesktop;
  readonly server: AddressServer = addressServer(LIMIT);
  readonly #clock: FakeClock = fakeClock();
  /** Time in which the monotonic clock stood still. */
  #stood = 0;
  /** Whoever still waits when the faults stop gives up. */
  readonly #waiting = new AbortController();
  jumps = 0;
  sleeps = 0;

  constructor({ budget, fates, tellsUptime }: RateSchedule) {
    this.desktop = new RateDesktop({ clock: this.#clock, server: this.server, trueNow: () => this.#trueNow(), budget, fates, tellsUptime, onBreach: (what) => this.breaches.push(what) });
  }

  #trueNow(): number {
    return this.#clock.mono() + this.#stood;
  }

  async #pass(ms: number): Promise<void> {
    await this.#clock.advance(ms);
    this.server.runTo(this.#trueNow());
  }

  #jump(ms: number): void {
    this.jumps += 1;
    this.#clock.jumpWall(ms);
  }

  #sleep({ ms, monoRuns }: Extract<RateStep, { kind: 'sleep' }>): void {
    this.sleeps += 1;
    if (!monoRuns) this.#stood += ms;
    this.#clock.sleep(ms, monoRuns);
    this.server.runTo(this.#trueNow());
  }

  async take(step: RateStep): Promise<void> {
    const { desktop } = this;
    switch (step.kind) {
      case 'send':
        for (let i = 0; i < step.count; i++) void desktop.send(step.lane, this.#waiting.signal);
        return;
      case 'wait':
        return this.#pass(step.ms);
      case 'jump':
        // What just started has read its state: a jump in between counts as one while it was closed.
        await this.#pass(0);
        return this.#jump(step.ms);
      case 'sleep':
        return this.#sleep(step);
      case 'crash':
      case 'closed':
      case 'crashLoop':
        return this.#restart(step);
      case 'stateLost':
        desktop.crash();
        desktop.loseState();
        await this.#pass(step.ms);
        return desktop.start();
      case 'diskFails':
        return desktop.failDisk(step.on);
      case 'budget':
        // What was granted is on its way: it counts by the budget it was granted in.
        await this.#pass(0);
        return desktop.setBudget(step.to);
      case 'others':
        for (let i = 0; i < step.count; i++) this.server.expect({ at: this.#trueNow(), land: () => undefined });
        return this.server.runTo(this.#trueNow());
      case 'press':
        desktop.pressing = { left: step.count, retryAfterMs: step.retryAfterMs };
    }
  }

  async #restart(step: Extract<RateStep, { kind: 'crash' | 'closed' | 'crashLoop' }>): Promise<void> {
    const { desktop } = this;
    if (step.kind === 'crashLoop') {
      for (const gap of step.gaps) {
        for (let i = 0; i < 10; i++) void desktop.send('delta', this.#waiting.signal);
        await this.#pass(gap);
        desktop.crash();
        desktop.start();
      }
      return;
    }
    desktop.crash();
    if (step.kind === 'closed' && step.jump !== 0) this.#jump(step.jump);
    if (step.kind === 'closed') await this.#pass(step.ms);
    desktop.start(step.kind === 'closed' && step.booted);
  }

  /** The faults stop: all answers come in, and a person who looks something up gets it. */
  async end(): Promise<void> {
    this.desktop.failDisk(false);
    this.#waiting.abort();
    this.desktop.pressing = { left: 0, retryAfterMs: null };
    await this.#pass(5 * 60_000);
    let served = false;
    const knock = async (): Promise<void> => {
      served ||= await this.desktop.send('lookup');
    };
    // The longest: what is left of a block, then a pause, then the answers and their windows.
    for (let minute = 0; minute < 40 && !served; minute++) {
      void knock();
      await this.#pass(60_000);
    }
    if (!served) this.breaches.push('nothing was served for 40 minutes after the faults stopped');
    this.desktop.dispose();
  }
}

/** Plays a schedule to its end. */
export async function playRates(schedule: RateSchedule): Promise<RateOutcome> {
  const world = new RateWorld(schedule);
  for (const step of schedule.steps) await world.take(step);
  await world.end();
  const { jumps, sleeps, breaches, desktop, server } = world;
  return { ...desktop.counts, jumps, sleeps, breaches, blocks: server.blocks().length, worstShare: desktop.worstShare };
}
