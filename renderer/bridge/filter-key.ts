import type { QueueFilter } from '../../contract/models/filter.ts';

/** The same text for filters that ask for the same rows in the same order: within a list of conditions the order does not matter. */
export function filterKey(filter: QueueFilter): string {
  const set = (values: readonly string[]) => [...new Set(values)].sort();
  const { scope, only, due, consumerId, sort } = filter;
  return JSON.stringify([scope, only, set(filter.departmentIds), set(filter.statuses), set(filter.priorities), set(filter.tagIds), set(filter.assignees), due, consumerId, sort.by, sort.descending]);
}
