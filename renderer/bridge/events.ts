import type { Query, QueryClient } from '@tanstack/react-query';
import type { Bridge } from '../../contract/ipc/bridge.ts';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { ItemsChanged } from '../../contract/models/views.ts';
import type { Settings } from '../../contract/settings.ts';
import { createCoalescer } from './coalescer.ts';
import { keys } from './keys.ts';

/** Least time between two refetches that pushes cause, in milliseconds: a burst of changes costs a window little. */
const REFETCH_EVERY_MS = 100;
/** The same for counts and facets, which look at every row. */
const COUNT_EVERY_MS = 500;

/**
 * Keeps the cache right: a pushed snapshot replaces what is there, a push about rows makes what shows them stale.
 * Only what is on screen is asked for again. Returns its `dispose`.
 */
export function listenToPushes(bridge: Bridge, queries: QueryClient): { dispose(): void } {
  const changes = createCoalescer<ItemsChanged>((items) => {
    void queries.invalidateQueries({ predicate: (query) => items.some((changed) => concerns(query, changed)) });
  }, REFETCH_EVERY_MS);
  const counts = createCoalescer<ItemsChanged>(() => countAgain(queries), COUNT_EVERY_MS);
  let viewer: string | null = null;
  const offs = [
    bridge.on('status.changed', (status) => queries.setQueryData(keys.status, status)),
    bridge.on('settings.changed', (settings) => {
      queries.setQueryData(keys.settings, settings);
      // The reply to a change may have been faster than this push, so the cache's settings do not tell what was before.
      const before = viewer ?? viewerOf(queries.getQueryData<Reply<'app.start'>>(keys.start)?.settings ?? settings);
      viewer = viewerOf(settings);
      if (before === viewer) return;
      void queries.invalidateQueries({ queryKey: ['queue'] });
      countAgain(queries);
    }),
    bridge.on('notices.changed', (notices) => queries.setQueryData(keys.notices, notices)),
    bridge.on('items.changed', (changed) => {
      changes.add(changed);
      counts.add(changed);
    }),
  ];
  return {
    dispose() {
      for (const off of offs) off();
      changes.dispose();
      counts.dispose();
    },
  };
}

function countAgain(queries: QueryClient): void {
  for (const kind of ['counts', 'facets']) void queries.invalidateQueries({ queryKey: [kind] });
}

/** Who looks at the queues: scopes depend on it. */
function viewerOf({ me, myDepartmentIds }: Settings): string {
  return JSON.stringify([me?.key ?? null, myDepartmentIds]);
}

/** Whether a cached answer may show a changed row. Names of consumers, departments, tags and fields are joined into every view. */
function concerns(query: Query, changed: ItemsChanged): boolean {
  const [kind, entity, id] = query.queryKey;
  if (kind === 'lookup') return true;
  if (kind !== 'queue' && kind !== 'item') return false;
  if (changed.entity !== 'ticket' && changed.entity !== 'task') return true;
  if (kind === 'queue') return entity === changed.entity;
  return changed.all || entity !== changed.entity || changed.ids.includes(String(id));
}
