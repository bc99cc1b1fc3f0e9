import { describe, expect, it } from 'vitest';
import type { TicketRecord } from '../../../contract/models/records.ts';
import { isOver } from '../../../core/notify/withdraw.ts';
import type { TheItemThen } from '../../../core/notify/withdraw.ts';
import type { Viewer } from '../../../core/store/store.ts';
import { ANA, NOBODY, notifySettings } from '../../support/notify-settings.ts';
import { pendingEvent } from '../../support/pending-event.ts';
import type { EventFields } from '../../support/pending-event.ts';
import { toastBench } from '../../support/toast-bench.ts';

const MINE: TheItemThen = { assignee: null, departmentId: 'd1', closed: false };

describe('what a toast says is over when its item', () => {
  it.each<[string, EventFields, boolean, (TheItemThen | null)?, Viewer?]>([
    ['is gone', { facts: { gone: true, departmentId: 'd1' } }, true],
    ['is gone, also of an earlier run', { facts: { gone: true } }, true, null],
    ['was closed', { row: { status: 'Resolvido' }, facts: { departmentId: 'd1' } }, true],
    ['was closed, whoever looks', { row: { status: 'Closed' } }, true, MINE, NOBODY],
    ['was taken by somebody else', { facts: { departmentId: 'd1', assignee: 'id:bea' } }, true],
    ['went from one to another', { facts: { departmentId: 'd1', assignee: 'id:bea' } }, true, { ...MINE, assignee: 'id:ana' }],
    ['left my departments', { facts: { departmentId: 'd9' } }, true],
    ['left all departments', {}, true],
  ])('%s', (_what, event, expected, then = MINE, viewer = ANA) => {
    expect(isOver(pendingEvent(1, event), then, viewer)).toBe(expected);
  });

  it.each<[string, EventFields, (TheItemThen | null)?, Viewer?]>([
    ['is as it was', { facts: { departmentId: 'd1' } }],
    ['was closed when it was told', { row: { status: 'Closed' }, facts: { departmentId: 'd1' } }, { ...MINE, closed: true }],
    ['was somebody else’s when it was told', { facts: { departmentId: 'd1', assignee: 'id:bea' } }, { ...MINE, assignee: 'id:bea' }],
    ['was taken by me', { facts: { departmentId: 'd1', assignee: 'id:ana' } }],
    ['is mine in another department', { facts: { departmentId: 'd9', assignee: 'id:ana' } }],
    ['moved to another of my departments', { facts: { departmentId: 'd2' } }],
    ['left my departments, but I follow it', { row: { followed: true }, facts: { departmentId: 'd9' } }],
    ['was never in my departments', { facts: { departmentId: 'd9' } }, { ...MINE, departmentId: 'd8' }],
    ['was taken, and it is not known by whom', { facts: { departmentId: 'd1', assignee: 'id:bea' } }, MINE, NOBODY],
    ['was taken, as far as an earlier run knows', { facts: { departmentId: 'd1', assignee: 'id:bea' } }, null],
  ])('but not when it %s', (_what, event, then = MINE, viewer = ANA) => {
    expect(isOver(pendingEvent(1, event), then, viewer)).toBe(false);
  });
});

describe('a toast', () => {
  async function told(fields: Partial<TicketRecord> = { departmentId: 'd1' }) {
    const bench = await toastBench();
    bench.settings = notifySettings({ viewer: ANA });
    await bench.put('a', fields);
    await bench.dispatcher.passComplete({ awayMs: 0 });
    expect(bench.notifier.shown).toHaveLength(1);
    return bench;
  }

  it('is taken back after a pass that found its item taken, once', async () => {
    const bench = await told();
    await bench.put('a', { departmentId: 'd1', assigneeId: 'bea', assigneeName: 'Bea' });
    await bench.dispatcher.passComplete({ awayMs: 0 });
    await bench.dispatcher.passComplete({ awayMs: 0 });
    expect(bench.notifier.withdrawn).toEqual(['toast-1']);
    expect(await bench.store.standingToasts(0)).toEqual([]);
  });

  it('is taken back when rows changed by any way, once for many changes', async () => {
    const bench = await told();
    await bench.put('a', { departmentId: 'd9' });
    await Promise.all([bench.dispatcher.itemsChanged(), bench.dispatcher.itemsChanged()]);
    expect(bench.notifier.withdrawn).toEqual(['toast-1']);
  });

  it('stays while its item is as it was, and after a click', async () => {
    const bench = await told();
    await bench.put('a', { departmentId: 'd1', priority: 'high' });
    await bench.dispatcher.itemsChanged();
    bench.notifier.click('toast-1');
    await bench.clock.advance(1);
    await bench.put('a', { departmentId: 'd1', status: 'closed' });
    await bench.dispatcher.itemsChanged();
    expect(bench.notifier.withdrawn).toEqual([]);
  });

  it('is taken back when nobody is signed in any more, one of an earlier run too', async () => {
    const bench = await told();
    for (let i = 0; i < 8; i++) await bench.put(`t${i}`, { departmentId: 'd1' });
    await bench.dispatcher.passComplete({ awayMs: 0, returned: true });
    await bench.restart();
    await bench.put('b', { departmentId: 'd1' });
    await bench.dispatcher.passComplete({ awayMs: 0 });
    bench.signedIn = false;
    await bench.dispatcher.signedOut();
    expect([[...bench.notifier.withdrawn].sort(), await bench.store.standingToasts(0)]).toEqual([['toast-1', 'toast-3'], []]);
  });

  it('is the last when the person signs out in the middle of a round; the rest is told to whoever signs in again', async () => {
    const bench = await toastBench();
    for (const id of ['a', 'b', 'c']) await bench.put(id);
    bench.notifier.answer = async () => {
      bench.signedIn = false;
      return { shown: true, via: 'electron', detail: null };
    };
    await bench.dispatcher.passComplete({ awayMs: 0 });
    await bench.dispatcher.signedOut();
    expect([bench.notifier.shown.length, bench.notifier.withdrawn, (await bench.store.pendingEvents(9)).map(({ id }) => id)]).toEqual([1, ['toast-1'], ['b', 'c']]);
  });

  it('of several items is taken back too when nobody is signed in any more', async () => {
    const bench = await toastBench();
    for (const id of ['a', 'b']) await bench.put(id);
    await bench.dispatcher.passComplete({ awayMs: 0, returned: true });
    await bench.dispatcher.signedOut();
    expect([bench.notifier.shown.length, bench.notifier.withdrawn]).toEqual([1, ['toast-1']]);
  });

  it('of yesterday is left alone', async () => {
    const bench = await told();
    await bench.clock.advance(25 * 60 * 60_000);
    await bench.put('a', { departmentId: 'd1', status: 'closed' });
    await bench.dispatcher.itemsChanged();
    expect(bench.notifier.withdrawn).toEqual([]);
  });
});
