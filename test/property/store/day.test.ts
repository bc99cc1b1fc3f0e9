import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gone, Verdict } from '../../../core/store/store.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { StoreCalls } from '../../../core/store/sync-calls.ts';
import { T0, page, ticket, verdict, wish } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);
const MINUTE = 60_000;

/** One thing that happens in a day. Times are minutes; every step lets one pass. */
type Step =
  | { readonly do: 'row'; readonly id: string; readonly who: string | null; readonly status: string; readonly dead: boolean; readonly history: boolean }
  | { readonly do: 'gone'; readonly id: string; readonly how: Gone }
  | { readonly do: 'snooze'; readonly id: string; readonly minutes: number | null; readonly orChange: boolean }
  | { readonly do: 'read'; readonly id: string; readonly read: boolean }
  | { readonly do: 'decide'; readonly decision: Verdict['decision']; readonly skip: number }
  | { readonly do: 'ring' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('row' as const), id, who: fc.constantFrom(null, 'Ana', 'Bia'), status: fc.constantFrom('open', 'closed'), dead: fc.constantFrom(false, false, false, false, true), history: fc.constantFrom(false, false, false, true) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('gone' as const), id, how: fc.constantFrom<Gone>('notFound', 'unlisted') }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('snooze' as const), id, minutes: fc.constantFrom(null, 2, 5, 50), orChange: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), id, read: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('decide' as const), decision: fc.constantFrom<Verdict['decision']>('ignored', 'badge'), skip: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ do: 'ring' as const }) },
);

/** What must be true of one item, kept in plain words. */
interface Kept {
  who: string | null;
  status: string;
  live: boolean;
  takenAt: number | null;
  until: number | null;
  orChange: boolean;
  unread: boolean;
  woke: 'time' | 'change' | null;
  /** Why it is unread: numbers of its events, or null when a person said so. */
  because: Set<number> | null;
}

const LEFT = { live: false, until: null, orChange: false, woke: null };

function becomesUnread(kept: Kept, seq: number): void {
  if (!kept.unread) Object.assign(kept, { unread: true, woke: null, because: new Set() });
  kept.because?.add(seq);
}

interface Day {
  readonly store: StoreCalls;
  readonly known: Map<string, Kept>;
  readonly ledger: Ledger;
}

/** Each step, in the copy and in plain words. */
const LIVE: { readonly [Do in Step['do']]: (day: Day, one: Step & { readonly do: Do }, now: number) => void } = {
  row({ store, known, ledger }, one, now) {
    store.commitPage(page('ticket', [ticket(one.id, { version: now, status: one.status, assigneeName: one.who, deletedAt: one.dead ? now : null })], { now, baseline: one.history }));
    rowCame(known, ledger, one, now);
  },
  gone({ store, known, ledger }, one, now) {
    const kept = known.get(one.id);
    store.commitPage(page('ticket', [], { gone: [{ id: one.id, how: one.how }], now }));
    if (!kept?.live) return;
    ledger.add(one.id, 'deleted');
    Object.assign(kept, LEFT);
  },
  snooze({ store, known }, one, now) {
    const kept = known.get(one.id);
    const until = one.minutes === null ? null : now + one.minutes * MINUTE;
    store.snooze({ entity: 'ticket', ids: [one.id], until, orChange: one.orChange });
    if (kept?.live) Object.assign(kept, { until, orChange: until !== null && one.orChange, woke: null });
  },
  read({ store, known }, one) {
    const kept = known.get(one.id);
    store.markRead('ticket', [one.id], one.read);
    if (kept) Object.assign(kept, { unread: !one.read, woke: kept.unread && !one.read ? kept.woke : null, because: null });
  },
  decide: ({ store, known, ledger }, one) => ledger.decide(store, known, one),
  ring({ store, known, ledger }, _one, now) {
    const due = [...known].filter(([, { until }]) => until !== null && until <= now).sort(([, a], [, b]) => (a.until ?? 0) - (b.until ?? 0));
    const { woken, nextAt } = store.ring({ now, waitingMinutes: [], since: 0 });
    expect(woken.map((one) => one.id).sort()).toEqual(due.map(([key]) => key).sort());
    // Which of two with the same time comes first is the copy's choice.
    for (const { id: key } of woken) wakes(known.get(key) as Kept, ledger.add(key, 'woke'), 'time');
    const times = [...known.values()].flatMap(({ until }) => until ?? []);
    expect(nextAt).toBe(times.length === 0 ? null : Math.min(...times));
  },
};

function wakes(kept: Kept, seq: number, why: 'time' | 'change'): void {
  becomesUnread(kept, seq);
  Object.assign(kept, { until: null, orChange: false, woke: why });
}

function rowCame(known: Map<string, Kept>, ledger: Ledger, one: Step & { do: 'row' }, now: number): void {
  const before = known.get(one.id);
  const kept = before ?? { who: null, status: '', live: false, takenAt: null, until: null, orChange: false, unread: false, woke: null, because: null };
  const news = newsOf(before, one);
  const isOther = before?.who !== one.who || before.status !== one.status;
  kept.takenAt = takenAt(before, one, now);
  Object.assign(kept, { who: one.who, status: one.status, live: !one.dead });
  known.set(one.id, kept);
  const { orChange } = kept;
  if (one.dead) Object.assign(kept, LEFT);
  // History tells nothing but that a snooze has ended with it.
  if (one.history && orChange && !one.dead && isOther) wakes(kept, ledger.add(one.id, 'woke'), 'change');
  if (news === null) return;
  const seq = ledger.add(one.id, news);
  if (news === 'deleted') return;
  becomesUnread(kept, seq);
  if (orChange) wakes(kept, ledger.add(one.id, 'woke'), 'change');
}

function newsOf(before: Kept | undefined, one: Step & { do: 'row' }): 'new' | 'changed' | 'deleted' | null {
  const wasLive = before?.live ?? false;
  if (one.history || (one.dead && !wasLive)) return null;
  if (one.dead) return 'deleted';
  if (!wasLive) return 'new';
  return before?.who !== one.who || before.status !== one.status ? 'changed' : null;
}

function takenAt(before: Kept | undefined, one: Step & { do: 'row' }, now: number): number | null {
  if (before === undefined || one.who === null) return null;
  if (before.who === one.who) return before.takenAt;
  return one.history ? null : now;
}

/** Events in their order, and what was decided. */
class Ledger {
  readonly events: { seq: number; id: string; kind: string; decision: string | null }[] = [];
  readonly first: number;
  constructor(first: number) {
    this.first = first;
  }
  add(item: string, kind: string): number {
    const seq = this.first + this.events.length;
    this.events.push({ seq, id: item, kind, decision: null });
    return seq;
  }
  decide(store: StoreCalls, known: Map<string, Kept>, { decision, skip }: { decision: Verdict['decision']; skip: number }): void {
    const open = this.events.filter((event) => event.decision === null).slice(skip);
    store.decide(verdict(open.map((event) => event.seq), decision));
    for (const event of open) event.decision = decision;
    if (decision !== 'ignored') return;
    for (const item of new Set(open.map((event) => event.id))) {
      const kept = known.get(item);
      const ignored = (seq: number): boolean => this.events.find((event) => event.seq === seq)?.decision === 'ignored';
      if (kept?.unread && kept.because !== null && [...kept.because].every(ignored)) Object.assign(kept, { unread: false, woke: null, because: null });
    }
  }
}

describe.each(DRIVERS)('a day on %s', (driver) => {
  it('loses no row to a snooze, knows who took what, and reads only what was ignored alone', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), (steps) => {
      store.wipe();
      const first = (db.get<{ seq: number }>(`SELECT seq FROM sqlite_sequence WHERE name = 'event'`)?.seq ?? 0) + 1;
      const known = new Map<string, Kept>();
      const ledger = new Ledger(first);
      for (const [n, one] of steps.entries()) (LIVE[one.do] as (day: Day, one: Step, now: number) => void)({ store, known, ledger }, one, T0 + (n + 1) * MINUTE);

      const rowsOf = (only: 'snoozed' | null) => store.queuePage({ ...wish('ticket', { only }), offset: 0, limit: 9 }).rows;
      const shown = [...known].filter(([, kept]) => kept.live);
      expect(rowsOf(null).map((row) => row.id).sort()).toEqual(shown.filter(([, kept]) => kept.until === null).map(([key]) => key).sort());
      expect(rowsOf('snoozed').map((row) => row.id).sort()).toEqual(shown.filter(([, kept]) => kept.until !== null).map(([key]) => key).sort());
      for (const [key, kept] of known) {
        const { takenAt, until: snoozedUntil, unread, woke } = kept;
        expect(store.itemDetail('ticket', key)?.row, key).toMatchObject({ takenAt, snoozedUntil, unread, woke: unread ? woke : null });
      }
      expect(db.all('SELECT seq, id, kind, decision FROM event ORDER BY seq')).toEqual(ledger.events);
    }), { numRuns: 300 });
    db.close();
  });
});
