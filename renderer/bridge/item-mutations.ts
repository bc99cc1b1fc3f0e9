import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { ItemDetail, QueueRow } from '../../contract/models/views.ts';
import { useCall } from './BridgeContext.tsx';

/** Changes rows wherever the cache has them, so that a window shows at once what was asked for. */
export function showOnRows(queries: QueryClient, entity: QueueEntity, ids: readonly string[], change: (row: QueueRow) => QueueRow): void {
  queries.setQueriesData<Reply<'queue.page'>>({ queryKey: ['queue', entity] }, (page) =>
    page && { ...page, rows: page.rows.map((row) => (ids.includes(row.id) ? change(row) : row)) });
  queries.setQueriesData<ItemDetail>({ queryKey: ['item', entity] }, (item) =>
    item && ids.includes(item.row.id) ? { ...item, row: change(item.row) } : item);
}

/** Asks again for everything that shows rows of a queue. */
export function askForRowsAgain(queries: QueryClient, entity: QueueEntity): Promise<unknown> {
  return Promise.all([['queue', entity], ['item', entity], ['counts']].map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** Follows an item or stops following it. */
export function useFollow() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<'item.follow'>) => call('item.follow', request),
    onMutate: ({ entity, id, follow }) => showOnRows(queries, entity, [id], (row) => ({ ...row, followed: follow })),
    onSettled: (_reply, _error, { entity }) => askForRowsAgain(queries, entity),
  });
}

/** Snoozes items, or wakes them with `until` null. */
export function useSnooze() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<'item.snooze'>) => call('item.snooze', request),
    onMutate: ({ entity, ids, until }) => showOnRows(queries, entity, ids, (row) => ({ ...row, snoozedUntil: until })),
    onSettled: (_reply, _error, { entity }) => askForRowsAgain(queries, entity),
  });
}

/** Marks all rows of a filter as read; the reply's `batch` takes it back by {@link useUndoRead}. */
export function useMarkFilterRead() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: Request<'queue.markRead'>) => call('queue.markRead', request),
    onSettled: (_reply, _error, { entity }) => askForRowsAgain(queries, entity),
  });
}

/** Takes a batch of read marks back; `entity` says which rows to ask for again. */
export function useUndoRead() {
  const call = useCall();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ batch }: { batch: number; entity: QueueEntity }) => call('queue.undoRead', { batch }),
    onSettled: (_reply, _error, { entity }) => askForRowsAgain(queries, entity),
  });
}
