import fc from 'fast-check';
import type { Lane } from '../../core/governor/lanes.ts';
import { addressServer } from './address-server.ts';
import { fakeClock } from './fake-clock.ts';
import { RateDesktop, type Fate } from './rate-desktop.ts';

/** An office: desktops that start together behind one address. */
export interface FleetOptions {
  readonly seed: number;
  readonly desktops: number;
  /** Slots each believes to have. */
  readonly budget: number;
  readonly minutes: number;
  /** How often a process dies, all desktops together. */
  readonly crashes: number;
  readonly fates: fc.Arbitrary<Fate>;
  readonly signal?: AbortSignal;
}

/** What an office did. Times in minutes from the start. */
export interface FleetOutcome {
  readonly requests: number;
  readonly restarts: number;
  readonly worstWindow: number;
  readonly blocksAt: readonly number[];
  /** Percent of the budget in use at the end, the lowest and the highest. */
  readonly pace: readonly [number, number];
  readonly breaches: readonly string[];
}

/** Answers of a server that is well: 20 ms to 2 s, now and then one that is given up. */
export const swiftFate: fc.Arbitrary<Fate> = fc
  .record({ ends: fc.integer({ min: 20, max: 2_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }), abortAfter: fc.oneof({ weight: 19, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 1_000 }) }) })
  .map(({ ends, part, abortAfter }) => ({ ends, arrives: Math.floor(ends * part), abortAfter }));

/** Everybody wants all there is: the session refresh, then a first sync without an end and a lookup now and then. */
export async function playFleet(options: FleetOptions): Promise<FleetOutcome> {
  const { seed, minutes, signal } = options;
  const clock = fakeClock();
  const server = addressServer(300);
  const breaches: string[] = [];
  const desktops = Array.from({ length: options.desktops }, (_, index) => new RateDesktop({
    clock, server, trueNow: () => clock.mono(), budget: options.budget, tellsUptime: true,
    fates: fc.sample(options.fates, { seed: seed + index, numRuns: 40 }),
    onBreach: (what) => breaches.push(`desktop ${index}, minute ${Math.floor(clock.mono() / 60_000)}: ${what}`),
  }));
  const lives = desktops.map(() => 0);
  let over = false;

  const want = async (index: number, lane: Lane, pauseMs: number): Promise<void> => {
    const life = lives[index];
    while (!over && lives[index] === life) {
      const sent = await (desktops[index] as RateDesktop).send(lane);
      if (!sent || pauseMs > 0) await new Promise<void>((resolve) => clock.after(sent ? pauseMs : 60_000 + 100 * index, resolve));
    }
  };
  const live = (index: number): void => {
    void (desktops[index] as RateDesktop).send('refresh');
    void want(index, 'lookup', 90_000);
    for (let i = 0; i < options.budget; i++) void want(index, 'backfill', 0);
  };
  desktops.forEach((_, index) => live(index));

  const crashes = fc.sample(fc.record({ at: fc.integer({ min: 0, max: minutes * 60_000 }), who: fc.nat({ max: desktops.length - 1 }) }), { seed, numRuns: options.crashes });
  for (const { at, who } of crashes) {
    clock.after(at, () => {
      lives[who] = (lives[who] as number) + 1;
      (desktops[who] as RateDesktop).crash();
      (desktops[who] as RateDesktop).start();
      live(who);
    });
  }
  for (let minute = 0; minute < minutes && !signal?.aborted; minute++) await clock.advance(60_000);
  server.runTo(clock.mono());
  over = true;
  const paces = desktops.map(({ governor }) => governor.status().pace);
  desktops.forEach((desktop) => desktop.dispose());
  return {
    requests: desktops.reduce((sum, { counts }) => sum + counts.requests, 0),
    restarts: desktops.reduce((sum, { counts }) => sum + counts.restarts, 0),
    worstWindow: server.worstWindow(),
    blocksAt: server.blocks().map((at) => Math.round(at / 60_000)),
    pace: [Math.min(...paces), Math.max(...paces)],
    breaches,
  };
}
