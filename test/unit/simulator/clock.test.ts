import { describe, expect, test } from 'vitest';
import { createClock } from '../../../simulator/clock.ts';

describe('simulator clock', () => {
  test('server time follows real time, its speed and its jumps; real time is untouched', () => {
    let real = 1_000_000;
    const clock = createClock({ real: () => real });
    expect(clock.now()).toBe(1_000_000);
    real += 500;
    expect(clock.now()).toBe(1_000_500);
    clock.setSpeed(60);
    real += 1000;
    expect(clock.now()).toBe(1_060_500);
    clock.advance(-60_000);
    expect(clock.now()).toBe(1_000_500);
    clock.setSpeed(0);
    real += 99_999;
    expect(clock.now()).toBe(1_000_500);
    expect(clock.real()).toBe(real);
  });
});
