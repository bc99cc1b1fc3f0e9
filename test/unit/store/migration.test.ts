import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { QueueFilter } from '../../../contract/models/filter.ts';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database, Driver } from '../../../core/store/driver/port.ts';
import { openInMemory } from '../../../core/store/files/open-database.ts';
import { definitions, migrate } from '../../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { STATE_SCHEMA } from '../../../core/store/schema/state-schema.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { NOBODY, T0, department, ticket, wish } from '../../support/records.ts';
import { DRIVERS, TEST_KEY, tempFolder } from '../../support/temp-store.ts';

const LADDER = ['CREATE TABLE a (x)', 'CREATE TABLE b (y); INSERT INTO b VALUES (1)', 'ALTER TABLE a ADD COLUMN z DEFAULT 7'];

describe.each(DRIVERS)('migrations on %s', (name) => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let db: Database;
  let driver: Driver;
  beforeEach(async () => {
    folder = await tempFolder();
    driver = await chooseDriver(name);
    db = driver.open(join(folder.path, 'm.db'), TEST_KEY);
  });
  afterEach(async () => {
    db.close();
    await folder.remove();
  });

  it('climbs from any step to the same schema', () => {
    migrate(db, { applicationId: 5, steps: LADDER.slice(0, 1) });
    expect([db.pragma('user_version'), db.pragma('application_id'), definitions(db)]).toEqual([1, 5, 'a: CREATE TABLE a (x)']);
    migrate(db, { applicationId: 5, steps: LADDER });
    migrate(db, { applicationId: 5, steps: LADDER });
    expect(db.pragma('user_version')).toBe(3);
    expect(db.all('SELECT y FROM b')).toEqual([{ y: 1 }]);
  });

  it('undoes a step that fails in its middle, and nothing before it', () => {
    const broken = { applicationId: 5, steps: [LADDER[0] ?? '', 'CREATE TABLE b (y); INSERT INTO nowhere VALUES (1)'] };
    expect(() => migrate(db, broken)).toThrow('nowhere');
    expect([db.pragma('user_version'), definitions(db)]).toEqual([1, 'a: CREATE TABLE a (x)']);
    migrate(db, { applicationId: 5, steps: LADDER });
    expect(db.pragma('user_version')).toBe(3);
  });

  it('takes a copy of the first version along, with every row as it was', () => {
    migrate(db, { ...CACHE_SCHEMA, steps: CACHE_SCHEMA.steps.slice(0, 1) });
    db.run(`INSERT INTO item (doc, entity, id, version, title, tag_ids, data, unread) VALUES (7, 'ticket', 'a', 7, 'old', '[]', ?, 1)`, JSON.stringify(ticket('a', { version: 7 })));
    db.run(`INSERT INTO reference (entity, id, version, name, data) VALUES ('department', 'd', 7, 'Old', ?)`, JSON.stringify(department('d')));
    migrate(db, CACHE_SCHEMA);
    const store = storeCalls(db);
    expect([store.counts(), store.unread(NOBODY).ticket, store.itemDetail('ticket', 'a')?.gone]).toMatchObject([{ ticket: 1, department: 1 }, 1, null]);
    expect([store.unseen('ticket', 1, 9), store.unseen('department', 1, 9), store.reconcile('ticket').walk]).toEqual([['a'], ['d'], 0]);
    const fresh = openInMemory(driver, CACHE_SCHEMA);
    expect(definitions(db)).toBe(definitions(fresh));
    fresh.close();
  });

  it('fills what the fourth step knows of from what is stored', () => {
    migrate(db, { ...CACHE_SCHEMA, steps: CACHE_SCHEMA.steps.slice(0, 3) });
    const rows = [
      ticket('named', { assigneeName: 'Ana', tagIds: ['g1', 'g2'], priority: 'Alta', number: '7' }),
      ticket('known', { assigneeId: 'u1', assigneeName: 'Bia', departmentId: 'd1', dueAt: 9 }),
      ticket('nobody'),
      ticket('dead', { assigneeId: 'u1', tagIds: ['g1'], deletedAt: 5 }),
    ];
    for (const [doc, row] of rows.entries()) {
      db.run(
        `INSERT INTO item (doc, entity, id, version, title, tag_ids, data, assignee_name, priority, department_id, deleted_at, due_at, number, number_key, created_at, unread)
          VALUES (?, 'ticket', ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
        doc, row.id, row.subject, JSON.stringify(row.tagIds), JSON.stringify(row), row.assigneeName, row.priority, row.departmentId, row.deletedAt, row.dueAt, row.number, row.number, row.createdAt,
      );
    }
    db.run(`INSERT INTO event (seq, entity, id, version, kind, seen_at, source, changes, fingerprint, decision, toast_id) VALUES (1, 'ticket', 'named', 1, 'new', ?, 'poll', '[]', 'x', 'toast', 'same'), (2, 'ticket', 'named', 2, 'changed', ?, 'poll', '[]', 'y', 'toast', 'same')`, T0, T0);
    db.run(`INSERT INTO toast (id, kind, claimed_at, seqs, answered_at, shown, via) VALUES ('same', 'item', 10, '[1]', 11, 1, 'electron'), ('same', 'item', 20, '[2]', NULL, NULL, NULL)`);
    migrate(db, CACHE_SCHEMA);
    const store = storeCalls(db);
    const of = (filter: Partial<QueueFilter>): string[] => store.queuePage({ ...wish('ticket', filter), offset: 0, limit: 9 }).rows.map((row) => row.id);
    expect([of({ assignees: ['name:Ana'] }), of({ assignees: ['id:u1'] }), of({ scope: 'unassigned' }), of({ tagIds: ['g1'] })]).toEqual([['named'], ['known'], ['nobody'], ['named']]);
    expect(of({ sort: { by: 'priority', descending: true } })).toEqual(['named', 'nobody', 'known']);
    expect(store.ledgerPage({ item: null, search: '', offset: 0, limit: 9, now: T0 }).entries.map((entry) => [entry.seq, entry.toast?.claimedAt, entry.toast?.shown])).toEqual([[2, 20, null], [1, 10, true]]);
    expect([store.forget(1, T0), store.itemDetail('ticket', 'dead')]).toEqual([false, null]);
  });

  it.each([['cache', CACHE_SCHEMA], ['state', STATE_SCHEMA]])('makes the %s schema', (_name, schema) => {
    migrate(db, schema);
    expect([db.pragma('user_version'), db.pragma('application_id'), db.pragma('quick_check')]).toEqual([schema.steps.length, schema.applicationId, 'ok']);
  });
});
