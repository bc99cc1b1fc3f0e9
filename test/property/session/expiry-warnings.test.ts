import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createExpiryWarnings, stageAt } from '../../../core/session/expiry-warnings.ts';
import type { ExpiryStage } from '../../../core/session/warned-stages.ts';
import { createEmitter } from '../../../core/emitter.ts';
import type { SessionStatus } from '../../../core/session/port.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const WEEK = 168 * HOUR;
const STAGES: readonly ExpiryStage[] = ['twoDays', 'day', 'hour', 'over'];

type Move =
  | { readonly kind: 'run' | 'sleep' | 'off'; readonly minutes: number }
  /** The wall clock is wrong for less than a minute. */
  | { readonly kind: 'flash'; readonly hours: number }
  | { readonly kind: 'renew' | 'restart' | 'end' };

const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('run', 'sleep', 'off'), minutes: fc.oneof(fc.integer({ min: 2, max: 90 }), fc.integer({ min: 2, max: 60 * 60 })) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('flash' as const), hours: fc.constantFrom(-8_760, -30, 1, 30, 100, 8_760) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('renew', 'restart', 'end') }) },
);

/** A computer with the app on it; the app is on unless it says otherwise. */
function desk() {
  const clock = fakeClock();
  let state = memoryState();
  const changes = createEmitter<SessionStatus>();
  let status: SessionStatus = { state: 'signedIn', goodUntil: clock.now() + WEEK, apiTokenGoodUntil: null, generation: 1, persisted: true };
  const told: ExpiryStage[] = [];
  let eased = 0;
  const start = () => {
    const warnings = createExpiryWarnings({ clock, state, session: { status: () => status, onChange: (listener) => changes.on(listener) } });
    warnings.onWarning(({ stage }) => told.push(stage));
    warnings.onEased(() => (eased += 1));
    return warnings;
  };
  let running = start();
  return {
    clock, told,
    eased: () => eased,
    status: () => status,
    become(next: Partial<SessionStatus>) {
      status = { ...status, ...next };
      changes.emit(status);
    },
    stop() {
      running.dispose();
      state = state.crash();
    },
    start() {
      running = start();
    },
  };
}

describe('warnings of the end of a session', () => {
  it('are told once per refresh token and stage, for any walk of the clock with sleep, restarts and a clock that jumps and comes back', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(move, { minLength: 1, maxLength: 30 }), async (moves) => {
        const { clock, told, status, ...computer } = desk();
        const expected: ExpiryStage[] = [];
        let already = new Set<ExpiryStage>();
        /** What a person must have heard by now when the app ran for at least two minutes from `since` on. */
        const expectSince = (since: number): void => {
          const { goodUntil, state } = status();
          if (goodUntil === null || state !== 'signedIn') return;
          // One that is reached in the last two minutes may or may not have been told yet; `run` ends clear of them.
          const first = stageAt(goodUntil, since + 2 * MINUTE);
          const last = stageAt(goodUntil, clock.now());
          if (last === null) return;
          for (const stage of STAGES.slice(first === null ? 0 : STAGES.indexOf(first), STAGES.indexOf(last) + 1)) {
            if (!already.has(stage)) expected.push(stage);
            already.add(stage);
          }
        };
        /** Runs so long, and a little longer where a stage would begin within the last or first two minutes. */
        const run = async (minutes: number): Promise<void> => {
          const { goodUntil } = status();
          const near = (at: number): boolean => goodUntil !== null && stageAt(goodUntil, at - 3 * MINUTE) !== stageAt(goodUntil, at);
          const since = clock.now();
          await clock.advance(minutes * MINUTE);
          for (let more = 0; near(clock.now()); more++) {
            expect(more).toBeLessThan(60);
            await clock.advance(MINUTE);
          }
          expectSince(since);
        };
        for (const one of moves) {
          if (one.kind === 'run') await run(one.minutes);
          else if (one.kind === 'sleep') clock.jumpWall(one.minutes * MINUTE);
          else if (one.kind === 'flash') {
            clock.jumpWall(one.hours * HOUR);
            await clock.advance(40_000);
            clock.jumpWall(-one.hours * HOUR);
          } else if (one.kind === 'end') computer.become({ state: 'needsTokens' });
          else if (one.kind === 'renew') {
            computer.become({ state: 'signedIn', goodUntil: clock.now() + WEEK });
            already = new Set();
          } else {
            computer.stop();
            if (one.kind === 'off') await clock.advance(one.minutes * MINUTE);
            computer.start();
          }
          await run(4);
          expect(told).toEqual(expected);
        }
        computer.stop();
        expect(clock.pending()).toBe(0);
      }),
      { numRuns: 300 },
    );
  });

  it('come in order over a week, and again for the next token', async () => {
    const { clock, told, ...computer } = desk();
    for (let hour = 0; hour < 170; hour++) await clock.advance(HOUR);
    expect(told).toEqual(STAGES);
    computer.become({ goodUntil: clock.now() + WEEK });
    expect(computer.eased()).toBe(1);
    await clock.advance(121 * HOUR);
    expect(told.slice(STAGES.length)).toEqual(['twoDays']);
  });

  it('leave out what passed while the app was off', async () => {
    const { clock, told, ...computer } = desk();
    computer.stop();
    await clock.advance(WEEK - 30 * MINUTE);
    computer.start();
    await clock.advance(5 * MINUTE);
    expect(told).toEqual(['hour']);
  });

  it('are told of the right hour after a clock that was a year ahead for long was set right', async () => {
    const { clock, told } = desk();
    clock.jumpWall(8_760 * HOUR);
    await clock.advance(10 * MINUTE);
    clock.jumpWall(-8_760 * HOUR);
    await clock.advance(WEEK);
    expect(told).toEqual(['over', 'twoDays', 'day', 'hour']);
  });
});
