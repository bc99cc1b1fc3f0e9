import type { QueueEntity } from '../../contract/entity.ts';

/** Which rows of a queue. */
export type QueueFilter = 'all' | 'unread';

/** Cache keys. Each list begins with a word that a push can invalidate as a whole. */
export const keys = {
  start: ['start'] as const,
  status: ['status'] as const,
  settings: ['settings'] as const,
  notices: ['notices'] as const,
  queue: (entity: QueueEntity, filter: QueueFilter) => ['queue', entity, filter] as const,
  chunk: (entity: QueueEntity, filter: QueueFilter, chunk: number) => ['queue', entity, filter, chunk] as const,
  item: (entity: QueueEntity, id: string) => ['item', entity, id] as const,
  lookup: (query: string) => ['lookup', query] as const,
  lookupPreview: (entity: QueueEntity, id: string) => ['lookup', 'preview', entity, id] as const,
};
