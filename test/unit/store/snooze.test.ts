import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OpenedStore } from '../../../core/store/open-store.ts';
import type { QueueFilter } from '../../../contract/models/filter.ts';
import { NOBODY, T0, baseline, page, ticket, verdict, wish } from '../../support/records.ts';
import { DRIVERS, tempStore } from '../../support/temp-store.ts';

const MINUTE = 60_000;
const NO_RULES = { waitingMinutes: [], since: 0 };

describe.each(DRIVERS)('what a person does with items on %s', (driver) => {
  let opened: OpenedStore;
  beforeEach(async () => {
    opened = await tempStore({ driver });
    await baseline(opened.store, 'ticket', [ticket('a'), ticket('b', { version: T0 - 1 })]);
  });
  afterEach(() => opened.store.close());
  const rows = async (filter: Partial<QueueFilter> = {}) => (await opened.store.queuePage({ ...wish('ticket', filter), offset: 0, limit: 50 })).rows;
  const ids = async (filter: Partial<QueueFilter> = {}) => (await rows(filter)).map((row) => row.id);
  const kinds = async () => (await opened.store.pendingEvents(50)).map((event) => `${event.kind} ${event.id} ${event.source}`);
  const snooze = (id: string, until: number | null, orChange = false) => opened.store.snooze({ entity: 'ticket', ids: [id], until, orChange });
  const row = async (id: string) => (await opened.store.itemDetail('ticket', id))?.row;

  describe('a snooze', () => {
    it('hides an item until its time, then brings it back unread with a word why', async () => {
      const { store } = opened;
      await snooze('a', T0 + MINUTE);
      expect([await ids(), await ids({ only: 'snoozed' }), await row('a')]).toMatchObject([['b'], ['a'], { snoozedUntil: T0 + MINUTE, unread: false }]);
      expect(await store.ring({ now: T0 + MINUTE - 1, ...NO_RULES })).toEqual({ woken: [], nextAt: T0 + MINUTE });
      expect(await kinds()).toEqual([]);
      expect(await store.ring({ now: T0 + MINUTE, ...NO_RULES })).toEqual({ woken: [{ entity: 'ticket', id: 'a' }], nextAt: null });
      expect([await ids(), await kinds(), await row('a')]).toMatchObject([['a', 'b'], ['woke a clock'], { snoozedUntil: null, unread: true, woke: 'time' }]);
      await store.markRead('ticket', ['a'], true);
      expect(await row('a')).toMatchObject({ unread: false, woke: null });
      await store.markRead('ticket', ['a'], false);
      expect(await row('a')).toMatchObject({ unread: true, woke: null });
    });

    it('can be ended, without a word', async () => {
      await snooze('a', T0 + MINUTE);
      await snooze('a', null);
      expect([await ids(), await opened.store.ring({ now: T0 + 9 * MINUTE, ...NO_RULES }), await kinds()]).toEqual([['a', 'b'], { woken: [], nextAt: null }, []]);
    });

    it('ends with the first change where that was wanted, in the same transaction', async () => {
      const { store } = opened;
      await snooze('a', T0 + MINUTE, true);
      await snooze('b', T0 + MINUTE);
      await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, status: 'closed' }), ticket('b', { version: T0 + 2, status: 'closed' })]));
      expect([await ids(), await kinds()]).toEqual([['a'], ['changed a poll', 'woke a poll', 'changed b poll']]);
      expect(await row('a')).toMatchObject({ unread: true, woke: 'change', snoozedUntil: null });
      expect(await row('b')).toMatchObject({ snoozedUntil: T0 + MINUTE });
      expect((await store.unread(NOBODY)).ticket).toBe(1);
    });

    it('does not end with an update that changes nothing', async () => {
      await snooze('a', T0 + MINUTE, true);
      await opened.store.commitPage(page('ticket', [ticket('a', { version: T0 + 1 })]));
      await baseline(opened.store, 'ticket', [ticket('a', { version: T0 + 2 })]);
      expect([await ids(), await kinds()]).toEqual([['b'], []]);
    });

    it('ends with a change that arrives as history, and stays where another profile only has other words', async () => {
      await snooze('a', T0 + MINUTE, true);
      await snooze('b', T0 + MINUTE, true);
      await baseline(opened.store, 'ticket', [ticket('a', { version: T0 + 2, status: 'closed' }), ticket('b', { version: T0 - 1, status: 'fechado' })]);
      expect([await ids(), await kinds(), await row('a')]).toMatchObject([['a'], ['woke a clock'], { unread: true, woke: 'change', snoozedUntil: null }]);
    });

    it('ends without a word when the item leaves the queues', async () => {
      const { store } = opened;
      await snooze('a', T0 + MINUTE, true);
      await snooze('b', T0 + MINUTE, true);
      await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, deletedAt: T0 })], { gone: [{ id: 'b', how: 'notFound' }] }));
      expect(await store.ring({ now: T0 + MINUTE, ...NO_RULES })).toEqual({ woken: [], nextAt: null });
      expect(await kinds()).toEqual(['deleted b poll', 'deleted a poll']);
      await store.commitPage(page('ticket', [ticket('b', { version: T0 + 5 })]));
      expect(await row('b')).toMatchObject({ snoozedUntil: null, woke: null });
    });

    it('is refused by what is in no queue', async () => {
      await opened.store.commitPage(page('ticket', [], { gone: [{ id: 'a', how: 'notFound' }] }));
      await snooze('a', T0 + MINUTE);
      await snooze('unknown', T0 + MINUTE);
      expect(await opened.store.ring({ now: T0 + MINUTE, ...NO_RULES })).toEqual({ woken: [], nextAt: null });
    });
  });

  describe('waiting for an assignee', () => {
    const waiting = async () => (await kinds()).filter((kind) => kind.startsWith('waiting'));

    it('is told once for each age, and says when the next is due', async () => {
      const { store } = opened;
      const ring = (minutes: number, waitingMinutes = [30, 60]) => store.ring({ now: T0 + minutes * MINUTE, waitingMinutes, since: T0 });
      expect(await ring(10)).toEqual({ woken: [], nextAt: T0 + 30 * MINUTE });
      expect((await ring(30)).nextAt).toBe(T0 + 60 * MINUTE);
      expect(await waiting()).toEqual(['waiting a clock', 'waiting b clock']);
      await ring(31);
      expect(await waiting()).toHaveLength(2);
      await store.commitPage(page('ticket', [ticket('b', { version: T0 + 1, assigneeName: 'Ana' })]));
      expect(await ring(60)).toEqual({ woken: [], nextAt: null });
      expect((await waiting()).slice(2)).toEqual(['waiting a clock']);
      expect(await row('a')).toMatchObject({ unread: false });
    });

    it('is told with the longest age alone when several have passed', async () => {
      await opened.store.ring({ now: T0 + 90 * MINUTE, waitingMinutes: [30, 60], since: T0 });
      expect(await waiting()).toHaveLength(2);
    });

    it('leaves out what was older when the rule came, what is gone and what has no time', async () => {
      const { store } = opened;
      await baseline(store, 'ticket', [ticket('old', { createdAt: T0 - 31 * MINUTE }), ticket('young', { createdAt: T0 - 29 * MINUTE }), ticket('dead', { deletedAt: T0 }), ticket('timeless', { createdAt: null })]);
      await store.ring({ now: T0 + 5 * MINUTE, waitingMinutes: [30], since: T0 });
      expect(await waiting()).toEqual(['waiting young clock']);
    });
  });

  describe('what waits for an assignee', () => {
    const wait = () => opened.store.ring({ now: T0 + 90 * MINUTE, waitingMinutes: [30], since: T0 });
    const seqs = async () => (await opened.store.pendingEvents(9)).map(({ seq }) => seq);
    const unread = async () => [(await row('a'))?.unread, (await opened.store.unread(NOBODY)).ticket];

    it.each([['badge', true], ['paused', true], ['quietHours', true], ['quiet', false], ['ignored', false]] as const)('is unread by its decision: %s, %s', async (decision, expected) => {
      await wait();
      expect(await unread()).toEqual([false, 0]);
      await opened.store.decide(verdict(await seqs(), decision));
      expect(await unread()).toEqual([expected, expected ? 2 : 0]);
    });

    it('is unread when it is told, and stays so when a change of it is ignored', async () => {
      await wait();
      await opened.store.claimToast({ id: 't', kind: 'summary', claimedAt: T0, seqs: await seqs() }, { rules: new Map(), summary: 'flood' });
      expect(await unread()).toEqual([true, 2]);
      await opened.store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, status: 'closed' })]));
      await opened.store.decide(verdict(await seqs(), 'ignored'));
      expect(await unread()).toEqual([true, 2]);
    });

    it('is not unread again by a decision that was made before', async () => {
      await wait();
      const decided = await seqs();
      await opened.store.decide(verdict(decided, 'badge'));
      await opened.store.markRead('ticket', ['a', 'b'], true);
      await opened.store.decide(verdict(decided, 'badge'));
      expect(await unread()).toEqual([false, 0]);
    });
  });

  it('are followed, or no longer', async () => {
    await opened.store.follow('ticket', 'b', true);
    expect([await ids({ only: 'followed' }), (await row('b'))?.followed]).toEqual([['b'], true]);
    await opened.store.commitPage(page('ticket', [ticket('b', { version: T0 + 5, status: 'closed' })]));
    expect(await ids({ only: 'followed' })).toEqual(['b']);
    await opened.store.follow('ticket', 'b', false);
    expect(await ids({ only: 'followed' })).toEqual([]);
  });

  describe('who took an item', () => {
    const taken = async (id = 'a') => (await row(id))?.takenAt;
    const store = (fields: Parameters<typeof ticket>[1], options = {}) => opened.store.commitPage(page('ticket', [ticket('a', fields)], options));

    it('is seen when the assignee changes to somebody', async () => {
      await store({ version: T0 + 1, assigneeName: 'Ana' }, { now: T0 + 500 });
      expect(await taken()).toBe(T0 + 500);
      await store({ version: T0 + 2, assigneeId: 'u1', assigneeName: 'Ana', status: 'closed' }, { now: T0 + 600 });
      expect(await taken()).toBe(T0 + 500);
      await store({ version: T0 + 3, assigneeId: 'u2', assigneeName: 'Bia' }, { now: T0 + 700 });
      expect(await taken()).toBe(T0 + 700);
      await store({ version: T0 + 4 });
      expect(await taken()).toBeNull();
    });

    it('is not known of what was so from the start, nor of history', async () => {
      await opened.store.commitPage(page('ticket', [ticket('c', { assigneeName: 'Ana' })]));
      expect(await taken('c')).toBeNull();
      await store({ version: T0 + 1, assigneeName: 'Ana' }, { baseline: true });
      expect(await taken()).toBeNull();
    });
  });

  describe('marking a whole list as read', () => {
    it('is taken back as a whole, with why items had come back', async () => {
      const { store } = opened;
      await snooze('a', T0);
      await store.ring({ now: T0, ...NO_RULES });
      await store.markRead('ticket', ['b'], false);
      const marked = await store.markFilterRead(wish('ticket'));
      expect([marked.marked, await row('a')]).toMatchObject([2, { unread: false, woke: null }]);
      expect(await store.undoRead(marked.batch ?? 0)).toEqual({ restored: 2 });
      expect([await row('a'), await row('b')]).toMatchObject([{ unread: true, woke: 'time' }, { unread: true, woke: null }]);
      expect(await store.undoRead(marked.batch ?? 0)).toEqual({ restored: 0 });
    });

    it('marks what the filter shows, and nothing that is snoozed', async () => {
      const { store } = opened;
      await store.markRead('ticket', ['a', 'b'], false);
      await snooze('b', T0 + MINUTE);
      expect((await store.markFilterRead(wish('ticket', { only: 'followed' }))).marked).toBe(0);
      expect((await store.markFilterRead(wish('ticket'))).marked).toBe(1);
      expect(await row('b')).toMatchObject({ unread: true });
    });

    it('leaves what was touched since as it is', async () => {
      const { store } = opened;
      await baseline(store, 'ticket', [ticket('c'), ticket('d')]);
      await store.markRead('ticket', ['a', 'b', 'c', 'd'], false);
      const { batch } = await store.markFilterRead(wish('ticket'));
      await store.commitPage(page('ticket', [ticket('a', { version: T0 + 1, status: 'closed' })], { gone: [{ id: 'd', how: 'notFound' }] }));
      await store.markRead('ticket', ['a', 'b'], true);
      expect([await store.undoRead(batch ?? 0), await ids({ only: 'unread' })]).toEqual([{ restored: 1 }, ['c']]);
    });
  });

  describe('an ignored event', () => {
    const decide = async (...decisions: ('ignored' | 'badge')[]) => {
      const events = await opened.store.pendingEvents(50);
      await opened.store.decide(decisions.flatMap((decision, n) => verdict([events[n]?.seq ?? 0], decision)));
    };
    const change = (version: number, status: string) => opened.store.commitPage(page('ticket', [ticket('a', { version, status })]));

    it('leaves an item read that nothing else made unread', async () => {
      await change(T0 + 1, 'closed');
      expect((await row('a'))?.unread).toBe(true);
      await decide('ignored');
      expect((await row('a'))?.unread).toBe(false);
    });

    it.each([['badge', 'ignored'], ['ignored', 'badge']] as const)('does not take back what another event said: %s, %s', async (...decisions) => {
      await change(T0 + 1, 'closed');
      await change(T0 + 2, 'open');
      await decide(...decisions);
      expect((await row('a'))?.unread).toBe(true);
    });

    it('does not take back what waits for its decision, and does once that is ignored too', async () => {
      await change(T0 + 1, 'closed');
      await change(T0 + 2, 'open');
      await decide('ignored');
      expect((await row('a'))?.unread).toBe(true);
      await decide('ignored');
      expect((await row('a'))?.unread).toBe(false);
    });

    it('does not take back what a person marked, nor what was unread before', async () => {
      await opened.store.markRead('ticket', ['a'], false);
      await change(T0 + 1, 'closed');
      await decide('ignored');
      expect((await row('a'))?.unread).toBe(true);
    });

    it('looks at what came since the item was last read', async () => {
      await change(T0 + 1, 'closed');
      await decide('badge');
      await opened.store.markRead('ticket', ['a'], true);
      await change(T0 + 2, 'open');
      await decide('ignored');
      expect((await row('a'))?.unread).toBe(false);
    });
  });
});
