import { describe, expect, it } from 'vitest';
import { DIGEST_MINUTES } from '../../../contract/rules.ts';
import { NOBODY, notifySettings, rule } from '../../support/notify-settings.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { toastBench } from '../../support/toast-bench.ts';
import type { ToastBench } from '../../support/toast-bench.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const later = rule('later', { action: 'summary', when: { statuses: ['later'] } });
const pass = (bench: ToastBench) => bench.dispatcher.passComplete({ awayMs: 0 });
const told = (bench: ToastBench, start: number) => bench.notifier.shown.map(({ title, body, at }) => `${title} ${body} at ${(at - start) / MINUTE}`);

async function desk(given: Parameters<typeof notifySettings>[0] = {}) {
  const bench = await toastBench();
  bench.settings = notifySettings({ rules: [later], ...given });
  return { bench, start: bench.clock.now() };
}

describe('what is told together', () => {
  it('comes in one toast every quarter of an hour, counted from the first', async () => {
    const { bench, start } = await desk();
    for (let minute = 0; minute < 40; minute++) {
      await bench.put(`t${minute}`, { status: 'later' });
      await pass(bench);
      await bench.clock.advance(MINUTE);
    }
    await bench.clock.advance(20 * MINUTE);
    expect(DIGEST_MINUTES).toBe(15);
    expect(told(bench, start)).toEqual(['digest 15+0 at 15', 'digest 15+0 at 30', 'digest 10+0 at 45']);
    expect(await bench.store.pendingEvents(1)).toEqual([]);
    expect(bench.decided.every(({ how, rule: mark }) => how === 'summary' && mark?.id === 'later')).toBe(true);
  });

  it('waits in the store: told at its time after a restart, also without a network', async () => {
    const { bench, start } = await desk();
    await bench.put('a', { status: 'later' });
    await pass(bench);
    await bench.clock.advance(10 * MINUTE);
    await bench.restart();
    await bench.dispatcher.recover();
    await bench.clock.advance(10 * MINUTE);
    expect(told(bench, start)).toEqual(['digest 1+0 at 15']);
  });

  it('is told at once when its time was over before the start', async () => {
    const { bench, start } = await desk();
    await bench.put('a', { status: 'later' });
    await pass(bench);
    await bench.dispatcher.dispose();
    await bench.clock.advance(10 * 60 * MINUTE);
    bench.crash();
    await bench.dispatcher.recover();
    expect(told(bench, start)).toEqual(['digest 1+0 at 600']);
  });

  it('does not hold up what is told at once', async () => {
    const { bench, start } = await desk();
    await bench.put('a', { status: 'later' });
    await bench.put('b');
    await pass(bench);
    expect(told(bench, start)).toEqual(['item 2 at 0']);
  });

  it('is decided, and not told, when a pause begins while it waits', async () => {
    const { bench, start } = await desk();
    await bench.put('a', { status: 'later' });
    await pass(bench);
    bench.settings = notifySettings({ rules: [later], notificationsPausedUntil: -1 });
    await bench.clock.advance(20 * MINUTE);
    expect([told(bench, start), bench.decided.map(({ how }) => how)]).toEqual([[], ['paused']]);
  });

  it('is not put off for ever by a clock that was wrong', async () => {
    const { bench } = await desk();
    await bench.put('a', { status: 'later' });
    bench.clock.jumpWall(-365 * 24 * 60 * MINUTE);
    for (let minute = 0; minute < 16; minute++) {
      await pass(bench);
      await bench.clock.advance(MINUTE);
    }
    expect(bench.notifier.shown).toHaveLength(1);
  });
});

describe('when a clock rings while a reading is under way', () => {
  it('only its own events are told; the others wait for the end', async () => {
    const { bench } = await desk();
    await bench.change('a');
    await bench.store.commitPage(page('ticket', [ticket('b', { version: bench.clock.now() + 50 })], { now: bench.clock.now(), baseline: true, source: 'baseline' }));
    await bench.store.snooze({ entity: 'ticket', ids: ['b'], until: bench.clock.now() - 1, orChange: false });
    await bench.store.ring({ now: bench.clock.now(), waitingMinutes: [], since: bench.clock.now() });
    await bench.dispatcher.clockRang();
    expect(bench.decided.map(({ seq, rule: mark }) => [seq, mark?.id])).toEqual([[2, 'default:woke']]);
    await pass(bench);
    expect(bench.decided).toHaveLength(2);
  });

  it('what a change has woken waits with that change, and both are one toast', async () => {
    const { bench } = await desk();
    await bench.change('a');
    await pass(bench);
    await bench.store.snooze({ entity: 'ticket', ids: ['a'], until: bench.clock.now() + HOUR, orChange: true });
    await bench.change('a');
    await bench.dispatcher.clockRang();
    expect(bench.claims).toHaveLength(1);
    await pass(bench);
    expect(bench.claims.map(({ seqs }) => seqs)).toEqual([[1], [2, 3]]);
  });

  it('what waits for an assignee is heard of when its wait is decided, once', async () => {
    const { bench } = await desk();
    await bench.change('a', 'b');
    await pass(bench);
    bench.settings = notifySettings({ rules: [rule('wait', { action: 'badge', when: { events: ['waiting'], olderThanMinutes: 30 } })] });
    await bench.store.markRead('ticket', ['a', 'b'], true);
    await bench.store.ring({ now: bench.clock.now() + HOUR, waitingMinutes: [30], since: T0 - HOUR });
    await bench.dispatcher.clockRang();
    await bench.dispatcher.clockRang();
    expect([bench.counted, await bench.store.unread(NOBODY)]).toEqual([['a', 'b'], { ticket: 2, task: 0 }]);
  });
});
