import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import type { AppError } from '../../contract/result.ts';
import { useCall } from '../bridge/BridgeContext.tsx';
import { appErrorOf } from '../bridge/client.ts';
import { keys } from '../bridge/keys.ts';
import { CHUNK_SIZE, chunkQuery } from '../bridge/queries.ts';
import { chunksOf, type Range, type RowAt } from './chunks.ts';

type Page = Reply<'queue.page'>;

/** Rows loaded around those on screen, so that the next ones are there before they are needed. */
const MARGIN = 30;

/** A queue as far as it is loaded. */
export interface QueueRows {
  /** Rows in the queue; null until the first answer. */
  readonly total: number | null;
  readonly unread: number;
  readonly rowAt: RowAt;
  /** Changes whenever rows may have. */
  readonly version: string;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** Asks for the chunks that cover `range`. Rows that were loaded before stay readable meanwhile. */
export function useQueueRows(entity: QueueEntity, filter: QueueFilter, range: Range): QueueRows {
  const call = useCall();
  const cache = useQueryClient();
  const newest = newestPage(cache, keys.queue(entity, filter));
  const chunks = chunksOf(range, MARGIN, CHUNK_SIZE, newest?.page.total ?? null);
  const results = useQueries({ queries: chunks.map((chunk) => chunkQuery(call, entity, filter, chunk)) });
  const failed = results.find((result) => result.isError);
  const pages = new Map<number, Page | undefined>();
  const pageAt = (chunk: number): Page | undefined => {
    if (!pages.has(chunk)) pages.set(chunk, cache.getQueryData<Page>(keys.chunk(entity, filter, chunk)));
    return pages.get(chunk);
  };
  return {
    total: newest?.page.total ?? null,
    unread: newest?.page.unread ?? 0,
    rowAt: (index) => pageAt(Math.floor(index / CHUNK_SIZE))?.rows[index % CHUNK_SIZE],
    version: String(newest?.at ?? 0),
    error: failed ? appErrorOf(failed.error) : null,
    retry: () => void cache.invalidateQueries({ queryKey: keys.queue(entity, filter) }),
  };
}

/** Totals come with every page; the newest knows best. */
function newestPage(cache: QueryClient, queryKey: readonly unknown[]): { page: Page; at: number } | null {
  let newest: { page: Page; at: number } | null = null;
  for (const [key, page] of cache.getQueriesData<Page>({ queryKey })) {
    const at = cache.getQueryState(key)?.dataUpdatedAt ?? 0;
    if (page && (newest === null || at >= newest.at)) newest = { page, at };
  }
  return newest;
}
