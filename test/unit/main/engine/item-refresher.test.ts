import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../../core/engine-error.ts';
import type { ErrorCode } from '../../../../contract/result.ts';
import type { PageCommit, PageOutcome, Viewer } from '../../../../core/store/store.ts';
import type { ItemsStored } from '../../../../core/sync/port.ts';
import { createItemLook } from '../../../../core/sync/item-look.ts';
import { createItemRefresher, FRESH_MS } from '../../../../main/engine/item-refresher.ts';
import { createStoreCounts } from '../../../../main/engine/store-counts.ts';
import { recordingLog } from '../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../support/fake-clock.ts';
import { ticket } from '../../../support/records.ts';

function desk({ outcome = { created: [], changed: ['a'], deleted: [], unchanged: 0 }, can = true, fail = false, missing = [], refusal = 'notFound' }: { outcome?: PageOutcome; can?: boolean; fail?: boolean; missing?: readonly string[]; refusal?: ErrorCode } = {}) {
  const clock = fakeClock();
  const requests: string[] = [];
  const commits: PageCommit[] = [];
  const stored: ItemsStored[] = [];
  const client = {
    can: () => can,
    get: async (entity: string, id: string, { lane }: { lane: string }) => {
      requests.push(`${entity}/${id}/${lane}`);
      await Promise.resolve();
      if (fail || missing.includes(id)) throw new EngineError(refusal);
      return { row: ticket(id) as never, serverTime: null };
    },
  };
  const store = { commitPage: async (commit: PageCommit) => { commits.push(commit); return outcome; } };
  const refresher = createItemRefresher({ client, items: createItemLook({ client, clock }), store, clock, log: recordingLog(), onStored: (items) => stored.push(items) });
  return { clock, requests, commits, stored, refresher };
}

describe('refreshing an opened item', () => {
  it('fetches it in the lane of opened items, stores it as opened, and tells what changed', async () => {
    const { refresher, requests, commits, stored } = desk();
    await refresher.fetch('ticket', 'a');
    expect(requests).toEqual(['ticket/a/open']);
    expect(commits).toMatchObject([{ entity: 'ticket', source: 'open', baseline: false, rows: [{ id: 'a' }] }]);
    expect(stored).toEqual([{ entity: 'ticket', ids: ['a'], all: false }]);
  });

  it('tells nothing when nothing changed', async () => {
    const { refresher, stored } = desk({ outcome: { created: [], changed: [], deleted: [], unchanged: 1 } });
    await refresher.fetch('ticket', 'a');
    expect(stored).toEqual([]);
  });

  it('sends one request for callers at the same time, and none while the row is fresh', async () => {
    const { refresher, requests, clock } = desk();
    await Promise.all([refresher.fetch('ticket', 'a'), refresher.fetch('ticket', 'a')]);
    await refresher.fetch('ticket', 'a');
    expect(requests).toHaveLength(1);
    await refresher.fetch('task', 'a');
    await clock.advance(FRESH_MS);
    await refresher.fetch('ticket', 'a');
    expect(requests).toEqual(['ticket/a/open', 'task/a/open', 'ticket/a/open']);
  });

  it('does nothing where the profile cannot fetch one', async () => {
    const { refresher, requests } = desk({ can: false });
    await refresher.fetch('ticket', 'a');
    expect(requests).toEqual([]);
  });

  it('hands a failure on and tries again next time', async () => {
    const { refresher, requests } = desk({ fail: true });
    await expect(refresher.fetch('ticket', 'a')).rejects.toMatchObject({ code: 'notFound' });
    await expect(refresher.fetch('ticket', 'a')).rejects.toMatchObject({ code: 'notFound' });
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['notFound', 'notFound'],
    ['permissionMissing', 'forbidden'],
  ] as const)('marks an item that is refused with %s as gone, when others can be had', async (refusal, how) => {
    const { refresher, commits } = desk({ missing: ['a'], refusal });
    await refresher.fetch('ticket', 'b');
    await refresher.fetch('ticket', 'a');
    expect(commits.at(-1)).toMatchObject({ entity: 'ticket', rows: [], gone: [{ id: 'a', how }], source: 'open' });
  });

  it('believes a refusal only while another item can be had now', async () => {
    const { refresher, commits, clock, requests } = desk({ missing: ['a'] });
    await expect(refresher.fetch('ticket', 'a')).rejects.toMatchObject({ code: 'notFound' });
    await refresher.fetch('ticket', 'b');
    await clock.advance(10 * 60_000);
    await refresher.fetch('ticket', 'a');
    expect(requests.slice(-2)).toEqual(['ticket/a/open', 'ticket/b/open']);
    expect(commits.filter(({ gone }) => gone !== undefined)).toHaveLength(1);
  });

  it('stores nothing once it has ended: by then the copy may be another account\'s', async () => {
    const { refresher, commits, stored } = desk();
    const fetched = refresher.fetch('ticket', 'a');
    const ended = refresher.dispose();
    await expect(fetched).rejects.toMatchObject({ code: 'signedOut' });
    await ended;
    expect([commits, stored]).toEqual([[], []]);
  });

  it('ends only when a row that is being stored is stored', async () => {
    const steps: string[] = [];
    const client = { can: () => true, get: async (_entity: string, id: string) => ({ row: ticket(id) as never, serverTime: null }) };
    const store = {
      commitPage: async () => {
        steps.push('storing');
        for (let i = 0; i < 10; i++) await Promise.resolve();
        steps.push('stored');
        return { created: [], changed: [], deleted: [], unchanged: 1 };
      },
    };
    const clock = fakeClock();
    const refresher = createItemRefresher({ client, items: createItemLook({ client, clock }), store, clock, log: recordingLog(), onStored: () => undefined });
    const fetched = refresher.fetch('ticket', 'a');
    for (let i = 0; i < 5; i++) await Promise.resolve();
    expect(steps).toEqual(['storing']);
    await refresher.dispose();
    expect(steps).toEqual(['storing', 'stored']);
    await fetched;
  });
});

describe('counts', () => {
  it('are read at the start and once after many changes', async () => {
    const clock = fakeClock();
    let reads = 0;
    const asked: Viewer[] = [];
    let viewer: Viewer = { me: null, departmentIds: [] };
    const store = { unread: async (whose: Viewer) => { asked.push(whose); reads += 1; return { ticket: reads, task: 0 }; }, quarantineCount: async () => 4 };
    const counts = createStoreCounts(store, () => viewer, clock, recordingLog());
    let told = 0;
    counts.onChange(() => void (told += 1));
    expect(counts.unread()).toEqual({ ticket: 0, task: 0 });
    await clock.advance(100);
    viewer = { me: 'id:u1', departmentIds: ['d1'] };
    for (let i = 0; i < 30; i++) counts.refresh();
    await clock.advance(100);
    expect(asked).toEqual([{ me: null, departmentIds: [] }, viewer]);
    expect([reads, told, counts.unread(), counts.quarantined()]).toEqual([2, 2, { ticket: 2, task: 0 }, 4]);
    counts.refresh();
    counts.dispose();
    await clock.advance(100);
    expect([reads, clock.pending()]).toEqual([2, 0]);
  });
});
