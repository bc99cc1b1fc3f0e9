import { describe, expect, it } from 'vitest';
import { createAdaptation, type StoredAdaptation } from '../../../core/governor/adaptation.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { MINUTE } from './governor-set-up.ts';

const DAY = 24 * 60 * MINUTE;

function adapting() {
  const clock = fakeClock();
  return { clock, part: createAdaptation(clock) };
}

describe('the adapted part', () => {
  it('halves at a sign and comes back a tenth of the budget every five quiet minutes', async () => {
    const { clock, part } = adapting();
    part.sign('pressed');
    expect(part.percent()).toBe(50);
    await clock.advance(5 * MINUTE - 1);
    expect(part.percent()).toBe(50);
    await clock.advance(1);
    expect(part.percent()).toBe(60);
    await clock.advance(20 * MINUTE);
    expect(part.percent()).toBe(100);
    expect(part.stored()).toBeNull();
    expect(part.nextChangeIn()).toBeNull();
  });

  it('takes signs of one minute for one, and each begins the quiet anew', async () => {
    const { clock, part } = adapting();
    for (let i = 0; i < 30; i++) part.sign('pressed');
    await clock.advance(MINUTE - 1);
    part.sign('pressed');
    expect(part.percent()).toBe(50);
    await clock.advance(5 * MINUTE - 1);
    expect(part.percent()).toBe(50);
    part.sign('pressed');
    expect(part.percent()).toBe(25);
  });

  it('never falls below a tenth', async () => {
    const { clock, part } = adapting();
    for (let i = 0; i < 20; i++) {
      part.sign('blocked');
      await clock.advance(MINUTE);
    }
    expect(part.percent()).toBe(10);
  });

  it('stops after a block at three quarters of what was in use, for a day', async () => {
    const { clock, part } = adapting();
    part.sign('blocked');
    await clock.advance(DAY - 1);
    expect(part.percent()).toBe(75);
    expect(part.nextChangeIn()).toBe(1);
    await clock.advance(1 + 5 * MINUTE);
    expect(part.percent()).toBe(85);
    await clock.advance(10 * MINUTE);
    expect(part.percent()).toBe(100);
  });

  it('does not grow while it is told to rest', async () => {
    const { clock, part } = adapting();
    part.sign('blocked');
    part.restFor(10 * MINUTE);
    await clock.advance(15 * MINUTE - 1);
    expect(part.percent()).toBe(50);
    await clock.advance(1);
    expect(part.percent()).toBe(60);
  });

  it('goes on where it was after a restart, and time away counts for three steps at most', async () => {
    const { clock, part } = adapting();
    part.sign('blocked');
    part.sign('blocked');
    await clock.advance(4 * MINUTE);
    const left = part.stored() as StoredAdaptation;
    for (const [awayMs, percent] of [[0, 50], [MINUTE, 60], [6 * MINUTE, 70], [DAY / 2, 75]] as const) {
      const next = createAdaptation(clock);
      next.resume({ ...left }, awayMs);
      expect(next.percent()).toBe(percent);
    }
    const low = createAdaptation(clock);
    low.resume({ percent: 10, quietFor: 0, ceiling: null }, 365 * DAY);
    expect(low.percent()).toBe(40);
  });

  it('takes nothing impossible from the disk', () => {
    const { clock } = adapting();
    for (const [stored, percent] of [[-5, 10], [0, 10], [1e9, 100]] as const) {
      const next = createAdaptation(clock);
      next.resume({ percent: stored, quietFor: 0, ceiling: null }, 0);
      expect(next.percent()).toBe(percent);
    }
  });
});
