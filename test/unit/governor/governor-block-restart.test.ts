import { describe, expect, it } from 'vitest';
import { memoryState } from '../../support/memory-state.ts';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

const DAY = 24 * 60 * MINUTE;

/** A desktop that is blocked and closed 2 minutes later; its machine tells the uptime, or does not. */
async function closedInBlock(tellsUptime: boolean) {
  const machine = { bootedAt: -60 * MINUTE };
  const set = await setUp({ budget: 100 });
  const uptime = () => (tellsUptime ? set.clock.mono() - machine.bootedAt : null);
  const governor = await set.start({ uptime });
  const hit = ask(governor);
  await set.clock.advance(0);
  hit.slot?.blocked(null);
  await set.clock.advance(2 * MINUTE);
  governor.dispose();
  const open = () => set.start({ state: set.state.crash(), uptime });
  return { ...set, machine, open };
}
async function given(set: Awaited<ReturnType<typeof closedInBlock>>, governor: Awaited<ReturnType<typeof set.open>>): Promise<number> {
  const asked = Array.from({ length: 40 }, () => ask(governor));
  await set.clock.advance(2 * MINUTE);
  return asked.filter(({ slot }) => slot).length;
}

describe('a block that the app was closed in', () => {
  it.each([-DAY, 0, DAY, 3650 * DAY])('ends by the uptime when the wall clock was moved by %i ms meanwhile', async (jump) => {
    const set = await closedInBlock(true);
    await set.clock.advance(3 * MINUTE);
    set.clock.jumpWall(jump);
    const governor = await set.open();
    expect(governor.status().blockedUntil).toBe(set.clock.now() + 720_000 - 5 * MINUTE);
  });

  it('ends by the wall clock after the machine was started again, and by its uptime at least', async () => {
    const set = await closedInBlock(true);
    await set.clock.advance(3 * MINUTE);
    set.machine.bootedAt = set.clock.mono() - MINUTE;
    expect((await set.open()).status().blockedUntil).toBe(set.clock.now() + 720_000 - 5 * MINUTE);
    set.clock.jumpWall(-DAY);
    expect((await set.open()).status().blockedUntil).toBe(set.clock.now() + 720_000 - 3 * MINUTE);
  });

  it('never lasts longer than its length from the start', async () => {
    const set = await closedInBlock(false);
    set.clock.jumpWall(-3650 * DAY);
    const governor = await set.open();
    expect(governor.status().blockedUntil).toBeLessThanOrEqual(set.clock.now() + 720_000);
  });

  it('is over at once when only a wall clock set forward says so, but a single request asks first', async () => {
    const set = await closedInBlock(false);
    set.clock.jumpWall(DAY);
    const governor = await set.open();
    expect(governor.status().blockedUntil).toBeNull();
    expect(await given(set, governor)).toBe(1);
  });

  it('needs no such care when the uptime says that it is long over', async () => {
    const set = await closedInBlock(true);
    await set.clock.advance(DAY);
    expect(await given(set, await set.open())).toBe(40);
  });

  it('is read from a state of the first version, which did not say when it was written', async () => {
    const { clock, start } = await setUp({ budget: 100 });
    const old = (until: number) => memoryState([['governor', new TextEncoder().encode(JSON.stringify({ v: 1, mark: 0, block: { until, length: 630_000 } }))]]);
    const within = await start({ state: old(clock.now() + 4 * MINUTE) });
    expect(within.status()).toMatchObject({ blockedUntil: clock.now() + 4 * MINUTE, pace: 5 });
    const behind = await start({ state: old(clock.now() + DAY) });
    expect(behind.status().blockedUntil).toBe(clock.now() + 630_000);
    const over = await start({ state: old(clock.now() - DAY) });
    expect(over.status()).toMatchObject({ blockedUntil: null, pace: 5 });
  });

  it('takes a request that was under way for one that arrived in the block', async () => {
    const { clock, state, start, governor } = await setUp({ budget: 5 });
    const asked = [ask(governor), ask(governor)];
    await clock.advance(0);
    asked[0]?.slot?.blocked(null);
    await clock.advance(2 * MINUTE);
    const next = await start({ state: state.crash() });
    expect(next.status().blockedUntil).toBe(clock.now() + 660_000);
  });
});
