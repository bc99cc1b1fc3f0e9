import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { Verdict } from '../../../core/store/store.ts';
import { T0, UNEXPLAINED, page, ticket, verdict } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

type Step =
  | { readonly do: 'change'; readonly items: readonly number[] }
  | { readonly do: 'claim'; readonly kind: 'item' | 'summary'; readonly id: number; readonly seqs: readonly number[] }
  | { readonly do: 'decide'; readonly decision: Verdict['decision']; readonly seqs: readonly number[] }
  | { readonly do: 'settle'; readonly id: number };

const seqs = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12, size: 'max' });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('change' as const), items: fc.array(fc.nat(5), { maxLength: 4 }) }),
  fc.record({ do: fc.constant('claim' as const), kind: fc.constantFrom('item' as const, 'summary' as const), id: fc.nat(4), seqs }),
  fc.record({ do: fc.constant('decide' as const), decision: fc.constantFrom<Verdict['decision']>('ignored', 'badge', 'paused', 'quiet'), seqs }),
  fc.record({ do: fc.constant('settle' as const), id: fc.nat(4) }),
);

describe.each(DRIVERS)('decisions on %s', (driver) => {
  it('are made exactly once per event, whoever comes first', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(fc.array(step, { maxLength: 40, size: 'max' }), (steps) => {
      store.wipe();
      db.run(`DELETE FROM sqlite_sequence WHERE name = 'event'`);
      const decided = new Map<number, string>();
      const open = (): number[] => store.pendingEvents(1000).map((event) => event.seq);
      let version = T0;
      for (const one of steps) {
        const before = open();
        const expected = 'seqs' in one ? [...new Set(one.seqs)].filter((seq) => before.includes(seq)).sort((a, b) => a - b) : [];
        if (one.do === 'change') {
          version += 1;
          store.commitPage(page('ticket', [...new Set(one.items)].map((item) => ticket(`k${item}`, { version, status: `s${version}` }))));
        } else if (one.do === 'claim') {
          const claim = store.claimToast({ id: `t${one.id}`, kind: one.kind, claimedAt: version, seqs: one.seqs }, UNEXPLAINED);
          expect(claim?.seqs ?? []).toEqual(expected);
          for (const seq of expected) decided.set(seq, one.kind === 'item' ? 'toast' : 'summary');
          if (claim) expect(store.toastEvents(claim.id).map((event) => event.seq)).toEqual(expected);
        } else if (one.do === 'decide') {
          store.decide(verdict(one.seqs, one.decision));
          for (const seq of expected) decided.set(seq, one.decision);
        } else {
          store.settleToast(`t${one.id}`, { shown: true, via: 'electron', detail: null, at: version });
        }
      }
      const stored = db.all<{ seq: number; decision: string | null }>('SELECT seq, decision FROM event');
      expect(stored.filter((event) => event.decision === null).map((event) => event.seq)).toEqual(open());
      for (const event of stored) expect(event.decision).toBe(decided.get(event.seq) ?? null);
    }), { numRuns: 150 });
    db.close();
  });
});
