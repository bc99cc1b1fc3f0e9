import type { QueueFilter } from '../../../contract/models/filter.ts';
import type { FacetKind } from '../cache/facet-numbers.ts';
import type { SqlValue } from '../driver/port.ts';
import type { FilterWish, Viewer } from '../store.ts';
import { dueSpan } from './due-range.ts';
import { viewerKeys } from './viewer-keys.ts';

/** A filter as SQL: constants of this file, everything from outside bound. */
export interface Selection {
  /** `item INDEXED BY …`: the index that the most telling condition leads, or the order where nothing else does. */
  readonly from: string;
  /** The same for counting, where the order does not matter. */
  readonly countedFrom: string;
  readonly where: string;
  readonly order: string;
  /** Values of `where`, in its order. */
  readonly params: readonly SqlValue[];
}

/** One condition and its values. */
interface Condition {
  readonly sql: string;
  readonly params: readonly SqlValue[];
}

/** Numbers of values; binds them as a JSON list. A value that no item ever had has none. */
export function numbered(kind: FacetKind): string {
  return `(SELECT no FROM facet WHERE kind = '${kind}' AND value IN (SELECT value FROM json_each(?)))`;
}

const SHOWN = 'deleted_at IS NULL AND gone IS NULL';

/**
 * Rows without a value last either way, equal ones newest change first. Numbers are ordered by length first, which is by
 * value for plain numbers and for those with one prefix.
 */
const ORDERS: Readonly<Record<QueueFilter['sort']['by'], readonly string[]>> = {
  changed: [], created: ['created_at'], due: ['due_at'], priority: ['priority_rank'], number: ['length(number_key)', 'number_key'],
};
/** Indexes that hold a whole queue in an order. */
const ORDERED: Readonly<Record<QueueFilter['sort']['by'], string>> = {
  changed: 'item_changed', created: 'item_by_created', due: 'item_by_due', priority: 'item_by_priority', number: 'item_by_number',
};

/** What to select for a filter. `unread`: those of its rows only that are unread. */
export function selection(wish: FilterWish, options: { readonly unread: boolean } = { unread: false }): Selection {
  const { entity, filter, viewer, now } = wish;
  const conditions = [
    { sql: 'entity = ?', params: [entity] },
    { sql: SHOWN, params: [] },
    { sql: filter.only === 'snoozed' ? 'snoozed_until IS NOT NULL' : 'snoozed_until IS NULL', params: [] },
    ...(filter.only === 'unread' || options.unread ? [{ sql: 'unread = 1', params: [] }] : []),
    ...(filter.only === 'followed' ? [{ sql: 'followed = 1', params: [] }] : []),
    ...scoped(filter, viewer),
    ...listed('department', filter.departmentIds),
    ...listed('status', filter.statuses),
    ...listed('priority', filter.priorities),
    ...listed('assignee', filter.assignees),
    ...(filter.tagIds.length === 0 ? [] : [{ sql: `key IN (SELECT item FROM item_tag WHERE entity = ? AND tag_no IN ${numbered('tag')})`, params: [entity, JSON.stringify(filter.tagIds)] }]),
    ...due(filter, now),
    ...(filter.consumerId === null ? [] : [{ sql: 'consumer_id = ?', params: [filter.consumerId] }]),
  ];
  return {
    from: `item INDEXED BY ${leadingIndex(filter, options.unread, ORDERED[filter.sort.by])}`,
    countedFrom: `item INDEXED BY ${leadingIndex(filter, options.unread, ORDERED.changed)}`,
    where: conditions.map((condition) => condition.sql).join(' AND '),
    order: orderOf(filter.sort),
    params: conditions.flatMap((condition) => condition.params),
  };
}

function scoped({ scope }: QueueFilter, viewer: Viewer): Condition[] {
  if (scope === 'all') return [];
  if (scope === 'unassigned') return [{ sql: 'assignee_no IS NULL', params: [] }];
  return scope === 'mine' ? [among('assignee', viewerKeys(viewer))] : [among('department', viewer.departmentIds)];
}

function listed(kind: Exclude<FacetKind, 'tag'>, values: readonly string[]): Condition[] {
  return values.length === 0 ? [] : [among(kind, values)];
}

function among(kind: Exclude<FacetKind, 'tag'>, values: readonly string[]): Condition {
  return { sql: `${kind}_no IN ${numbered(kind)}`, params: [JSON.stringify(values)] };
}

function due({ due: range }: QueueFilter, now: number): Condition[] {
  if (range === null) return [];
  if (range === 'none') return [{ sql: 'due_at IS NULL', params: [] }];
  const { from, to } = dueSpan(range, now);
  return [...(from === null ? [] : [{ sql: 'due_at >= ?', params: [from] }]), ...(to === null ? [] : [{ sql: 'due_at < ?', params: [to] }])];
}

/** The condition that usually leaves the fewest rows leads; without one, `ordered` does. */
function leadingIndex(filter: QueueFilter, unread: boolean, ordered: string): string {
  const { scope, only } = filter;
  const leaders: readonly (readonly [asked: boolean, index: string])[] = [
    [filter.consumerId !== null, 'item_consumer'],
    [only === 'followed', 'item_followed'],
    [only === 'snoozed', 'item_snoozed'],
    [only === 'unread' || unread, 'item_unread'],
    [scope === 'mine' || scope === 'unassigned' || filter.assignees.length > 0, 'item_assignee'],
    [scope === 'departments' || filter.departmentIds.length > 0, 'item_department'],
    [filter.statuses.length > 0, 'item_status'],
    [filter.priorities.length > 0, 'item_priority'],
    // An index in the wanted order holds nothing but the order, and the first rows of a tag are soon found in it.
    [filter.tagIds.length > 0 && filter.due !== null, ORDERED.changed],
    [filter.tagIds.length > 0, ordered],
    [filter.due !== null, ordered === ORDERED.changed ? ORDERED.due : ordered === ORDERED.due ? ordered : ORDERED.changed],
  ];
  return leaders.find(([asked]) => asked)?.[1] ?? ordered;
}

function orderOf({ by, descending }: QueueFilter['sort']): string {
  if (by === 'changed') return descending ? 'doc DESC' : 'doc ASC';
  return [...ORDERS[by].map((column) => (descending ? `${column} DESC NULLS LAST` : `${column} ASC NULLS LAST`)), 'doc DESC'].join(', ');
}
