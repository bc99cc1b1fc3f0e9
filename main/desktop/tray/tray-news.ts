import { QUEUE_ENTITIES } from '../../../contract/entity.ts';
import type { QueueEntity } from '../../../contract/entity.ts';
import { queueFilterSchema } from '../../../contract/models/filter.ts';
import type { Scope } from '../../../contract/models/filter.ts';
import type { Clock } from '../../../core/clock.ts';
import { createEmitter } from '../../../core/emitter.ts';
import type { Logger } from '../../../core/log.ts';
import type { FilterWish, Store, Viewer } from '../../../core/store/store.ts';

/** An item as the menu names it. */
export interface RecentItem {
  readonly entity: QueueEntity;
  readonly id: string;
  readonly number: string | null;
  readonly title: string;
}
/** A queue that the menu counts. */
export interface QueueCount {
  readonly entity: QueueEntity;
  readonly scope: Exclude<Scope, 'all'>;
  readonly total: number;
}
/** What the menu shows of the queues. */
export interface TrayNews {
  readonly counts: readonly QueueCount[];
  readonly recent: readonly RecentItem[];
}

/** What reading the queues for the menu needs. */
export interface TrayNewsNeeds {
  readonly store: Pick<Store, 'queueCounts' | 'queuePage'>;
  readonly viewer: () => Viewer;
  /** Whether there is a menu, and somebody signed in whose rows may be shown. */
  readonly wanted: () => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Keeps the news for the menu. */
export interface TrayNewsKeeper {
  /** What was read last; null when nothing is to be shown. */
  now(): TrayNews | null;
  /** Rows, settings or the session changed: read anew, at most once in {@link READ_EVERY_MS}. */
  refresh(): void;
  onChange(listener: () => void): () => void;
  dispose(): void;
}

/** Least time between two readings, in milliseconds. */
export const READ_EVERY_MS = 1_000;
/** Items named in the menu. */
const RECENT = 5;

/** Queues that mean something to a person: who has not said who they are has none of their own. */
function scopesOf({ me, departmentIds }: Viewer): QueueCount['scope'][] {
  return [...(me === null ? [] : (['mine'] as const)), ...(departmentIds.length === 0 ? [] : (['departments'] as const)), 'unassigned'];
}

/** Makes the keeper, with nothing read yet. */
export function createTrayNews({ store, viewer, wanted, clock, log }: TrayNewsNeeds): TrayNewsKeeper {
  const changes = createEmitter<null>();
  let news: TrayNews | null = null;
  let print = '';
  let cancel: (() => void) | null = null;
  let lastAt: number | null = null;
  let reading = false;
  let again = false;
  let disposed = false;

  const wish = (entity: QueueEntity, scope: Scope): FilterWish => ({ entity, filter: queueFilterSchema.parse({ scope }), viewer: viewer(), now: clock.now() });
  const readRecent = async (scopes: readonly Scope[]): Promise<RecentItem[]> => {
    const pages = await Promise.all(scopes.flatMap((scope) => QUEUE_ENTITIES.map((entity) => store.queuePage({ ...wish(entity, scope), offset: 0, limit: RECENT }))));
    const rows = new Map(pages.flatMap((page) => page.rows).map((row) => [`${row.entity}/${row.id}`, row]));
    return [...rows.values()].sort((a, b) => (b.updatedAt ?? 0) - (a.updatedAt ?? 0)).slice(0, RECENT).map(({ entity, id, number, title }) => ({ entity, id, number, title }));
  };
  const read = async (): Promise<TrayNews | null> => {
    if (!(await wanted())) return null;
    const scopes = scopesOf(viewer());
    const own = scopes.filter((scope) => scope !== 'unassigned');
    const queues = QUEUE_ENTITIES.flatMap((entity) => scopes.map((scope) => ({ entity, scope })));
    const [counts, recent] = await Promise.all([store.queueCounts(queues.map(({ entity, scope }) => wish(entity, scope))), readRecent(own.length === 0 ? ['all'] : own)]);
    return { counts: queues.map((queue, i) => ({ ...queue, total: counts[i]?.total ?? 0 })), recent };
  };
  const take = async (): Promise<void> => {
    reading = true;
    lastAt = clock.mono();
    try {
      const next = await read();
      if (disposed) return;
      news = next;
      const nextPrint = JSON.stringify(news);
      if (nextPrint !== print) changes.emit(null);
      print = nextPrint;
    } catch (error) {
      log.warn('tray.newsNotRead', { error });
    } finally {
      reading = false;
    }
    if (again) {
      again = false;
      refresh();
    }
  };
  const refresh = (): void => {
    if (disposed || cancel) return;
    if (reading) {
      again = true;
      return;
    }
    const wait = lastAt === null ? 0 : Math.max(0, READ_EVERY_MS - (clock.mono() - lastAt));
    cancel = clock.after(wait, () => {
      cancel = null;
      void take();
    });
  };
  return {
    now: () => news,
    refresh,
    onChange: (listener) => changes.on(listener),
    dispose() {
      disposed = true;
      cancel?.();
    },
  };
}
