import { describe, expect, it } from 'vitest';
import { memoryState } from '../../support/memory-state.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

describe('a block', () => {
  async function blocked(retryAfterMs: number | null = null) {
    const set = await setUp({ budget: 20 });
    const hit = ask(set.governor);
    await set.clock.advance(0);
    const under = Array.from({ length: 30 }, () => ask(set.governor, 'delta'));
    const waits = ask(set.governor, 'delta');
    await set.clock.advance(0);
    hit.slot?.blocked(retryAfterMs);
    await set.clock.advance(0);
    return { ...set, waits, end: () => under.forEach(({ slot }) => slot?.done()) };
  }

  it('rejects who waits and who comes, refresh included, until its end + 30 s', async () => {
    const { clock, governor, waits, end } = await blocked();
    end();
    expect(waits.error).toMatchObject({ code: 'blocked', params: { until: clock.now() + 630_000 } });
    await expect(governor.acquire('refresh')).rejects.toMatchObject({ code: 'blocked', retry: true });
    await clock.advance(630_000 - 1);
    await expect(governor.acquire('refresh')).rejects.toMatchObject({ code: 'blocked' });
    await clock.advance(1);
    expect(governor.status().blockedUntil).toBeNull();
    await expect(governor.acquire('refresh')).resolves.toBeDefined();
  });

  it('lasts as long as the server asks, when that is longer, and not for days', async () => {
    const { clock, governor } = await blocked(20 * MINUTE);
    expect(governor.status().blockedUntil).toBe(clock.now() + 20 * MINUTE + 30_000);
    const { clock: other, governor: fooled } = await blocked(10 * 24 * 60 * MINUTE);
    expect(fooled.status().blockedUntil).toBe(other.now() + 60 * MINUTE + 30_000);
  });

  it.each([-365 * 24 * 60 * MINUTE, 365 * 24 * 60 * MINUTE])('keeps its length when the wall clock moves by %i ms', async (jump) => {
    const { clock, governor } = await blocked();
    await clock.advance(MINUTE);
    clock.jumpWall(jump);
    await clock.advance(630_000 - MINUTE - 1);
    await expect(governor.acquire('lookup')).rejects.toMatchObject({ code: 'blocked' });
    await clock.advance(1);
    expect(governor.status().blockedUntil).toBeNull();
  });

  it('outlives a restart, and a wall clock set back makes it no longer than its full length', async () => {
    const { clock, state, start } = await blocked();
    await clock.advance(5 * MINUTE);
    const next = await start({ state: state.crash() });
    await expect(next.acquire('refresh')).rejects.toMatchObject({ code: 'blocked' });
    expect(next.status().blockedUntil).toBe(clock.now() + 330_000);
    clock.jumpWall(-24 * 60 * MINUTE);
    const again = await start({ state: state.crash() });
    expect(again.status().blockedUntil).toBe(clock.now() + 630_000);
  });

  it('follows a wall clock that was corrected while it lasted', async () => {
    const { clock, state, start } = await blocked();
    clock.jumpWall(60 * MINUTE);
    await clock.advance(MINUTE);
    const next = await start({ state: state.crash() });
    expect(next.status().blockedUntil).toBeGreaterThan(clock.now() + 8 * MINUTE);
  });

  it('is followed by a slow start, also over a restart, and is forgotten after it', async () => {
    const { clock, state, governor, start, end } = await blocked();
    await clock.advance(630_000);
    const asked = Array.from({ length: 40 }, () => ask(governor, 'lookup'));
    await clock.advance(0);
    const given = () => asked.filter(({ slot }) => slot).length;
    // What was under way when the block came still holds its slots, and 10 % of 20 is 2.
    expect(given()).toBe(0);
    end();
    const next = await start({ state: memoryState([['governor', new TextEncoder().encode(JSON.stringify({ v: 1, mark: 0, block: { until: clock.now(), length: 630_000 } }))]]) });
    const paced = Array.from({ length: 40 }, () => ask(next, 'lookup'));
    await clock.advance(0);
    expect(paced.filter(({ slot }) => slot)).toHaveLength(2);
    await clock.advance(2.5 * MINUTE);
    expect(paced.filter(({ slot }) => slot).length).toBeGreaterThan(8);
    expect(paced.filter(({ slot }) => slot).length).toBeLessThan(13);
    await clock.advance(3 * MINUTE);
    expect(paced.filter(({ slot }) => slot)).toHaveLength(19);
    expect(JSON.parse(new TextDecoder().decode(state.disk.get('governor')))).toMatchObject({ block: null });
  });

  it('tells its listeners', async () => {
    const { clock, governor } = await setUp();
    const heard: (number | null)[] = [];
    const stop = governor.onChange(({ blockedUntil }) => heard.push(blockedUntil));
    const hit = ask(governor);
    await clock.advance(0);
    hit.slot?.blocked(null);
    const until = clock.now() + 630_000;
    await clock.advance(630_000);
    expect(heard).toContain(until);
    expect(heard.at(-1)).toBeNull();
    stop();
    const count = heard.length;
    governor.setBudget(9);
    expect(heard).toHaveLength(count);
  });
});
