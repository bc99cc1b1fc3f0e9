import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import { createGovernor } from '../../../core/governor/governor.ts';
import { LANES, type Lane } from '../../../core/governor/lanes.ts';
import type { Governor } from '../../../core/governor/port.ts';
import { fakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { memoryState, type MemoryState } from '../../support/memory-state.ts';

const WINDOW = 60_000;
const GRACE = 30_000;

/** How the world treats one request: when the server counts it and when its answer ends, ms from sending. */
interface Fate {
  readonly arrives: number;
  readonly ends: number;
  /** We stop listening after this long; null: never. It may still arrive up to 30 s later. */
  readonly abortAfter: number | null;
}
type Step =
  | { readonly kind: 'send'; readonly lane: Lane; readonly count: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'crash' }
  | { readonly kind: 'diskFails'; readonly on: boolean };

const fate: fc.Arbitrary<Fate> = fc
  .record({ ends: fc.integer({ min: 0, max: 120_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }), abortAfter: fc.option(fc.integer({ min: 0, max: 60_000 }), { freq: 3 }) })
  .map(({ ends, part, abortAfter }) => ({ ends, arrives: Math.floor(ends * part), abortAfter }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('send' as const), lane: fc.constantFrom(...LANES), count: fc.integer({ min: 1, max: 12 }) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('wait' as const), ms: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.integer({ min: 0, max: 100_000 })) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('jump' as const), ms: fc.oneof(fc.integer({ min: -120_000, max: 120_000 }), fc.integer({ min: -3e11, max: 3e11 })) }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'crash' as const }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('diskFails' as const), on: fc.boolean() }) },
);

/** Counts requests as a server would: by arrival, over every window of 60 s. */
function worstWindow(arrivals: readonly number[]): number {
  const sorted = [...arrivals].sort((a, b) => a - b);
  let worst = 0;
  let from = 0;
  sorted.forEach((at, index) => {
    while (at - (sorted[from] as number) >= WINDOW) from += 1;
    worst = Math.max(worst, index - from + 1);
  });
  return worst;
}

/** A world in which requests are sent, arrive late, are aborted, and the process dies. */
class World {
  readonly clock: FakeClock = fakeClock();
  readonly arrivals: number[] = [];
  #state: MemoryState = memoryState();
  #governor: Governor;
  #run = 0;
  #sent = 0;
  readonly #budget: number;
  readonly #fates: readonly Fate[];
  #inFlight: { fate: Fate; sentAt: number }[] = [];

  constructor(budget: number, fates: readonly Fate[]) {
    this.#budget = budget;
    this.#fates = fates;
    this.#governor = this.#start();
  }

  #start(): Governor {
    return createGovernor({ clock: this.clock, state: this.#state, budget: this.#budget });
  }

  send(lane: Lane): void {
    const run = this.#run;
    void this.#governor.acquire(lane).then(
      (slot) => {
        const mine = this.#fates[this.#sent++ % this.#fates.length] as Fate;
        const flight = { fate: mine, sentAt: this.clock.mono() };
        const aborts = mine.abortAfter !== null && mine.abortAfter < mine.ends;
        const listened = aborts ? mine.abortAfter : mine.ends;
        this.#inFlight.push(flight);
        this.clock.after(listened, () => {
          if (run !== this.#run) return;
          this.#inFlight = this.#inFlight.filter((other) => other !== flight);
          this.#arrive(flight, aborts ? listened + GRACE : mine.ends);
          if (aborts) slot.unknown();
          else slot.done();
        });
      },
      (error: unknown) => expect(error).toBeInstanceOf(EngineError),
    );
  }

  #arrive(flight: { fate: Fate; sentAt: number }, latest: number): void {
    this.arrivals.push(flight.sentAt + Math.min(flight.fate.arrives, latest));
  }

  /** The process dies; what it had under way reaches the server within the grace, and a new process starts at once. */
  crash(): void {
    const since = this.clock.mono();
    for (const flight of this.#inFlight.splice(0)) this.#arrive(flight, since - flight.sentAt + GRACE);
    this.#run += 1;
    this.#governor.dispose();
    this.#state = this.#state.crash();
    this.#governor = this.#start();
  }

  failDisk(on: boolean): void {
    this.#state.failWrites = on;
  }

  /** Lets all answers come in. */
  async end(): Promise<void> {
    await this.clock.advance(10 * 60_000);
    for (const flight of this.#inFlight) this.#arrive(flight, Infinity);
    this.#governor.dispose();
  }
}

async function play(budget: number, fates: readonly Fate[], steps: readonly Step[]): Promise<World> {
  const world = new World(budget, fates);
  for (const one of steps) {
    if (one.kind === 'send') for (let i = 0; i < one.count; i++) world.send(one.lane);
    else if (one.kind === 'wait') await world.clock.advance(one.ms);
    else if (one.kind === 'jump') world.clock.jumpWall(one.ms);
    else if (one.kind === 'diskFails') world.failDisk(one.on);
    else world.crash();
  }
  await world.end();
  return world;
}

describe('governor', () => {
  it('never lets more than the budget arrive in any 60 s, through latency, aborts, restarts and lying clocks', async () => {
    let worst = 0;
    let sent = 0;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 25 }), fc.array(fate, { minLength: 1, maxLength: 20 }), fc.array(step, { minLength: 5, maxLength: 40 }), async (budget, fates, steps) => {
        const world = await play(budget, fates, steps);
        const window = worstWindow(world.arrivals);
        worst = Math.max(worst, window / budget);
        sent += world.arrivals.length;
        expect(window).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 400 },
    );
    // The oracle must have had something to count: some run filled its budget to the brim.
    expect(worst).toBe(1);
    expect(sent).toBeGreaterThan(1000);
  });

  it('holds through a crash loop under full demand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.array(fate, { minLength: 1, maxLength: 8 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 10, maxLength: 40 }), async (budget, fates, gaps) => {
        const steps = gaps.flatMap((ms): Step[] => [{ kind: 'send', lane: 'delta', count: 2 * budget }, { kind: 'wait', ms }, { kind: 'crash' }]);
        const world = await play(budget, fates, steps);
        expect(worstWindow(world.arrivals)).toBeLessThanOrEqual(budget);
      }),
      { numRuns: 100 },
    );
  });

  it('serves a lookup at once while a first sync takes all it can get', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: 120 }), fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 10 }), async (budget, latencies) => {
        const clock = fakeClock();
        const governor = createGovernor({ clock, state: memoryState(), budget });
        let sent = 0;
        const hungry = async (): Promise<void> => {
          const slot = await governor.acquire('backfill');
          clock.after(latencies[sent++ % latencies.length] as number, () => slot.done());
          await hungry();
        };
        for (let i = 0; i < 2 * budget; i++) void hungry().catch(() => undefined);
        for (let round = 0; round < 3; round++) {
          await clock.advance(70_000);
          let given = false;
          void governor.acquire('lookup').then((slot) => {
            given = true;
            slot.done();
          });
          await clock.advance(0);
          expect(given).toBe(true);
        }
        governor.dispose();
      }),
      { numRuns: 50 },
    );
  });

  it('sends nothing during a block, whatever the clocks do and however often it restarts', async () => {
    const event = fc.oneof(
      fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 120_000 }) }),
      fc.record({ kind: fc.constant('jump' as const), ms: fc.integer({ min: -3e11, max: 3e11 }) }),
      fc.record({ kind: fc.constant('send' as const), lane: fc.constantFrom(...LANES) }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), fc.array(fc.integer({ min: 0, max: 630_000 }), { maxLength: 4 }), async (events, restarts) => {
        const clock = fakeClock();
        let state = memoryState();
        let governor = createGovernor({ clock, state, budget: 10 });
        const hit = await new Promise<Awaited<ReturnType<Governor['acquire']>>>((resolve) => {
          void governor.acquire('delta').then(resolve);
          void clock.advance(0);
        });
        hit.blocked(null);
        await clock.advance(0);
        const end = clock.mono() + 600_000;
        const early: number[] = [];
        const knock = (lane: Lane): void => void governor.acquire(lane).then(() => early.push(clock.mono()), () => undefined);
        for (const one of events) {
          if (one.kind === 'wait') await clock.advance(one.ms);
          else if (one.kind === 'jump') clock.jumpWall(one.ms);
          else knock(one.lane);
        }
        // Over a restart the wall clock must be believed. A jump in this run is followed within 30 s.
        await clock.advance(30_000);
        expect(early.filter((at) => at < end)).toEqual([]);
        for (const at of restarts.sort((a, b) => a - b)) {
          await clock.advance(Math.max(0, Math.min(at, end - clock.mono() - 1)) / 4);
          governor.dispose();
          state = state.crash();
          governor = createGovernor({ clock, state, budget: 10 });
          knock('refresh');
          await clock.advance(0);
        }
        expect(early.filter((at) => at < end)).toEqual([]);
        // And it ends: never later than its full length from the last start.
        await clock.advance(630_000);
        expect(governor.status().blockedUntil).toBeNull();
        governor.dispose();
      }),
      { numRuns: 200 },
    );
  });
});
