import { expect, it } from 'vitest';
import type { Clock } from '../../../core/clock.ts';
import { createLoop } from '../../../core/sync/loop.ts';

/** A clock whose timers only end when told, as those of a computer that sleeps. */
function sleeper() {
  let mono = 0;
  const timers: { ms: number }[] = [];
  const clock: Clock = {
    now: () => mono,
    mono: () => mono,
    after(ms) {
      const timer = { ms };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer) >>> 0, 1);
    },
  };
  return { clock, waits: () => timers.map(({ ms }) => ms), pass: (ms: number) => (mono += ms) };
}

it('keeps the sooner of two plans', () => {
  const { clock, waits } = sleeper();
  const loop = createLoop(clock, async () => null);
  loop.poke(600);
  loop.poke(900);
  expect(waits()).toEqual([600]);
  loop.poke(200);
  expect(waits()).toEqual([200]);
});

it('begins at the next poke when the time of its plan went by in sleep', () => {
  const { clock, waits, pass } = sleeper();
  const loop = createLoop(clock, async () => null);
  loop.poke(600_000);
  pass(700_000);
  loop.poke(500);
  expect(waits()).toEqual([0]);
});
