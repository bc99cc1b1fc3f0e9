import { keepPreviousData, useQuery, useQueryClient, useSuspenseQuery, type QueryClient } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Notice, Status } from '../../contract/status.ts';
import { useCall } from './BridgeContext.tsx';
import type { Call } from './client.ts';
import { keys } from './keys.ts';

/** Rows per request; the contract allows 200. */
export const CHUNK_SIZE = 100;
/** Results the lookup window shows at most. */
export const LOOKUP_LIMIT = 30;

/** Everything a window needs for its first frame. Seeds status, settings and notices, unless a push was faster. */
export function useStart() {
  const call = useCall();
  const queries = useQueryClient();
  return useQuery({ queryKey: keys.start, queryFn: () => fetchStart(call, queries) });
}

async function fetchStart(call: Call, queries: QueryClient): Promise<Reply<'app.start'>> {
  const start = await call('app.start', null);
  queries.setQueryData<Status>(keys.status, (known) => known ?? start.status);
  queries.setQueryData<Settings>(keys.settings, (known) => known ?? start.settings);
  queries.setQueryData<readonly Notice[]>(keys.notices, (known) => known ?? start.notices);
  return start;
}

/** What `app.start` said. Only below a finished {@link useStart}. */
export function useStarted(): Reply<'app.start'> {
  const call = useCall();
  const queries = useQueryClient();
  return useSuspenseQuery({ queryKey: keys.start, queryFn: () => fetchStart(call, queries) }).data;
}

/** The engine's state as last pushed. */
export function useStatus(): Status {
  const call = useCall();
  return useSuspenseQuery({ queryKey: keys.status, queryFn: () => call('status.get', null), gcTime: Infinity }).data;
}

/** The preferences as last pushed. */
export function useSettings(): Settings {
  const call = useCall();
  return useSuspenseQuery({ queryKey: keys.settings, queryFn: () => call('settings.get', null), gcTime: Infinity }).data;
}

/** What the person must be told. */
export function useNotices(): readonly Notice[] {
  const call = useCall();
  return useSuspenseQuery({ queryKey: keys.notices, queryFn: async (): Promise<readonly Notice[]> => (await call('app.start', null)).notices, gcTime: Infinity }).data;
}

/** Query options of one chunk of a queue. */
export function chunkQuery(call: Call, entity: QueueEntity, filter: QueueFilter, chunk: number) {
  return {
    queryKey: keys.chunk(entity, filter, chunk),
    queryFn: () => call('queue.page', { entity, filter, offset: chunk * CHUNK_SIZE, limit: CHUNK_SIZE }),
    // The queue reads rows from the cache, so it must hear of data that no property of the result was read for.
    notifyOnChangeProps: ['data', 'error', 'status'] as ('data' | 'error' | 'status')[],
  };
}

/** One item in full. The former one stays until the new one is there. */
export function useItem(entity: QueueEntity, id: string) {
  const call = useCall();
  return useQuery({ queryKey: keys.item(entity, id), queryFn: () => call('item.get', { entity, id }), placeholderData: keepPreviousData });
}

/** Query options of a lookup. An empty query asks for recent items. */
export function lookupQuery(call: Call, query: string) {
  return { queryKey: keys.lookup(query), queryFn: () => call('lookup.search', { query, limit: LOOKUP_LIMIT }), staleTime: 0, gcTime: 5_000 };
}
