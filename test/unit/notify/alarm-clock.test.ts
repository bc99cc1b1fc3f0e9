import { describe, expect, it, onTestFinished } from 'vitest';
import type { Rule } from '../../../contract/rules.ts';
import { silentLogger } from '../../../core/log.ts';
import { createAlarmClock } from '../../../core/notify/alarm-clock.ts';
import { createWaitingSince } from '../../../core/notify/waiting-since.ts';
import type { Rung } from '../../../core/store/store.ts';
import { fakeClock } from '../../support/fake-clock.ts';
import { memoryState } from '../../support/memory-state.ts';
import { rule } from '../../support/notify-settings.ts';
import { T0 } from '../../support/records.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const waiting = (minutes: number): Rule => rule(`after-${minutes}`, { when: { events: ['waiting'], olderThanMinutes: minutes } });

/** An alarm clock on a store that knows snoozes by their ends. */
function bench({ state = memoryState(), start = T0 } = {}) {
  const clock = fakeClock(start);
  const snoozes = new Map<string, number>();
  const asked: { at: number; waitingMinutes: readonly number[]; since: number }[] = [];
  const woken: string[] = [];
  const world = { rules: [] as Rule[], fails: false, nextWaiting: null as number | null };
  const alarm = createAlarmClock({
    clock,
    logger: silentLogger,
    rules: () => world.rules,
    since: createWaitingSince(state),
    onRung: (rows) => woken.push(...rows.map(({ id }) => `${id} ${(clock.now() - start) / MINUTE}`)),
    store: {
      async ring({ now, waitingMinutes, since }): Promise<Rung> {
        if (world.fails) throw new Error('no');
        asked.push({ at: now, waitingMinutes, since });
        const due = [...snoozes].filter(([, until]) => until <= now).map(([id]) => id);
        for (const id of due) snoozes.delete(id);
        const next = [...snoozes.values(), ...(world.nextWaiting === null ? [] : [world.nextWaiting])];
        return { woken: due.map((id) => ({ entity: 'ticket', id })), nextAt: next.length === 0 ? null : Math.min(...next) };
      },
    },
  });
  onTestFinished(() => alarm.dispose());
  return { clock, snoozes, asked, woken, world, alarm, state };
}

describe('the alarm clock', () => {
  it('rings at the start for what came due before, then when something is due', async () => {
    const { clock, snoozes, woken } = bench();
    snoozes.set('old', T0 - HOUR).set('soon', T0 + 90_000).set('late', T0 + 5 * MINUTE);
    await clock.advance(10 * MINUTE);
    expect(woken).toEqual(['old 0', 'soon 1.5', 'late 5']);
  });

  it('rings every minute while something waits, and not at all while nothing does', async () => {
    const { clock, snoozes, asked } = bench();
    snoozes.set('far', T0 + 10 * MINUTE);
    await clock.advance(5 * MINUTE);
    expect(asked.map(({ at }) => (at - T0) / MINUTE)).toEqual([0, 1, 2, 3, 4, 5]);
    snoozes.clear();
    await clock.advance(HOUR);
    expect([asked.length, clock.pending()]).toEqual([7, 0]);
  });

  it('is woken by a poke, once for many', async () => {
    const { clock, snoozes, woken, asked, alarm } = bench();
    await clock.advance(HOUR);
    snoozes.set('a', clock.now() + 30_000);
    for (let i = 0; i < 50; i++) alarm.poke();
    await clock.advance(MINUTE);
    expect([woken, asked.length]).toEqual([['a 60.5'], 3]);
  });

  it('after sleep rings for everything that came due meanwhile', async () => {
    const { clock, snoozes, woken } = bench();
    snoozes.set('a', T0 + HOUR).set('b', T0 + 2 * HOUR);
    await clock.advance(1);
    clock.sleep(8 * HOUR, false);
    await clock.advance(MINUTE);
    expect(woken.map((text) => text.split(' ')[0])).toEqual(['a', 'b']);
  });

  it('goes on after a store that failed', async () => {
    const { clock, snoozes, woken, world } = bench();
    world.fails = true;
    snoozes.set('a', T0);
    await clock.advance(90_000);
    world.fails = false;
    await clock.advance(MINUTE);
    expect(woken).toEqual(['a 2']);
  });

  it('does not spin where the store says that something is due and does nothing about it', async () => {
    const { clock, world, asked } = bench();
    world.nextWaiting = T0 - 1;
    await clock.advance(10_000);
    expect(asked.length).toBeLessThanOrEqual(11);
  });

  it('is silent once it has ended', async () => {
    const { clock, snoozes, woken, alarm } = bench();
    snoozes.set('a', T0 + 5_000);
    await clock.advance(1);
    await alarm.dispose();
    alarm.poke();
    await clock.advance(HOUR);
    expect([woken, clock.pending()]).toEqual([[], 0]);
  });
});

describe('what has waited long', () => {
  it('is asked for by every age that rules name, the longest first, each from when it was first asked for', async () => {
    const { clock, asked, world, alarm } = bench();
    world.rules = [waiting(30), waiting(60), { ...waiting(5), on: false }, rule('any', { when: { olderThanMinutes: 7 } })];
    await clock.advance(10 * MINUTE);
    world.rules = [waiting(60), waiting(120)];
    alarm.poke();
    await clock.advance(1_000);
    expect(asked.slice(0, 2)).toEqual([{ at: T0, waitingMinutes: [60], since: T0 }, { at: T0, waitingMinutes: [30], since: T0 }]);
    expect(asked.slice(-2)).toEqual([{ at: T0 + 10 * MINUTE + 1_000, waitingMinutes: [120], since: T0 + 10 * MINUTE + 1_000 }, { at: T0 + 10 * MINUTE + 1_000, waitingMinutes: [60], since: T0 }]);
  });

  it('is remembered across a restart: what grew old meanwhile is found', async () => {
    const first = bench();
    first.world.rules = [waiting(30)];
    await first.clock.advance(1);
    await first.alarm.dispose();
    const second = bench({ state: first.state, start: T0 + 9 * HOUR });
    second.world.rules = [waiting(30)];
    await second.clock.advance(1);
    expect(second.asked).toEqual([{ at: T0 + 9 * HOUR, waitingMinutes: [30], since: T0 }]);
  });

  it('begins anew when its memory cannot be read, and never lies in the future', async () => {
    const state = memoryState();
    await state.set('notify.waitingSince', new TextEncoder().encode('{"30": "yesterday"}'));
    expect(await createWaitingSince(state).of([30], T0)).toEqual(new Map([[30, T0]]));
    await state.set('notify.waitingSince', new TextEncoder().encode(JSON.stringify({ 30: T0 + HOUR, 60: T0 - HOUR })));
    expect(await createWaitingSince(state).of([30, 60], T0)).toEqual(new Map([[30, T0], [60, T0 - HOUR]]));
  });
});
