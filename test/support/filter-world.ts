import fc from 'fast-check';
import { agentKey } from '../../contract/models/filter.ts';
import type { QueueFilter } from '../../contract/models/filter.ts';
import type { TicketRecord } from '../../contract/models/records.ts';
import type { Viewer } from '../../core/store/store.ts';
import { priorityRank } from '../../core/store/views/priority-rank.ts';
import { T0, ticket } from './records.ts';

/** A ticket with what the person did with it, for a filter without a database. */
export interface Marked {
  readonly record: TicketRecord;
  readonly unread: boolean;
  readonly followed: boolean;
  readonly snoozed: boolean;
}

const maybe = <T>(values: readonly T[]): fc.Arbitrary<T | null> => fc.option(fc.constantFrom(...values), { freq: 3, nil: null });
const DAY = 24 * 3_600_000;
const DEPARTMENTS = ['d1', 'd2', 'd3'];
const STATUSES = ['open', 'Open', 'fechado "já"'];
const PRIORITIES = ['Alta', 'urgente', 'low', 'x', '3', '12'];
const TAGS = ['g1', 'g2', 'g"3', ','];
const PEOPLE: readonly Pick<TicketRecord, 'assigneeId' | 'assigneeName'>[] = [
  { assigneeId: 'u1', assigneeName: 'Ana' }, { assigneeId: null, assigneeName: 'Ana' }, { assigneeId: 'u2', assigneeName: 'Ana' },
  { assigneeId: 'u1', assigneeName: null }, { assigneeId: null, assigneeName: null }, { assigneeId: null, assigneeName: '' },
];
const KEYS = ['id:u1', 'id:u2', 'name:Ana', 'id:nobody'];
/** About the moment of asking, by hours: some times are shared, others lie just beside a day's end. */
const time = fc.integer({ min: -30, max: 30 }).map((hours) => T0 + hours * 6 * 3_600_000);

const fields = fc.record({
  version: fc.nat(15).map((n) => T0 + n * 1000), createdAt: fc.option(time, { freq: 4, nil: null }), dueAt: fc.option(time, { freq: 2, nil: null }),
  status: maybe(STATUSES), priority: maybe(PRIORITIES), departmentId: maybe(DEPARTMENTS), consumerId: maybe(['c1', 'c2']),
  number: maybe(['7', '#10', '007', 'A-9', 'a-10', '123']), tagIds: fc.uniqueArray(fc.constantFrom(...TAGS), { maxLength: 3 }), person: fc.constantFrom(...PEOPLE),
});

/** Tickets, each with marks. */
export const markedTickets: fc.Arbitrary<Marked[]> = fc
  .array(fc.record({ fields, unread: fc.boolean(), followed: fc.boolean(), snoozed: fc.constantFrom(true, false, false) }), { minLength: 2, maxLength: 40, size: 'max' })
  .map((all) => all.map(({ fields: { person, ...rest }, ...marks }, n) => ({ record: ticket(`k${n}`, { ...rest, ...person }), ...marks })));

const some = <T>(values: readonly T[]): fc.Arbitrary<T[]> => fc.oneof({ weight: 3, arbitrary: fc.constant<T[]>([]) }, fc.subarray([...values], { minLength: 1 }));

/** Any filter over what {@link markedTickets} hold. */
export const anyFilter: fc.Arbitrary<QueueFilter> = fc.record({
  scope: fc.constantFrom('all' as const, 'all' as const, 'mine' as const, 'departments' as const, 'unassigned' as const),
  only: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom('unread' as const, 'followed' as const, 'snoozed' as const)),
  departmentIds: some(DEPARTMENTS), statuses: some(STATUSES), priorities: some(PRIORITIES), tagIds: some(TAGS), assignees: some(KEYS),
  due: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, fc.constantFrom('overdue' as const, 'today' as const, 'week' as const, 'none' as const)),
  consumerId: fc.option(fc.constantFrom('c1', 'c2'), { freq: 1, nil: null }).chain((id) => fc.constantFrom(null, null, id)),
  sort: fc.record({ by: fc.constantFrom('changed' as const, 'created' as const, 'due' as const, 'priority' as const, 'number' as const), descending: fc.boolean() }),
});

/** Anybody who may look. */
export const anyViewer: fc.Arbitrary<Viewer> = fc.record({
  me: fc.constantFrom(null, ...KEYS), name: fc.constantFrom(null, 'Ana', 'Bia'), departmentIds: fc.subarray(DEPARTMENTS),
});

/** Whether a row is in a filter, in plain words. Days are the local ones of `now`. */
export function isIn({ record, unread, followed, snoozed }: Marked, filter: QueueFilter, viewer: Viewer, now: number): boolean {
  const key = agentKey(record.assigneeId, record.assigneeName);
  const listed = (values: readonly string[], value: string | null): boolean => values.length === 0 || (value !== null && values.includes(value));
  const marks = { unread: unread && !snoozed, followed: followed && !snoozed, snoozed };
  return [
    filter.only === null ? !snoozed : marks[filter.only],
    inScope(record, key, filter, viewer),
    listed(filter.departmentIds, record.departmentId), listed(filter.statuses, record.status), listed(filter.priorities, record.priority), listed(filter.assignees, key),
    filter.tagIds.length === 0 || record.tagIds.some((id) => filter.tagIds.includes(id)),
    filter.consumerId === null || record.consumerId === filter.consumerId,
    isDue(record.dueAt, filter.due, now),
  ].every(Boolean);
}

function inScope(record: TicketRecord, key: string | null, { scope }: QueueFilter, { me, name, departmentIds }: Viewer): boolean {
  if (scope === 'all') return true;
  if (scope === 'unassigned') return key === null;
  if (scope === 'departments') return record.departmentId !== null && departmentIds.includes(record.departmentId);
  if (me === null || key === null) return false;
  return key === me || (me.startsWith('id:') && record.assigneeId === null && record.assigneeName === name);
}

function isDue(dueAt: number | null, due: QueueFilter['due'], now: number): boolean {
  if (due === null) return true;
  if (dueAt === null || due === 'none') return dueAt === null && due === 'none';
  if (due === 'overdue') return dueAt < now;
  const dayOf = (ms: number): number => new Date(new Date(ms).setHours(12, 0, 0, 0)).getTime();
  const days = Math.round((dayOf(dueAt) - dayOf(now)) / DAY);
  return days >= 0 && days < (due === 'today' ? 1 : 7);
}

/** What rows are ordered by: absent ones last, numbers first by their length. */
function sortKey({ record }: Marked, by: QueueFilter['sort']['by']): readonly (number | string)[] | null {
  const number = record.number?.replace(/^#/, '').toLowerCase() ?? null;
  const value = { changed: record.version, created: record.createdAt, due: record.dueAt, priority: priorityRank(record.priority), number }[by];
  return value === null ? null : typeof value === 'string' ? [value.length, value] : [value];
}

/** Compares by the filter's order; 0 where only the change time, which rows may share, could tell them apart. */
export function compareBy(sort: QueueFilter['sort'], a: Marked, b: Marked): number {
  const [left, right] = [sortKey(a, sort.by), sortKey(b, sort.by)];
  if (left === null || right === null) return left === right ? b.record.version - a.record.version : left === null ? 1 : -1;
  for (const [n, value] of left.entries()) {
    const other = right[n] as typeof value;
    if (value !== other) return (value < other ? -1 : 1) * (sort.descending ? -1 : 1);
  }
  return sort.by === 'changed' ? 0 : b.record.version - a.record.version;
}
