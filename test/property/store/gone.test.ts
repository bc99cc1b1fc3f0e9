import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { Gone } from '../../../core/store/store.ts';
import type { StoreCalls } from '../../../core/store/sync-calls.ts';
import { T0, page, ticket, wish } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

const IDS = ['a', 'b', 'c', 'd'];
const id = fc.constantFrom(...IDS);
const version = fc.nat(5).map((n) => T0 + n);
const how = fc.constantFrom<Gone>('notFound', 'forbidden', 'unlisted');

/** One thing the server said, or the reconciler did. */
type Fact =
  | { readonly do: 'row'; readonly id: string; readonly version: number; readonly dead: boolean; readonly walking: boolean }
  | { readonly do: 'gone'; readonly id: string; readonly how: Gone }
  | { readonly do: 'walk' };

const fact: fc.Arbitrary<Fact> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('row' as const), id, version, dead: fc.constantFrom(false, false, false, true), walking: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('gone' as const), id, how }) },
  { weight: 1, arbitrary: fc.constant({ do: 'walk' as const }) },
);

interface Kept {
  version: number;
  dead: boolean;
  gone: Gone | null;
  walk: number;
}

/** Whether an arriving state takes the kept one's place, in plain words. */
function wins(kept: Kept | undefined, one: { version: number; dead: boolean }): boolean {
  if (kept === undefined || one.version > kept.version) return true;
  return one.version === kept.version && (kept.gone !== null || one.dead);
}

/** The rules without a database. */
function told(known: Map<string, Kept>, one: Fact, walk: number): void {
  if (one.do === 'walk') return;
  const kept = known.get(one.id);
  if (one.do === 'gone') {
    if (kept && !kept.dead) kept.gone = one.how;
    return;
  }
  const fresh = { version: one.version, dead: one.dead, gone: null, walk: kept?.walk ?? 0 };
  const taken = wins(kept, one);
  const next = taken || kept === undefined ? fresh : kept;
  const wasShown = kept !== undefined && !kept.dead && kept.gone === null;
  const marked = one.walking || (taken && !one.dead && !wasShown);
  known.set(one.id, { ...next, walk: marked ? walk : next.walk });
}

function commit(store: StoreCalls, one: Fact, walk: number): void {
  if (one.do === 'walk') store.commitPage(page('ticket', [], { reconcile: { walk, under: null, lastAt: null } }));
  else if (one.do === 'gone') store.commitPage(page('ticket', [], { gone: [{ id: one.id, how: one.how }] }));
  else store.commitPage(page('ticket', [ticket(one.id, { version: one.version, deletedAt: one.dead ? T0 : null })], one.walking && walk > 0 ? { walk } : {}));
}

const ids = (rows: readonly { id: string }[]): string[] => rows.map((row) => row.id).sort();

describe.each(DRIVERS)('rows gone without a tombstone on %s', (driver) => {
  it('are hidden and unmet exactly as the rules say, after any history', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(fc.array(fact, { minLength: 3, maxLength: 30, size: 'max' }), (facts) => {
      store.wipe();
      const known = new Map<string, Kept>();
      let walk = 0;
      for (const one of facts) {
        if (one.do === 'walk') walk += 1;
        told(known, one, walk);
        commit(store, one, walk);
      }
      const shown = [...known].filter(([, kept]) => !kept.dead && kept.gone === null);
      const expected = shown.map(([key]) => key).sort();
      expect(ids(store.queuePage({ ...wish('ticket'), offset: 0, limit: 9 }).rows)).toEqual(expected);
      expect(ids(store.lookup('subject', 9))).toEqual(expected);
      expect(store.counts().ticket).toBe(expected.length);
      for (const [key, kept] of known) expect(store.itemDetail('ticket', key)?.gone).toBe(kept.dead ? 'deleted' : kept.gone);
      if (walk > 0) expect(store.unseen('ticket', walk, 9).sort()).toEqual(shown.filter(([, kept]) => kept.walk !== walk).map(([key]) => key).sort());
    }), { numRuns: 400 });
    db.close();
  });

  it('stay gone whatever order older pages come in, and are one event', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    const states = fc.uniqueArray(fc.record({ id, version }), { selector: (one) => `${one.id} ${one.version}`, minLength: 2, maxLength: 16, size: 'max' });
    const world = states.chain((all) => fc.record({ all: fc.constant(all), order: fc.shuffledSubarray(all, { minLength: all.length }), lost: fc.subarray(IDS), size: fc.integer({ min: 1, max: 4 }) }));
    fc.assert(fc.property(world, ({ all, order, lost, size }) => {
      store.wipe();
      const newest = (key: string): number => Math.max(...all.filter((one) => one.id === key).map((one) => one.version));
      const met = IDS.filter((key) => all.some((one) => one.id === key));
      // An id is reported gone right after the page that brought its newest state; everything after that is a late page.
      for (let at = 0; at < order.length; at += size) {
        const rows = order.slice(at, at + size);
        store.commitPage(page('ticket', rows.map((one) => ticket(one.id, { version: one.version }))));
        const now = lost.filter((key) => rows.some((one) => one.id === key && one.version === newest(key)));
        store.commitPage(page('ticket', [], { gone: now.map((key) => ({ id: key, how: 'notFound' as const })) }));
      }
      expect(ids(store.queuePage({ ...wish('ticket'), offset: 0, limit: 9 }).rows)).toEqual(met.filter((key) => !lost.includes(key)));
      for (const key of met) expect(store.record('ticket', key)?.version).toBe(newest(key));
      const deleted = store.pendingEvents(200).filter((event) => event.kind === 'deleted');
      expect(ids(deleted)).toEqual(met.filter((key) => lost.includes(key)));
    }), { numRuns: 200 });
    db.close();
  });
});
