import { describe, expect, it } from 'vitest';
import { watchWaking } from '../../../../main/desktop/wake-watch.ts';
import { fakeClock } from '../../../support/fake-clock.ts';

function machine() {
  const clock = fakeClock();
  const listeners = new Map<string, Set<() => void>>();
  const state = { online: true, wakes: 0 };
  const of = (event: string) => listeners.get(event) ?? listeners.set(event, new Set()).get(event)!;
  const power = { on: (event: string, listener: () => void) => void of(event).add(listener), removeListener: (event: string, listener: () => void) => void of(event).delete(listener) };
  const stop = watchWaking({ power, isOnline: () => state.online, clock, onWake: () => void (state.wakes += 1) });
  return { clock, state, stop, say: (event: string) => of(event).forEach((listener) => listener()), listening: () => [...listeners.values()].reduce((sum, set) => sum + set.size, 0) };
}

describe('waking', () => {
  it('is told once for all its signs', async () => {
    const { clock, state, say } = machine();
    say('resume');
    say('unlock-screen');
    await clock.advance(1_000);
    say('resume');
    expect(state.wakes).toBe(1);
    await clock.advance(10_000);
    say('resume');
    expect(state.wakes).toBe(2);
  });

  it('is noticed without any event, by a clock that jumped', async () => {
    const { clock, state } = machine();
    await clock.advance(60_000);
    expect(state.wakes).toBe(0);
    clock.jumpWall(10 * 60_000);
    await clock.advance(15_000);
    expect(state.wakes).toBe(1);
  });

  it('is also the network coming back', async () => {
    const { clock, state } = machine();
    state.online = false;
    await clock.advance(30_000);
    expect(state.wakes).toBe(0);
    state.online = true;
    await clock.advance(15_000);
    expect(state.wakes).toBe(1);
  });

  it('is not listened for after the end', async () => {
    const { clock, state, stop, say, listening } = machine();
    stop();
    say('resume');
    clock.jumpWall(10 * 60_000);
    await clock.advance(60_000);
    expect([state.wakes, listening(), clock.pending()]).toEqual([0, 0, 0]);
  });
});
