import { useQueries, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo } from 'react';
import type { Reply, Request } from '../../contract/ipc/calls.ts';
import type { LedgerEntry } from '../../contract/models/ledger.ts';
import type { ItemsChanged } from '../../contract/models/views.ts';
import type { AppError } from '../../contract/result.ts';
import { useCall, usePush } from './BridgeContext.tsx';
import { appErrorOf } from './client.ts';
import { createCoalescer } from './coalescer.ts';

type Page = Reply<'ledger.page'>;

/** Entries per request. */
export const LEDGER_CHUNK = 100;
/** Least time between two refetches that pushes cause, in milliseconds. A decision follows its event after a moment. */
const REFETCH_EVERY_MS = 1500;

/** What part of the ledger is asked for. */
export type LedgerWish = Pick<Request<'ledger.page'>, 'item' | 'search'>;

/** The ledger as far as it is loaded, newest first. */
export interface LedgerRows {
  /** Null until the first answer. */
  readonly total: number | null;
  readonly entryAt: (index: number) => LedgerEntry | undefined;
  readonly error: AppError | null;
  readonly retry: () => void;
}

/** Asks for the entries between two places. What is loaded is asked for again as things happen. */
export function useLedger({ item, search }: LedgerWish, first: number, last: number): LedgerRows {
  const call = useCall();
  const queries = useQueryClient();
  const again = useMemo(() => createCoalescer<ItemsChanged>(() => void queries.invalidateQueries({ queryKey: ['ledger'] }), REFETCH_EVERY_MS), [queries]);
  useEffect(() => () => again.dispose(), [again]);
  usePush('items.changed', useCallback((changed: ItemsChanged) => again.add(changed), [again]));
  const from = Math.floor(Math.max(0, first) / LEDGER_CHUNK);
  const to = Math.floor(Math.max(0, last) / LEDGER_CHUNK);
  const chunks = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const key = ['ledger', item?.entity ?? '', item?.id ?? '', search] as const;
  const results = useQueries({
    queries: chunks.map((chunk) => ({
      queryKey: [...key, chunk],
      queryFn: () => call('ledger.page', { item, search, offset: chunk * LEDGER_CHUNK, limit: LEDGER_CHUNK }),
      staleTime: 0,
      // Entries are read from the cache, so it must be heard of data that no property of the result was read for.
      notifyOnChangeProps: ['data', 'error', 'status'] as ('data' | 'error' | 'status')[],
    })),
  });
  const failed = results.find(({ isError }) => isError);
  return {
    total: newestTotal(queries, key),
    entryAt: (index) => queries.getQueryData<Page>([...key, Math.floor(index / LEDGER_CHUNK)])?.entries[index % LEDGER_CHUNK],
    error: failed ? appErrorOf(failed.error) : null,
    retry: () => void queries.invalidateQueries({ queryKey: ['ledger'] }),
  };
}

/** Totals come with every page, and the newest knows best; a chunk that is still awaited says nothing. */
function newestTotal(queries: QueryClient, queryKey: readonly unknown[]): number | null {
  const pages = queries.getQueryCache().findAll({ queryKey }).filter(({ state }) => state.data !== undefined).sort((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt);
  return (pages[0]?.state.data as Page | undefined)?.total ?? null;
}
