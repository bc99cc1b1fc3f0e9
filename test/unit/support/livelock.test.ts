import { describe, expect, it } from 'vitest';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';
import { quietClock } from '../../support/quiet-clock.ts';

describe('what would run for ever', () => {
  it.each([
    ['the fake clock', () => fakeClock()],
    ['the quiet clock', () => quietClock(0, () => 0)],
  ])('is told by %s, with the timer that has no end', async (_name, make) => {
    const clock = make();
    const setsItselfAnew = (): void => void clock.after(0, setsItselfAnew);
    setsItselfAnew();
    await expect(clock.advance(1)).rejects.toThrow(/More than 10000 timers at 0 ms .*setsItselfAnew/);
  });

  it('is not a row of timers that time moves along', async () => {
    const clock = fakeClock();
    let runs = 0;
    const tick = (): void => {
      runs += 1;
      clock.after(1, tick);
    };
    tick();
    await clock.advance(20_000);
    expect(runs).toBe(20_001);
  });

  it('is told by the quiet clock when its world never comes to rest', async () => {
    let activity = 0;
    await expect(quietClock(0, () => activity++).advance(1)).rejects.toThrow('did not come to rest');
  });

  it.each([true, false])('ends at a state that is written again at once, refusing or not (%s), and is told', async (failWrites) => {
    const state = memoryState();
    state.failWrites = failWrites;
    let writes = 0;
    const again = async (): Promise<void> => {
      writes += 1;
      await state.set('k', new Uint8Array()).catch(() => undefined);
      await again();
    };
    const told: unknown[] = [];
    state.onEndless = (error) => void told.push(error);
    void again();
    for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
    expect(writes).toBeGreaterThan(1_000);
    expect(told).toEqual([new Error('The state was written more than 10000 times in one turn of the event loop, the last time as "k".')]);
  });
});
