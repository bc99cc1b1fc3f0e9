import { expect, describe, it } from 'vitest';
import { ask, MINUTE, setUp } from './governor-set-up.ts';

const HOUR = 60 * MINUTE;

/** A machine whose monotonic clock stands while it sleeps and whose uptime goes on. */
async function laptop(budget: number) {
  let slept = 0;
  const set = await setUp({ budget });
  const uptime = () => HOUR + set.clock.mono() + slept;
  const sleep = (ms: number) => {
    slept += ms;
    set.clock.sleep(ms, false);
  };
  return { ...set, sleep, uptime, open: () => set.start({ uptime }) };
}

describe('a block that the machine slept through', () => {
  it('is over when the uptime says so, and a single request asks first', async () => {
    const { clock, open, sleep } = await laptop(18);
    const governor = await open();
    const hit = ask(governor);
    await clock.advance(0);
    hit.slot?.blocked(null);
    await clock.advance(1000);
    sleep(8 * HOUR);
    expect(governor.status().blockedUntil).toBeNull();
    const asked = [ask(governor), ask(governor)];
    await clock.advance(MINUTE);
    expect(asked.filter(({ slot }) => slot)).toHaveLength(1);
    asked[0]?.slot?.done();
    await clock.advance(MINUTE);
    expect(asked[1]?.slot).not.toBeNull();
  });

  it('has as much left as the sleep did not take, and no wall clock shortens it', async () => {
    const { clock, open, sleep } = await laptop(18);
    const governor = await open();
    const hit = ask(governor);
    await clock.advance(0);
    hit.slot?.blocked(null);
    sleep(5 * MINUTE);
    clock.jumpWall(24 * HOUR);
    const left = (governor.status().blockedUntil ?? 0) - clock.now();
    expect(left).toBeGreaterThanOrEqual(7 * MINUTE);
    expect(left).toBeLessThanOrEqual(7 * MINUTE + 1000);
  });

  it('goes on while a request from before it is under way, which may have begun it anew in the sleep', async () => {
    const { clock, open, sleep } = await laptop(18);
    const governor = await open();
    const asked = [ask(governor), ask(governor)];
    await clock.advance(0);
    asked[0]?.slot?.blocked(null);
    sleep(8 * HOUR);
    expect(governor.status().blockedUntil).not.toBeNull();
    asked[1]?.slot?.done();
    expect(governor.status().blockedUntil).toBe(clock.now() + 10 * MINUTE);
  });
});

describe('what an earlier run sent', () => {
  it('is forgotten after a night', async () => {
    const { clock, state, start } = await setUp({ budget: 18 });
    const uptime = () => HOUR + clock.mono();
    const first = await start({ uptime });
    for (let i = 0; i < 14; i++) ask(first, 'backfill');
    await clock.advance(500);
    first.dispose();
    await clock.advance(8 * HOUR);
    expect((await start({ state: state.crash(), uptime })).status().used).toBe(0);
  });

  it('counts when the last write was long ago and the last request was not', async () => {
    const { clock, state, start } = await setUp({ budget: 18 });
    const uptime = () => HOUR + clock.mono();
    const first = await start({ uptime });
    for (let minute = 0; minute < 60; minute++) {
      const one = ask(first, 'delta');
      await clock.advance(0);
      one.slot?.done();
      await clock.advance(MINUTE);
    }
    // A poll a minute must not cost a write each.
    expect(state.log.length).toBeLessThan(20);
    const last = ask(first, 'delta');
    await clock.advance(0);
    expect(last.slot).not.toBeNull();
    expect((await start({ state: state.crash(), uptime })).status().used).toBeGreaterThan(0);
  });

  it.each([['without an uptime', false], ['after only a minute', true]])('counts %s', async (_name, tells) => {
    const { clock, state, start } = await setUp({ budget: 18 });
    const uptime = () => (tells ? HOUR + clock.mono() : null);
    const first = await start({ uptime });
    for (let i = 0; i < 14; i++) ask(first, 'backfill');
    await clock.advance(500);
    await clock.advance(tells ? MINUTE : 8 * HOUR);
    expect((await start({ state: state.crash(), uptime })).status().used).toBeGreaterThanOrEqual(14);
  });
});
