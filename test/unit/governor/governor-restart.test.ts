import { describe, expect, it } from 'vitest';
import { memoryState } from '../../support/memory-state.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

describe('across restarts', () => {
  it('has on disk what it sends before it sends it', async () => {
    const { clock, state, start } = await setUp({ budget: 30 });
    const governor = await start();
    let release: () => void = () => undefined;
    state.beforeSet = () => new Promise((resolve) => (release = resolve));
    const first = ask(governor);
    await clock.advance(0);
    expect(first.slot).toBeNull();
    release();
    await clock.advance(0);
    expect(first.slot).not.toBeNull();
  });

  it('does not write for every request', async () => {
    const { clock, state, governor } = await setUp({ budget: 120 });
    for (let i = 0; i < 100; i++) ask(governor);
    await clock.advance(0);
    expect(governor.status().used).toBe(100);
    expect(state.log.length).toBeLessThanOrEqual(12);
  });

  it('takes what may have been sent for held, 90 s from the new start, whatever the wall clock says', async () => {
    const { clock, state, start, governor } = await setUp({ budget: 3 });
    for (let i = 0; i < 3; i++) ask(governor);
    await clock.advance(0);
    const crashed = state.crash();
    clock.jumpWall(24 * 60 * MINUTE);
    const next = await start({ state: crashed });
    expect(next.status().used).toBe(3);
    const lookup = ask(next);
    await clock.advance(90_000 - 1);
    expect(lookup.slot).toBeNull();
    await clock.advance(1);
    expect(lookup.slot).not.toBeNull();
  });

  it('forgets what ended long ago', async () => {
    const { clock, state, start, governor } = await setUp({ budget: 36 });
    const asked = Array.from({ length: 30 }, () => ask(governor));
    await clock.advance(0);
    asked.forEach(({ slot }) => slot?.done());
    await clock.advance(2 * MINUTE);
    const next = await start({ state: state.crash() });
    expect(next.status().used).toBeLessThanOrEqual(6);
  });

  it.each([
    ['not JSON', new TextEncoder().encode('{"v":1,"mar')],
    ['another shape', new TextEncoder().encode('{"v":9}')],
    ['empty', new Uint8Array()],
  ])('takes the budget for spent for one window when the state is %s', async (_name, bytes) => {
    const { clock, start } = await setUp();
    const state = memoryState([['governor', bytes]]);
    const next = await start({ state });
    const lookup = ask(next);
    await clock.advance(90_000 - 1);
    expect(lookup.slot).toBeNull();
    expect(JSON.parse(new TextDecoder().decode(state.disk.get('governor')))).toMatchObject({ mark: 300 });
    await clock.advance(1);
    expect(lookup.slot).not.toBeNull();
  });

  it('does the same when the state cannot be read, or was lost and made anew', async () => {
    const { clock, start } = await setUp();
    const unreadable = memoryState();
    unreadable.failReads = true;
    for (const options of [{ state: unreadable }, { state: memoryState(), stateLost: true }]) {
      const next = await start(options);
      const lookup = ask(next);
      await clock.advance(90_000 - 1);
      expect(lookup.slot).toBeNull();
      await clock.advance(1);
      expect(lookup.slot).not.toBeNull();
    }
  });

  it('sends nothing that is not on disk, says so, and goes on when the disk takes writes again', async () => {
    const { clock, state, governor } = await setUp();
    state.failWrites = true;
    const first = ask(governor);
    await clock.advance(0);
    expect(first.error).toMatchObject({ code: 'storageUnavailable', retry: true });
    state.failWrites = false;
    const second = ask(governor);
    await clock.advance(0);
    expect(second.slot).not.toBeNull();
  });

  it('asks a disk that refuses the rewrite of an unreadable state again at the next tick, not at once', async () => {
    const { clock, start } = await setUp();
    const state = memoryState([['governor', new Uint8Array([0])]]);
    state.failWrites = true;
    let writes = 0;
    state.beforeSet = async () => {
      writes += 1;
      // An endless row of writes would never let the clock move.
      if (writes > 100) await new Promise(() => undefined);
    };
    await start({ state });
    await clock.advance(0);
    expect(writes).toBe(1);
    await clock.advance(30_000);
    expect(writes).toBeLessThanOrEqual(20);
    state.failWrites = false;
    await clock.advance(10_000);
    expect(JSON.parse(new TextDecoder().decode(state.disk.get('governor')))).toMatchObject({ mark: 300 });
  });
});
