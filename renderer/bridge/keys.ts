import type { QueueEntity } from '../../contract/entity.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import { filterKey } from './filter-key.ts';

/** Cache keys. Each list begins with a word that a push can invalidate as a whole. */
export const keys = {
  start: ['start'] as const,
  status: ['status'] as const,
  settings: ['settings'] as const,
  notices: ['notices'] as const,
  queue: (entity: QueueEntity, filter: QueueFilter) => ['queue', entity, filterKey(filter)] as const,
  chunk: (entity: QueueEntity, filter: QueueFilter, chunk: number) => ['queue', entity, filterKey(filter), chunk] as const,
  counts: (wishes: readonly { entity: QueueEntity; filter: QueueFilter }[]) => ['counts', wishes.map(({ entity, filter }) => `${entity} ${filterKey(filter)}`)] as const,
  facets: (entity: QueueEntity) => ['facets', entity] as const,
  item: (entity: QueueEntity, id: string) => ['item', entity, id] as const,
  lookup: (query: string) => ['lookup', query] as const,
  lookupPreview: (entity: QueueEntity, id: string) => ['lookup', 'preview', entity, id] as const,
};
