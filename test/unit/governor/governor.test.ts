import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import type { Lane } from '../../../core/governor/lanes.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

describe('the slot rule', () => {
  it('holds a slot until the end of the answer + 60 s', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const first = ask(governor);
    await clock.advance(5 * MINUTE);
    const second = ask(governor);
    await clock.advance(5 * MINUTE);
    expect(second.slot).toBeNull();
    first.slot?.done();
    await clock.advance(MINUTE - 1);
    expect(second.slot).toBeNull();
    await clock.advance(1);
    expect(second.slot).not.toBeNull();
  });

  it('holds an aborted one for the grace of 30 s more', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const first = ask(governor);
    await clock.advance(0);
    first.slot?.unknown();
    const second = ask(governor);
    await clock.advance(90_000 - 1);
    expect(second.slot).toBeNull();
    await clock.advance(1);
    expect(second.slot).not.toBeNull();
  });

  it('ends a slot once, whatever is called afterwards', async () => {
    const { clock, governor } = await setUp({ budget: 2 });
    const first = ask(governor);
    await clock.advance(0);
    first.slot?.done();
    first.slot?.unknown();
    first.slot?.blocked(null);
    expect(governor.status()).toMatchObject({ used: 1, blockedUntil: null });
  });

  it('costs one more window at most when the wall clock is set back, and nothing is freed early when it is set forward', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const first = ask(governor);
    await clock.advance(0);
    first.slot?.done();
    clock.jumpWall(10 * 365 * 24 * 60 * MINUTE);
    await clock.advance(MINUTE - 1);
    expect(governor.status().used).toBe(1);
    await clock.advance(1);
    expect(governor.status().used).toBe(0);

    const second = ask(governor);
    await clock.advance(0);
    second.slot?.done();
    await clock.advance(MINUTE / 2);
    clock.jumpWall(-20 * 365 * 24 * 60 * MINUTE);
    await clock.advance(MINUTE / 2);
    expect(governor.status().used).toBe(1);
    await clock.advance(MINUTE);
    expect(governor.status().used).toBe(0);
  });

  it('gives a slot back to nobody when the waiter has left', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const first = ask(governor);
    const leaving = new AbortController();
    const second = ask(governor, 'lookup', leaving.signal);
    const third = ask(governor, 'backfill');
    await clock.advance(0);
    leaving.abort(new Error('gone'));
    first.slot?.done();
    await clock.advance(MINUTE);
    expect(second).toMatchObject({ slot: null, error: new Error('gone') });
    expect(third.slot).not.toBeNull();
    expect(governor.status().waiting).toBe(0);
  });

  it('rejects at once with the reason of a signal that is already aborted', async () => {
    const { governor } = await setUp();
    await expect(governor.acquire('open', AbortSignal.abort(new Error('late')))).rejects.toThrow('late');
  });

  it('follows a changed budget', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const asked = [ask(governor), ask(governor), ask(governor)];
    await clock.advance(0);
    expect(asked.filter(({ slot }) => slot)).toHaveLength(1);
    governor.setBudget(2);
    await clock.advance(0);
    expect(asked.filter(({ slot }) => slot)).toHaveLength(2);
  });

  it('rejects who waits when it ends', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    ask(governor);
    const second = ask(governor);
    await clock.advance(0);
    governor.dispose();
    await clock.advance(0);
    expect(second.error).toBeInstanceOf(EngineError);
    expect(clock.pending()).toBe(0);
    await expect(governor.acquire('lookup')).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('lanes', () => {
  it('serves lanes in order and first come first served within one', async () => {
    const { clock, governor } = await setUp({ budget: 1 });
    const first = ask(governor);
    await clock.advance(0);
    const given: string[] = [];
    const wait = (lane: Lane, name: string): void => {
      void governor.acquire(lane).then((slot) => {
        given.push(name);
        slot.done();
      });
    };
    wait('backfill', 'backfill');
    wait('delta', 'delta');
    wait('open', 'open');
    wait('lookup', 'lookup 1');
    wait('lookup', 'lookup 2');
    wait('refresh', 'refresh');
    first.slot?.done();
    await clock.advance(10 * MINUTE);
    expect(given).toEqual(['refresh', 'lookup 1', 'lookup 2', 'open', 'delta', 'backfill']);
  });

  it('leaves room for a lookup and a refresh while a first sync takes all it can get', async () => {
    const { clock, governor } = await setUp({ budget: 20 });
    for (let i = 0; i < 100; i++) ask(governor, 'backfill');
    for (let i = 0; i < 100; i++) ask(governor, 'delta');
    await clock.advance(0);
    expect(governor.status().used).toBe(18);
    const lookup = ask(governor, 'lookup');
    await clock.advance(0);
    expect(lookup.slot).not.toBeNull();
    const refresh = ask(governor, 'refresh');
    await clock.advance(0);
    expect(refresh.slot).not.toBeNull();
  });
});
