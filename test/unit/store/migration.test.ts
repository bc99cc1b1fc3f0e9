import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database, Driver } from '../../../core/store/driver/port.ts';
import { openInMemory } from '../../../core/store/files/open-database.ts';
import { definitions, migrate } from '../../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { STATE_SCHEMA } from '../../../core/store/schema/state-schema.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { NOBODY, department, ticket } from '../../support/records.ts';
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

  it.each([['cache', CACHE_SCHEMA], ['state', STATE_SCHEMA]])('makes the %s schema', (_name, schema) => {
    migrate(db, schema);
    expect([db.pragma('user_version'), db.pragma('application_id'), db.pragma('quick_check')]).toEqual([schema.steps.length, schema.applicationId, 'ok']);
  });
});
