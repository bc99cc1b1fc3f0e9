import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGovernor } from '../../../core/governor/governor.ts';
import { LANES, type Lane } from '../../../core/governor/lanes.ts';
import type { Governor } from '../../../core/governor/port.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';
import { playFleet } from '../../support/rate-fleet.ts';
import { anyFate, anyRateSchedule, playRates, type RateStep } from '../../support/rate-world.ts';

describe('governor', () => {
  it('never lets more than the budget arrive in any 60 s nor sends into a block it knows of, through latency, aborts, restarts, sleep and lying clocks', async () => {
    let worst = 0;
    const seen = { requests: 0, restarts: 0, statesLost: 0, blockedAnswers: 0, pressedAnswers: 0 };
    await fc.assert(
      fc.asyncProperty(anyRateSchedule, async (schedule) => {
        const outcome = await playRates(schedule);
        worst = Math.max(worst, outcome.worstShare);
        for (const key of Object.keys(seen) as (keyof typeof seen)[]) seen[key] += outcome[key];
        expect(outcome.breaches).toEqual([]);
      }),
      { numRuns: 500 },
    );
    // The oracle must have had something to count: some run filled its budget to the brim, some were refused.
    expect(worst).toBe(1);
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(20);
  });

  it('holds through a crash loop under full demand', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 20 }), fc.array(anyFate, { minLength: 1, maxLength: 8 }), fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 10, maxLength: 40 }), async (budget, fates, gaps) => {
        const steps = gaps.flatMap((ms): RateStep[] => [{ kind: 'send', lane: 'delta', count: 2 * budget }, { kind: 'wait', ms }, { kind: 'crash' }]);
        expect((await playRates({ budget, fates, steps, tellsUptime: true })).breaches).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('keeps forty desktops that start together behind one address within the limit, also when some die', async () => {
    const { worstWindow, blocksAt, breaches, requests } = await playFleet({ seed: 7, desktops: 40, budget: 4, minutes: 5, crashes: 20, fates: anyFate });
    expect({ blocksAt, breaches }).toEqual({ blocksAt: [], breaches: [] });
    expect(worstWindow).toBeLessThanOrEqual(160);
    expect(requests).toBeGreaterThan(200);
  });

  it('gives the next free slot to a lookup, however many of a first sync wait and whatever the pace', async () => {
    const lookups = fc.array(fc.integer({ min: 0, max: 50_000 }), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 120 }), fc.array(fc.integer({ min: 0, max: 120_000 }), { minLength: 1, maxLength: 10 }), lookups, fc.boolean(), async (budget, latencies, gaps, underPressure) => {
        const clock = fakeClock();
        const governor = createGovernor({ clock, state: memoryState(), budget });
        const given: Lane[] = [];
        const send = async (lane: Lane): Promise<void> => {
          const slot = await governor.acquire(lane);
          given.push(lane);
          await new Promise<void>((resolve) => clock.after(latencies[given.length % latencies.length] as number, resolve));
          if (underPressure && given.length % 7 === 0) slot.pressed(null);
          else slot.done();
        };
        const hungry = async (): Promise<void> => {
          await send('backfill');
          await hungry();
        };
        for (let i = 0; i < 2 * budget; i++) void hungry().catch(() => undefined);
        for (const gap of gaps) {
          await clock.advance(gap);
          const before = given.length;
          void send('lookup').catch(() => undefined);
          await clock.advance(0);
          // The longest: a pause that the server asked for, then the longest answer and its window.
          for (let second = 0; given.length === before && second < 3_600; second++) await clock.advance(1_000);
          expect(given[before]).toBe('lookup');
        }
        governor.dispose();
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
      fc.asyncProperty(fc.array(event, { maxLength: 30 }), fc.array(fc.integer({ min: 0, max: 720_000 }), { maxLength: 4 }), async (events, restarts) => {
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
        await clock.advance(720_000);
        expect(governor.status().blockedUntil).toBeNull();
        governor.dispose();
      }),
      { numRuns: 200 },
    );
  });
});
