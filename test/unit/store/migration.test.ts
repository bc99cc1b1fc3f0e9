import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseDriver } from '../../../core/store/driver/choose.ts';
import type { Database } from '../../../core/store/driver/port.ts';
import { definitions, migrate } from '../../../core/store/schema/migration.ts';
import { CACHE_SCHEMA } from '../../../core/store/schema/cache-schema.ts';
import { STATE_SCHEMA } from '../../../core/store/schema/state-schema.ts';
import { DRIVERS, TEST_KEY, tempFolder } from '../../support/temp-store.ts';

const LADDER = ['CREATE TABLE a (x)', 'CREATE TABLE b (y); INSERT INTO b VALUES (1)', 'ALTER TABLE a ADD COLUMN z DEFAULT 7'];

describe.each(DRIVERS)('migrations on %s', (name) => {
  let folder: Awaited<ReturnType<typeof tempFolder>>;
  let db: Database;
  beforeEach(async () => {
    folder = await tempFolder();
    db = (await chooseDriver(name)).open(join(folder.path, 'm.db'), TEST_KEY);
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

  it.each([['cache', CACHE_SCHEMA], ['state', STATE_SCHEMA]])('makes the %s schema', (_name, schema) => {
    migrate(db, schema);
    expect([db.pragma('user_version'), db.pragma('application_id'), db.pragma('quick_check')]).toEqual([schema.steps.length, schema.applicationId, 'ok']);
  });
});
