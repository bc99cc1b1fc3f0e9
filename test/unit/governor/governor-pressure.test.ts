import { describe, expect, it } from 'vitest';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

async function pressed(retryAfterMs: number | null, budget = 20) {
  const set = await setUp({ budget });
  const first = ask(set.governor);
  await set.clock.advance(0);
  first.slot?.pressed(retryAfterMs);
  await set.clock.advance(0);
  return set;
}
const count = (asked: { slot: unknown }[]): number => asked.filter(({ slot }) => slot).length;

describe('pressure without a block', () => {
  it('halves what is in use, says so, and is no block', async () => {
    const { clock, governor } = await pressed(null);
    expect(governor.status()).toMatchObject({ used: 1, budget: 20, pace: 50, blockedUntil: null });
    const asked = Array.from({ length: 30 }, () => ask(governor, 'refresh'));
    await clock.advance(0);
    expect(count(asked)).toBe(9);
  });

  it('pauses every lane but the refresh for as long as the server asks', async () => {
    const { clock, governor } = await pressed(40_000);
    const lookup = ask(governor, 'lookup');
    const backfill = ask(governor, 'backfill');
    const refresh = ask(governor, 'refresh');
    await clock.advance(40_000 - 1);
    expect([lookup.slot !== null, backfill.slot !== null, refresh.slot !== null]).toEqual([false, false, true]);
    await clock.advance(1);
    expect([lookup.slot !== null, backfill.slot !== null]).toEqual([true, true]);
  });

  it.each([
    ['garbage', Number.NaN, 0],
    ['the past', -60_000, 0],
    ['for ever', Number.POSITIVE_INFINITY, 10 * MINUTE],
  ])('takes a wish of %s within reason', async (_name, retryAfterMs, wait) => {
    const { clock, governor } = await pressed(retryAfterMs);
    const lookup = ask(governor, 'lookup');
    await clock.advance(wait - 1);
    expect(lookup.slot !== null).toBe(wait === 0);
    await clock.advance(1);
    expect(lookup.slot).not.toBeNull();
  });

  it('keeps the adapted part over a changed budget and a restart, and grows back', async () => {
    const { clock, governor, state, start } = await pressed(null);
    governor.setBudget(100);
    expect(governor.status()).toMatchObject({ budget: 100, pace: 50 });
    const left = state.crash();
    const next = await start({ state: left, budget: 40 });
    expect(next.status()).toMatchObject({ budget: 40, pace: 50 });
    const heard: number[] = [];
    next.onChange(({ pace }) => heard.push(pace));
    await clock.advance(25 * MINUTE);
    expect([...new Set(heard)]).toEqual([50, 60, 70, 80, 90, 100]);
    expect((await start({ state: left.crash() })).status().pace).toBe(100);
  });

  it('always leaves one slot', async () => {
    const { clock, governor } = await pressed(null, 1);
    const lookup = ask(governor);
    await clock.advance(MINUTE);
    expect(lookup.slot).not.toBeNull();
  });

  it('is written again when the disk had refused it', async () => {
    const set = await setUp({ budget: 20 });
    const first = ask(set.governor);
    await set.clock.advance(0);
    set.state.failWrites = true;
    first.slot?.pressed(null);
    await set.clock.advance(MINUTE / 2);
    set.state.failWrites = false;
    await set.clock.advance(MINUTE);
    expect((await set.start({ state: set.state.crash() })).status().pace).toBe(50);
  });
});

describe('a block', () => {
  it('halves what is in use once, counted from its end, whoever is told of it', async () => {
    const { clock, governor, state, start } = await setUp({ budget: 20 });
    const asked = [ask(governor), ask(governor), ask(governor)];
    await clock.advance(0);
    asked[0]?.slot?.blocked(null);
    await clock.advance(2 * MINUTE);
    asked[1]?.slot?.blocked(null);
    asked[2]?.slot?.pressed(null);
    await clock.advance(720_000);
    // 50 % of a tenth of 20.
    expect(governor.status()).toMatchObject({ blockedUntil: null, pace: 5 });
    for (let i = 0; i < 3; i++) await start({ state: state.crash() });
    await clock.advance(5 * MINUTE - 1);
    expect(governor.status().pace).toBe(45);
    await clock.advance(1);
    expect(governor.status().pace).toBe(60);
  });

  it('is not a new sign when the one request that asks for its end is refused', async () => {
    const { clock, governor } = await setUp({ budget: 20 });
    for (let i = 0; i < 4; i++) {
      const one = ask(governor);
      await clock.advance(0);
      one.slot?.blocked(null);
      await clock.advance((governor.status().blockedUntil ?? 0) - clock.now());
    }
    const last = ask(governor);
    await clock.advance(0);
    last.slot?.done();
    await clock.advance(5 * MINUTE);
    expect(governor.status().pace).toBe(60);
  });
});
