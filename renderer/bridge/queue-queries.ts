import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { QueueEntity } from '../../contract/entity.ts';
import type { Reply } from '../../contract/ipc/calls.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { useCall } from './BridgeContext.tsx';
import { keys } from './keys.ts';

/** A queue as one filter shows it. */
export interface QueueWish {
  readonly entity: QueueEntity;
  readonly filter: QueueFilter;
}

/** How many rows a filter has, and how many of them are unread. */
export type QueueCount = Reply<'queue.counts'>['counts'][number];

/** Counts of several filters in their order, asked for in one call; empty until the first answer, the former ones until a new one. At most 60 wishes. */
export function useQueueCounts(wishes: readonly QueueWish[]): readonly (QueueCount | undefined)[] {
  const call = useCall();
  const query = useQuery({ queryKey: keys.counts(wishes), queryFn: () => call('queue.counts', { filters: [...wishes] }), placeholderData: keepPreviousData });
  return query.data?.counts ?? [];
}

/** What a queue can be filtered by; undefined until it is known. Asked for only while `wanted`. */
export function useFacets(entity: QueueEntity, wanted: boolean) {
  const call = useCall();
  return useQuery({ queryKey: keys.facets(entity), queryFn: () => call('queue.facets', { entity }), enabled: wanted });
}
