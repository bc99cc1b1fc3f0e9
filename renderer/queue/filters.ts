import type { DueRange, QueueFilter, Scope, SortKey } from '../../contract/models/filter.ts';

/*
 * Lists of contract/models/filter.ts, written again because its schemas would bring zod into the page. A test holds the
 * two together.
 */

/** Every row, newest change first. */
export const EVERYTHING: QueueFilter = {
  scope: 'all', only: null, departmentIds: [], statuses: [], priorities: [], tagIds: [], assignees: [], due: null, consumerId: null, sort: { by: 'changed', descending: true },
};
/** Whose items, in the order of the sidebar. */
export const SCOPES = ['mine', 'departments', 'unassigned', 'all'] as const satisfies readonly Scope[];
/** Ranges of due times that can be asked for. */
export const DUE_RANGES = ['overdue', 'today', 'week', 'none'] as const satisfies readonly DueRange[];
/** What a queue can be ordered by, with the direction it begins with: newest, soonest, highest first. */
export const SORTS = [
  { by: 'changed', descending: true }, { by: 'created', descending: true }, { by: 'due', descending: false }, { by: 'priority', descending: true }, { by: 'number', descending: true },
] as const satisfies readonly { by: SortKey; descending: boolean }[];

/** Conditions with several values, by the name they have in a filter. */
export const LISTS = { department: 'departmentIds', status: 'statuses', priority: 'priorities', tag: 'tagIds', assignee: 'assignees' } as const satisfies Record<string, keyof QueueFilter>;
/** A condition that has several values. */
export type ListCondition = keyof typeof LISTS;
/** A condition that a person can add and remove. `shelf` is what only followed or snoozed items are asked for by. */
export type Condition = ListCondition | 'due' | 'consumer' | 'shelf';
/** Conditions in the order they are shown. */
export const CONDITIONS = ['shelf', 'consumer', 'department', 'status', 'priority', 'tag', 'assignee', 'due'] as const satisfies readonly Condition[];

/** The values of a condition that a filter asks for; none when it does not ask. */
export function valuesOf(filter: QueueFilter, condition: Condition): readonly string[] {
  const one = (value: string | null) => (value === null ? [] : [value]);
  switch (condition) {
    case 'shelf':
      return filter.only === 'unread' ? [] : one(filter.only);
    case 'consumer':
      return one(filter.consumerId);
    case 'due':
      return one(filter.due);
    default:
      return filter[LISTS[condition]];
  }
}

/** The filter without a condition. */
export function without(filter: QueueFilter, condition: Condition): QueueFilter {
  switch (condition) {
    case 'shelf':
      return { ...filter, only: filter.only === 'unread' ? 'unread' : null };
    case 'consumer':
      return { ...filter, consumerId: null };
    case 'due':
      return { ...filter, due: null };
    default:
      return { ...filter, [LISTS[condition]]: [] };
  }
}

/** At most so many values of one condition, as the contract says. */
export const MOST_VALUES = 50;

/** Adds a value to a condition or takes it away. A due time has one value: another one takes its place. */
export function toggled(filter: QueueFilter, condition: ListCondition | 'due', value: string): QueueFilter {
  if (condition === 'due') return { ...filter, due: filter.due === value ? null : (DUE_RANGES.find((range) => range === value) ?? filter.due) };
  const before = filter[LISTS[condition]];
  const after = before.includes(value) ? before.filter((each) => each !== value) : [...before, value].slice(0, MOST_VALUES);
  return { ...filter, [LISTS[condition]]: after };
}

/** Conditions that a filter asks for beside its scope, in the order they are shown. */
export function conditionsOf(filter: QueueFilter): readonly Condition[] {
  return CONDITIONS.filter((condition) => valuesOf(filter, condition).length > 0);
}

/** The filter with its scope and order alone. */
export function cleared({ scope, sort }: QueueFilter): QueueFilter {
  return { ...EVERYTHING, scope, sort };
}

/** Whether a filter leaves rows of its scope out. */
export function isNarrowed(filter: QueueFilter): boolean {
  return filter.only !== null || conditionsOf(filter).length > 0;
}
