import { describe, expect, it } from 'vitest';
import { memoryState, type MemoryState } from '../../support/memory-state.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

const encoded = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const stateOf = (state: MemoryState): unknown => JSON.parse(new TextDecoder().decode(state.disk.get('governor')));

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

  it('rejects who waits and who comes, refresh included, until its end and a margin', async () => {
    const { clock, governor, waits, end } = await blocked();
    end();
    expect(waits.error).toMatchObject({ code: 'blocked', params: { until: clock.now() + 720_000 } });
    await expect(governor.acquire('refresh')).rejects.toMatchObject({ code: 'blocked', retry: true });
    await clock.advance(720_000 - 1);
    await expect(governor.acquire('refresh')).rejects.toMatchObject({ code: 'blocked' });
    await clock.advance(1);
    expect(governor.status().blockedUntil).toBeNull();
    await expect(governor.acquire('refresh')).resolves.toBeDefined();
  });

  it('lasts as long as the server asks, when that is longer, and not for days', async () => {
    const { clock, governor } = await blocked(20 * MINUTE);
    expect(governor.status().blockedUntil).toBe(clock.now() + 22 * MINUTE);
    const { clock: other, governor: fooled } = await blocked(10 * 24 * 60 * MINUTE);
    expect(fooled.status().blockedUntil).toBe(other.now() + 62 * MINUTE);
  });

  it.each([-365 * 24 * 60 * MINUTE, 365 * 24 * 60 * MINUTE])('keeps its length when the wall clock moves by %i ms', async (jump) => {
    const { clock, governor } = await blocked();
    await clock.advance(MINUTE);
    clock.jumpWall(jump);
    await clock.advance(720_000 - MINUTE - 1);
    await expect(governor.acquire('lookup')).rejects.toMatchObject({ code: 'blocked' });
    await clock.advance(1);
    expect(governor.status().blockedUntil).toBeNull();
  });

  it('outlives a restart, and a wall clock set back makes it no longer than its full length', async () => {
    const { clock, state, start, end } = await blocked();
    end();
    await clock.advance(5 * MINUTE);
    const next = await start({ state: state.crash() });
    await expect(next.acquire('refresh')).rejects.toMatchObject({ code: 'blocked' });
    expect(next.status().blockedUntil).toBe(clock.now() + 420_000);
    clock.jumpWall(-24 * 60 * MINUTE);
    const again = await start({ state: state.crash() });
    expect(again.status().blockedUntil).toBeGreaterThanOrEqual(clock.now() + 420_000);
    expect(again.status().blockedUntil).toBeLessThanOrEqual(clock.now() + 720_000);
  });

  it('follows a wall clock that was corrected while it lasted', async () => {
    const { clock, state, start } = await blocked();
    clock.jumpWall(60 * MINUTE);
    await clock.advance(MINUTE);
    const next = await start({ state: state.crash() });
    expect(next.status().blockedUntil).toBeGreaterThan(clock.now() + 8 * MINUTE);
  });

  it('is followed by one request alone and then a slow start, also over a restart, and is forgotten after it', async () => {
    const { clock, governor, start, end } = await blocked();
    await clock.advance(720_000);
    const asked = Array.from({ length: 40 }, () => ask(governor, 'lookup'));
    await clock.advance(0);
    // What was under way when the block came still holds its slots.
    expect(asked.filter(({ slot }) => slot)).toHaveLength(0);
    end();
    const state = memoryState([['governor', encoded({ v: 1, mark: 0, block: { until: clock.now(), length: 720_000 }, adapted: { percent: 100, quietFor: 0, ceiling: null } })]]);
    const next = await start({ state });
    const paced = Array.from({ length: 40 }, () => ask(next, 'lookup'));
    const given = () => paced.filter(({ slot }) => slot).length;
    await clock.advance(2 * MINUTE);
    expect(given()).toBe(1);
    paced[0]?.slot?.done();
    await clock.advance(0);
    // 2 minutes of 5: 46 % of 20.
    expect(given()).toBe(9);
    await clock.advance(1.5 * MINUTE);
    // The first one's slot is free again.
    expect(given()).toBe(14);
    await clock.advance(3 * MINUTE);
    expect(given()).toBe(20);
    expect(stateOf(state)).toMatchObject({ block: null });
  });

  it('asks again with one request while the answer does not come, and begins anew at one refusal', async () => {
    const { clock, governor, end } = await blocked();
    end();
    await clock.advance(720_000);
    const asked = Array.from({ length: 10 }, () => ask(governor, 'lookup'));
    await clock.advance(0);
    asked[0]?.slot?.unknown();
    await clock.advance(3 * MINUTE);
    expect(asked.filter(({ slot }) => slot)).toHaveLength(2);
    asked[1]?.slot?.blocked(null);
    await clock.advance(0);
    expect(asked.filter(({ slot }) => slot)).toHaveLength(2);
    expect(governor.status().blockedUntil).toBeGreaterThanOrEqual(clock.now() + 720_000);
    expect(asked[9]?.error).toMatchObject({ code: 'blocked' });
  });

  it('asks again after a refusal at the next full twenty minutes of the wall clock that are a block away, as all desktops do', async () => {
    const { clock, governor, end } = await blocked();
    end();
    const askAfter = async (ms: number) => {
      await clock.advance(ms);
      const one = ask(governor);
      await clock.advance(0);
      return one.slot;
    };
    const times: string[] = [];
    let left = 720_000;
    for (let i = 0; i < 3; i++) {
      (await askAfter(left))?.blocked(null);
      const until = governor.status().blockedUntil ?? 0;
      left = until - clock.now();
      times.push(new Date(until).toISOString().slice(11, 19));
    }
    expect(times).toEqual(['12:40:00', '13:00:00', '13:20:00']);
    (await askAfter(left))?.done();
    (await askAfter(60 * MINUTE))?.blocked(null);
    expect(governor.status().blockedUntil).toBe(clock.now() + 720_000);
  });

  describe('told again while it lasts', () => {
    it('keeps the later end, whichever answer comes first', async () => {
      for (const [first, second] of [[null, 20 * MINUTE], [20 * MINUTE, null]] as const) {
        const { clock, governor } = await setUp({ budget: 5 });
        const asked = [ask(governor), ask(governor)];
        await clock.advance(0);
        const from = clock.now();
        asked[0]?.slot?.blocked(first);
        await clock.advance(MINUTE);
        asked[1]?.slot?.blocked(second);
        expect(governor.status().blockedUntil).toBe(first === null ? from + 23 * MINUTE : from + 22 * MINUTE);
      }
    });

    it('begins anew with a request that was under way and is refused too', async () => {
      const { clock, governor } = await setUp({ budget: 5 });
      const asked = [ask(governor), ask(governor)];
      await clock.advance(0);
      asked[0]?.slot?.blocked(null);
      await clock.advance(2 * MINUTE);
      asked[1]?.slot?.blocked(null);
      expect(governor.status().blockedUntil).toBe(clock.now() + 720_000);
    });

    it('covers a request that was under way and may have arrived unseen', async () => {
      const { clock, governor } = await setUp({ budget: 5 });
      const asked = [ask(governor), ask(governor), ask(governor)];
      await clock.advance(0);
      asked[0]?.slot?.blocked(null);
      await clock.advance(2 * MINUTE);
      asked[1]?.slot?.done();
      expect(governor.status().blockedUntil).toBe(clock.now() + 600_000);
      asked[2]?.slot?.unknown();
      expect(governor.status().blockedUntil).toBe(clock.now() + 630_000);
    });
  });

  it.each([
    ['nothing', null, 720_000],
    ['garbage', Number.NaN, 720_000],
    ['a time that is over', -5 * MINUTE, 720_000],
    ['less than the documented length', 1000, 720_000],
    ['for ever', Number.POSITIVE_INFINITY, 62 * MINUTE],
    ['something huge', Number.MAX_VALUE, 62 * MINUTE],
  ])('lasts its length when the server says %s', async (_name, retryAfterMs, length) => {
    const { clock, governor } = await blocked(retryAfterMs);
    expect(governor.status().blockedUntil).toBe(clock.now() + length);
  });

  it('tells its listeners', async () => {
    const { clock, governor } = await setUp();
    const heard: (number | null)[] = [];
    const stop = governor.onChange(({ blockedUntil }) => heard.push(blockedUntil));
    const hit = ask(governor);
    await clock.advance(0);
    hit.slot?.blocked(null);
    const until = clock.now() + 720_000;
    await clock.advance(720_000);
    expect(heard).toContain(until);
    expect(heard.at(-1)).toBeNull();
    stop();
    const count = heard.length;
    governor.setBudget(9);
    expect(heard).toHaveLength(count);
  });
});
