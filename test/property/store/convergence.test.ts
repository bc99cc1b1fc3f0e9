import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConsumerRecord, TagRecord, TicketRecord } from '../../../contract/models/records.ts';
import type { Database } from '../../../core/store/driver/port.ts';
import { refreshStale } from '../../../core/store/search/search-index.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import type { PageCommit } from '../../../core/store/store.ts';
import type { StoreCalls } from '../../../core/store/sync-calls.ts';
import { T0, consumer, page, tag, ticket, wish } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

const VOCABULARY = ['alfa', 'beta', 'gama', 'delta', 'zeta'];
const word = fc.constantFrom(...VOCABULARY);
const version = fc.integer({ min: 0, max: 12 }).map((n) => T0 + n * 1000);
const gone = fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.constant(T0) });
const id = (prefix: string) => fc.nat(1).map((n) => `${prefix}${n}`);

const commit: fc.Arbitrary<PageCommit> = fc.oneof(
  fc.record({ version, subject: word, consumerId: fc.option(id('c'), { freq: 5 }), tagIds: fc.array(id('t'), { maxLength: 2, size: 'max' }), deletedAt: gone, id: id('k') })
    .map(({ id: key, ...fields }) => page('ticket', [ticket(key, fields)])),
  fc.record({ version, name: word, tagIds: fc.array(id('v'), { maxLength: 2, size: 'max' }), deletedAt: gone, id: id('c') }).map(({ id: key, ...fields }) => page('consumer', [consumer(key, fields)])),
  fc.record({ version, name: word, deletedAt: gone, id: id('t') }).map(({ id: key, ...fields }) => page('ticketTag', [tag(key, fields)])),
  fc.record({ version, name: word, deletedAt: gone, id: id('v') }).map(({ id: key, ...fields }) => page('consumerTag', [tag(key, fields)])),
);

function recordsOf(db: Database): { items: TicketRecord[]; references: Map<string, ConsumerRecord | TagRecord> } {
  const parse = <T>(rows: { data: string }[]): T[] => rows.map((row) => JSON.parse(row.data) as T);
  const items = parse<TicketRecord>(db.all('SELECT data FROM item ORDER BY doc DESC'));
  const references = parse<ConsumerRecord | TagRecord>(db.all('SELECT data FROM reference'));
  return { items, references: new Map(references.map((record) => [record.id, record])) };
}

/** Words a ticket must be found by, worked out from the stored records alone: in the fields that come first, and in tags. */
function wordsOf(item: TicketRecord, references: Map<string, ConsumerRecord | TagRecord>): { strong: Set<string>; tags: Set<string> } {
  const live = (key: string | null) => {
    const record = references.get(key ?? '');
    return record?.deletedAt === null ? record : undefined;
  };
  const owner = live(item.consumerId);
  const tags = [...item.tagIds, ...(owner && 'tagIds' in owner ? owner.tagIds : [])].map((key) => live(key)?.name);
  const known = (names: (string | undefined)[]) => new Set(names.filter((name) => name !== undefined));
  return { strong: known([item.subject, owner?.name]), tags: known(tags) };
}

function expectIndexRight(db: Database, store: StoreCalls): void {
  while (db.transaction(() => refreshStale(db, 2)));
  const { items, references } = recordsOf(db);
  const live = items.filter((item) => item.deletedAt === null).map((item) => ({ id: item.id, ...wordsOf(item, references) }));
  for (const one of VOCABULARY) {
    // The order of rank.ts: what holds it in subject or consumer before what wears it as a tag, each newest change first.
    const expected = [...live.filter(({ strong }) => strong.has(one)), ...live.filter(({ strong, tags }) => !strong.has(one) && tags.has(one))];
    expect(store.lookup(one, 50).map((found) => found.id), one).toEqual(expected.map(({ id: key }) => key));
  }
}

describe.each(DRIVERS)('the copy on %s', (driver) => {
  it('is searched by what it holds, after any history of tickets, consumers and tags', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    fc.assert(fc.property(fc.array(commit, { minLength: 5, maxLength: 40, size: 'max' }), (commits) => {
      store.wipe();
      for (const one of commits) store.commitPage(one);
      expectIndexRight(db, store);
      const live = recordsOf(db).items.filter((item) => item.deletedAt === null);
      expect(store.queuePage({ ...wish('ticket'), offset: 0, limit: 50 }).rows.map((row) => row.id)).toEqual(live.map((item) => item.id));
      expect(live.map((item) => item.version)).toEqual(live.map((item) => item.version).sort((a, b) => b - a));
      expect(store.counts().ticket).toBe(live.length);
    }), { numRuns: 500 });
    db.close();
  });

  it('ends the same whatever order, repetition and page size the states of a row arrive in', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    const state = fc.record({ id: id('k'), version, status: word });
    const states = fc.uniqueArray(state, { selector: (one) => `${one.id} ${one.version}`, maxLength: 20, size: 'max' });
    const arrival = states.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all, ...all], { minLength: all.length * 2 }), fc.integer({ min: 1, max: 5 })));
    fc.assert(fc.property(arrival, ([all, arriving, size]) => {
      store.wipe();
      for (let at = 0; at < arriving.length; at += size) {
        store.commitPage(page('ticket', arriving.slice(at, at + size).map(({ id: key, ...fields }) => ticket(key, fields))));
      }
      for (const key of new Set(all.map((one) => one.id))) {
        const newest = all.filter((one) => one.id === key).sort((a, b) => b.version - a.version)[0];
        expect(store.record('ticket', key)).toMatchObject({ version: newest?.version, status: newest?.status });
      }
    }), { numRuns: 150 });
    db.close();
  });
});
