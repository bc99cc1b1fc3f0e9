import { describe, expect, it } from 'vitest';
import type { FilterWish, Viewer } from '../../../../../core/store/store.ts';
import { createTrayNews } from '../../../../../main/desktop/tray/tray-news.ts';
import { pendingEvent } from '../../../../support/electron/pending-event.ts';
import { recordingLog } from '../../../../support/electron/recording-log.ts';
import { fakeClock } from '../../../../support/fake-clock.ts';

const { row } = pendingEvent();

function desk({ me = 'id:7', departmentIds = ['d1'], wanted = true, fails = false }: { me?: string | null; departmentIds?: string[]; wanted?: boolean; fails?: boolean } = {}) {
  const clock = fakeClock();
  const asked: string[] = [];
  let readings = 0;
  const viewer: Viewer = { me, departmentIds };
  const now = { wanted };
  const news = createTrayNews({
    store: {
      queueCounts: async (wishes: readonly FilterWish[]) => {
        readings += 1;
        if (fails) throw new Error('the worker died');
        return wishes.map(({ entity, filter }) => ({ total: filter.scope.length + (entity === 'task' ? 100 : 0), unread: 0 }));
      },
      queuePage: async ({ entity, filter, limit }) => {
        asked.push(`${entity} ${filter.scope} ${limit}`);
        const rows = entity === 'ticket'
          ? [{ ...row, id: `shared-${readings}`, updatedAt: 50 }, { ...row, id: `old-${filter.scope}`, updatedAt: 1 }]
          : [{ ...row, entity, id: `task-${filter.scope}`, updatedAt: null }];
        return { total: rows.length, unread: 0, rows };
      },
    },
    viewer: () => viewer, wanted: async () => now.wanted, clock, log: recordingLog(),
  });
  return { news, clock, asked, now, readings: () => readings };
}

describe('what the tray menu knows of the queues', () => {
  it('counts the person\'s queues, and names what changed last in them, each once', async () => {
    const { news, clock } = desk();
    news.refresh();
    await clock.advance(0);
    const queues = (entity: 'ticket' | 'task', more: number) => [{ entity, scope: 'mine', total: 4 + more }, { entity, scope: 'departments', total: 11 + more }, { entity, scope: 'unassigned', total: 10 + more }];
    expect(news.now()?.counts).toEqual([...queues('ticket', 0), ...queues('task', 100)]);
    expect(news.now()?.recent.map(({ id }) => id)).toEqual(['shared-1', 'old-mine', 'old-departments', 'task-mine', 'task-departments']);
  });

  it('leaves out what means nothing to who has not said who they are', async () => {
    const { news, clock, asked } = desk({ me: null, departmentIds: [] });
    news.refresh();
    await clock.advance(0);
    expect(news.now()?.counts.map(({ entity, scope }) => `${entity} ${scope}`)).toEqual(['ticket unassigned', 'task unassigned']);
    expect(asked).toEqual(['ticket all 5', 'task all 5']);
  });

  it('is read once a second at most, and once more after the last change', async () => {
    const { news, clock, readings } = desk();
    for (let i = 0; i < 29; i++) {
      news.refresh();
      await clock.advance(100);
    }
    expect(readings()).toBe(3);
    await clock.advance(5_000);
    expect(readings()).toBe(4);
  });

  it('tells of a change only when the menu would say something else', async () => {
    const { news, clock, now } = desk();
    let heard = 0;
    news.onChange(() => void (heard += 1));
    news.refresh();
    await clock.advance(1_000);
    now.wanted = false;
    news.refresh();
    await clock.advance(1_000);
    news.refresh();
    await clock.advance(1_000);
    expect([heard, news.now()]).toEqual([2, null]);
  });

  it('asks the store nothing while there is no menu', async () => {
    const { news, clock, readings } = desk({ wanted: false });
    news.refresh();
    await clock.advance(2_000);
    expect(readings()).toBe(0);
  });

  it('goes on after a reading that failed, and not after its end', async () => {
    const { news, clock, readings } = desk({ fails: true });
    news.refresh();
    await clock.advance(1_000);
    news.refresh();
    await clock.advance(1_000);
    expect(readings()).toBe(2);
    news.dispose();
    news.refresh();
    await clock.advance(5_000);
    expect(readings()).toBe(2);
  });
});
