import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../core/engine-error.ts';
import type { PendingEvent } from '../../../core/store/store.ts';
import { notifySettings } from '../../support/notify-settings.ts';
import { page, ticket } from '../../support/records.ts';
import { toastBench } from '../../support/toast-bench.ts';
import type { ToastBench } from '../../support/toast-bench.ts';

const MINUTE = 60_000;
const live = { awayMs: 0 };
const many = (count: number) => Array.from({ length: count }, (_, index) => `t${index}`);
const shown = (bench: ToastBench) => bench.notifier.shown.map(({ title, body }) => `${title} ${body}`);

it('claims, shows and settles each item once', async () => {
  const bench = await toastBench();
  await bench.change('a', 'b');
  await bench.dispatcher.passComplete(live);
  await bench.dispatcher.passComplete(live);
  expect(shown(bench)).toEqual(['item 1', 'item 2']);
  expect(bench.delivered).toEqual([
    { toastId: 'toast-1', seqs: [1], at: bench.clock.now(), answer: { shown: true, via: 'electron', detail: null } },
    { toastId: 'toast-2', seqs: [2], at: bench.clock.now(), answer: { shown: true, via: 'electron', detail: null } },
  ]);
  expect(await bench.store.unsettledToasts()).toEqual([]);
});

it('has the claim on disk before the toast is on screen', async () => {
  const bench = await toastBench();
  const unsettledAtShow: number[] = [];
  bench.notifier.answer = async () => {
    unsettledAtShow.push((await bench.store.unsettledToasts()).length);
    return { shown: true, via: 'electron', detail: null };
  };
  await bench.change('a');
  await bench.dispatcher.passComplete(live);
  expect(unsettledAtShow).toEqual([1]);
});

it('says nothing of deletions, and decides them all the same', async () => {
  const bench = await toastBench();
  await bench.change('a');
  await bench.dispatcher.passComplete(live);
  await bench.store.commitPage(page('ticket', [ticket('a', { version: bench.clock.now() + 10, deletedAt: bench.clock.now() })]));
  await bench.dispatcher.passComplete(live);
  expect(bench.notifier.shown).toHaveLength(1);
  expect(bench.decided).toEqual([{ seq: 1, how: 'item', rule: { id: 'default:noIdentity', name: null } }, { seq: 2, how: 'quiet', rule: { id: 'default:gone', name: null } }]);
  expect(await bench.store.pendingEvents(10)).toEqual([]);
});

it('is never in two rounds at once', async () => {
  const bench = await toastBench();
  let showing = 0;
  let most = 0;
  bench.notifier.answer = async () => {
    most = Math.max(most, ++showing);
    await new Promise((resolve) => setImmediate(resolve));
    showing -= 1;
    return { shown: true, via: 'electron', detail: null };
  };
  await bench.change('a', 'b', 'c');
  await Promise.all([bench.dispatcher.passComplete(live), bench.dispatcher.passComplete(live), bench.dispatcher.passComplete(live)]);
  expect(most).toBe(1);
  expect(bench.notifier.shown).toHaveLength(3);
});

it('pauses: nothing is shown, everything is decided, nothing is told later', async () => {
  const bench = await toastBench();
  bench.settings = notifySettings({ notificationsPausedUntil: -1 });
  await bench.change('a', 'b');
  await bench.dispatcher.passComplete(live);
  bench.settings = notifySettings();
  await bench.dispatcher.passComplete(live);
  expect(bench.notifier.shown).toEqual([]);
  expect(bench.decided.map(({ how }) => how)).toEqual(['paused', 'paused']);
});

describe('a flood', () => {
  it('of 1,000 events: five toasts, and one summary that counts the rest exactly', async () => {
    const bench = await toastBench();
    await bench.change(...many(1000));
    await bench.dispatcher.passComplete(live);
    expect(bench.notifier.shown).toHaveLength(5);
    await bench.clock.advance(3000);
    expect(shown(bench).slice(5)).toEqual(['flood 995+0']);
    await bench.clock.advance(10 * MINUTE);
    expect(bench.notifier.shown).toHaveLength(6);
    expect(await bench.store.pendingEvents(10)).toEqual([]);
  });

  it('that goes on: one summary a minute for all that came since', async () => {
    const bench = await toastBench();
    for (let second = 0; second < 180; second++) {
      await bench.change(`t${second}`);
      await bench.dispatcher.passComplete(live);
      await bench.clock.advance(1000);
    }
    const summaries = bench.notifier.shown.filter(({ title }) => title === 'flood').map(({ at }) => at);
    expect(summaries.length).toBeLessThanOrEqual(3);
    for (const [index, at] of summaries.slice(1).entries()) expect(at - (summaries[index] ?? 0)).toBeGreaterThanOrEqual(MINUTE);
    expect(bench.decided.length + (await bench.store.pendingEvents(1000)).length).toBe(180);
  });

  it('over which a pause begins is not told', async () => {
    const bench = await toastBench();
    await bench.change(...many(20));
    await bench.dispatcher.passComplete(live);
    bench.settings = notifySettings({ notificationsPausedUntil: -1 });
    await bench.clock.advance(5 * MINUTE);
    expect(bench.notifier.shown).toHaveLength(5);
    expect(await bench.store.pendingEvents(10)).toEqual([]);
  });
});

it('tells an absence in one count', async () => {
  const bench = await toastBench();
  await bench.change(...many(23));
  await bench.dispatcher.passComplete({ awayMs: 8 * 60 * MINUTE });
  expect(shown(bench)).toEqual(['away 23+0']);
});

it('tells what a start, a wake or the end of a block found in one count, and the next pass item by item', async () => {
  const bench = await toastBench();
  await bench.change('a', 'b');
  await bench.dispatcher.passComplete({ awayMs: 0, returned: true });
  await bench.change('c', 'd');
  await bench.dispatcher.passComplete({ awayMs: 0 });
  expect(shown(bench)).toEqual(['away 2+0', expect.stringMatching(/^item/), expect.stringMatching(/^item/)]);
});

describe('after a crash between claim and answer', () => {
  async function crashed(bench: ToastBench, ids: string[], awayMs = 0): Promise<void> {
    bench.notifier.answer = () => new Promise(() => undefined);
    await bench.change(...ids);
    void bench.dispatcher.passComplete({ awayMs });
    await bench.clock.advance(10);
    bench.crash();
    bench.notifier.answer = () => ({ shown: true, via: 'electron', detail: null });
  }

  it('a young toast is shown once more under the same id, in the same words', async () => {
    const bench = await toastBench();
    await crashed(bench, ['a']);
    await bench.clock.advance(MINUTE);
    await bench.dispatcher.recover();
    await bench.restart();
    await bench.dispatcher.recover();
    expect(bench.notifier.shown.map(({ id, body }) => `${id} ${body}`)).toEqual(['toast-1 1', 'toast-1 1']);
  });

  it('a toast shown once more counts as one of the five', async () => {
    const bench = await toastBench();
    await crashed(bench, ['a']);
    await bench.clock.advance(5 * MINUTE);
    await bench.dispatcher.recover();
    await bench.change(...many(5));
    await bench.dispatcher.passComplete(live);
    expect(shown(bench).slice(1)).toEqual(['item 1', 'item 2', 'item 3', 'item 4', 'item 5']);
  });

  it('a young summary is, too', async () => {
    const bench = await toastBench();
    await crashed(bench, ['a', 'b', 'c'], 60 * MINUTE);
    await bench.dispatcher.recover();
    expect(shown(bench)).toEqual(['away 3+0', 'away 3+0']);
  });

  it('old ones are settled as not shown and told in one count; a click on it opens the queue', async () => {
    const bench = await toastBench();
    await crashed(bench, ['a']);
    await crashed(bench, ['b']);
    await bench.clock.advance(11 * MINUTE);
    await bench.dispatcher.recover();
    expect(shown(bench).slice(2)).toEqual(['away 2+0']);
    expect(bench.delivered.map(({ toastId, answer }) => [toastId, answer.shown])).toEqual([['toast-1', false], ['toast-2', true]]);
    expect(await bench.store.unsettledToasts()).toEqual([]);
    bench.notifier.click('toast-2');
    await bench.clock.advance(1);
    expect(bench.opened).toEqual([{ kind: 'summary', entity: 'ticket', scope: 'all' }]);
  });

  it('a pause holds for these, too', async () => {
    const bench = await toastBench();
    await crashed(bench, ['a']);
    bench.settings = notifySettings({ notificationsPausedUntil: -1 });
    await bench.dispatcher.recover();
    expect(bench.notifier.shown).toHaveLength(1);
    expect(await bench.store.unsettledToasts()).toEqual([]);
  });
});

describe('a click', () => {
  it('opens the item, also in the next run', async () => {
    const bench = await toastBench();
    await bench.change('a');
    await bench.dispatcher.passComplete(live);
    await bench.restart();
    bench.notifier.click('toast-1');
    await bench.clock.advance(1);
    expect(bench.opened).toEqual([{ kind: 'item', entity: 'ticket', id: 'a' }]);
  });

  it('on something unknown opens the queue', async () => {
    const bench = await toastBench();
    bench.notifier.click('toast-of-another-life');
    await bench.clock.advance(1);
    expect(bench.opened).toEqual([{ kind: 'summary', entity: 'ticket', scope: 'all' }]);
  });
});

describe('a system that does not play along', () => {
  it('that refuses is written down; nothing is shown twice', async () => {
    const bench = await toastBench();
    bench.notifier.answer = () => ({ shown: false, via: 'none', detail: 'no notification service' });
    await bench.change('a');
    await bench.dispatcher.passComplete(live);
    await bench.dispatcher.passComplete(live);
    expect(bench.delivered.map(({ answer }) => answer.shown)).toEqual([false]);
    expect(bench.notifier.shown).toHaveLength(1);
  });

  it('that hangs does not hold up the rest', async () => {
    const bench = await toastBench();
    bench.notifier.answer = ({ id }) => (id === 'toast-1' ? new Promise(() => undefined) : { shown: true, via: 'electron', detail: null });
    await bench.change('a', 'b');
    void bench.dispatcher.passComplete(live);
    await bench.clock.advance(16_000);
    expect(bench.delivered.map(({ answer }) => answer.detail)).toEqual(['no answer', null]);
  });

  it('does not keep the app from ending', async () => {
    const bench = await toastBench();
    bench.notifier.answer = () => new Promise(() => undefined);
    await bench.change('a', 'b');
    void bench.dispatcher.passComplete(live);
    await bench.clock.advance(10);
    const ending = bench.dispatcher.dispose();
    await bench.clock.advance(2000);
    await ending;
    expect(bench.notifier.shown).toHaveLength(1);
    bench.crash();
  });
});

it('survives a store that fails, and tells later what waited', async () => {
  const bench = await toastBench();
  await bench.change('a');
  const store = bench.store as { pendingEvents: (limit: number) => Promise<PendingEvent[]> };
  const { pendingEvents } = store;
  store.pendingEvents = () => Promise.reject(new EngineError('storageUnavailable'));
  await bench.dispatcher.passComplete(live);
  expect(bench.notifier.shown).toEqual([]);
  store.pendingEvents = pendingEvents;
  await bench.dispatcher.passComplete(live);
  expect(bench.notifier.shown).toHaveLength(1);
});
