import { describe, expect, it } from 'vitest';
import { asEngineError } from '../../../core/store/driver/faults.ts';
import { storeCalls } from '../../../core/store/store-calls.ts';
import { T0, page, ticket } from '../../support/records.ts';
import { DRIVERS, memoryDatabase } from '../../support/temp-store.ts';

describe.each(DRIVERS)('a full disk under %s', (driver) => {
  it('refuses the page as a whole, goes on reading, and takes it once there is room', async () => {
    const db = await memoryDatabase(driver);
    const store = storeCalls(db);
    store.commitPage(page('ticket', [ticket('a')]));
    const big = page('ticket', Array.from({ length: 200 }, (_v, i) => ticket(`k${i}`, { description: 'z'.repeat(5000) })), {
      stream: { watermark: T0, backfill: null, lastCompleteAt: T0 },
    });
    db.exec('PRAGMA max_page_count = 60');
    let thrown: unknown;
    try {
      store.commitPage(big);
    } catch (error) {
      thrown = error;
    }
    expect(asEngineError(thrown)).toMatchObject({ code: 'storageUnavailable', retry: true, params: { reason: 'SQLITE_FULL' } });
    expect([store.counts().ticket, store.stream('ticket').watermark, store.lookup('subject', 5).length]).toEqual([1, null, 1]);

    db.exec('PRAGMA max_page_count = 100000');
    expect(store.commitPage(big).created).toHaveLength(200);
    expect([store.counts().ticket, db.pragma('quick_check')]).toEqual([201, 'ok']);
    db.close();
  });
});
