import type { QueueEntity } from '../../contract/entity.ts';
import { agentKey, type Facets, type QueueFilter } from '../../contract/models/filter.ts';
import type { QueueRow } from '../../contract/models/views.ts';
import { fail, ok } from '../../contract/result.ts';
import type { FakeBridge, FakeWorld, Handlers } from './fake-bridge.ts';
import { DEPARTMENTS, NOW, sampleDetail } from './renderer-data.ts';

const DAY = 24 * 3_600_000;

/** The id that the sample world gives a department: its name, so that tests can be read. */
export const departmentId = (name: string): string => `department ${name}`;

/** The rows of a fake queue that a filter shows, in its order. Days are those around {@link NOW}. */
export function filteredRows(world: FakeWorld, entity: QueueEntity, filter: QueueFilter): QueueRow[] {
  const { me, myDepartmentIds } = world.settings;
  const assignee = (row: QueueRow) => agentKey(null, row.assigneeName);
  const department = (row: QueueRow) => (row.departmentName === null ? null : departmentId(row.departmentName));
  const any = (wanted: readonly string[], value: string | null) => wanted.length === 0 || (value !== null && wanted.includes(value));
  const scopes: Record<QueueFilter['scope'], (row: QueueRow) => boolean> = {
    all: () => true,
    mine: (row) => me !== null && assignee(row) === me.key,
    departments: (row) => myDepartmentIds.length > 0 && any(myDepartmentIds, department(row)),
    unassigned: (row) => row.assigneeName === null,
  };
  const dues: Record<NonNullable<QueueFilter['due']>, (row: QueueRow) => boolean> = {
    overdue: ({ dueAt }) => dueAt !== null && dueAt < NOW,
    today: ({ dueAt }) => dueAt !== null && new Date(dueAt).toDateString() === new Date(NOW).toDateString(),
    week: ({ dueAt }) => dueAt !== null && dueAt < NOW + 7 * DAY,
    none: ({ dueAt }) => dueAt === null,
  };
  const shelf = (row: QueueRow) => (filter.only === 'snoozed') === (row.snoozedUntil !== null) && (filter.only !== 'unread' || row.unread) && (filter.only !== 'followed' || row.followed);
  const lists = (row: QueueRow) => any(filter.departmentIds, department(row)) && any(filter.statuses, row.status) && any(filter.priorities, row.priority) && any(filter.assignees, assignee(row));
  const tagged = (row: QueueRow) => filter.tagIds.length === 0 || row.tags.some((tag) => filter.tagIds.includes(tag.id));
  const rows = world.rows[entity].filter((row) =>
    scopes[filter.scope](row) && shelf(row) && lists(row) && tagged(row) && (filter.due === null || dues[filter.due](row)) && (filter.consumerId === null || filter.consumerId === `consumer ${row.consumerName}`));
  const by: Record<QueueFilter['sort']['by'], (row: QueueRow) => number | string | null> = { changed: (row) => row.updatedAt, created: (row) => row.createdAt, due: (row) => row.dueAt, priority: (row) => row.priority, number: (row) => row.number };
  if (filter.sort.by === 'changed' && filter.sort.descending) return rows;
  return rows.sort((a, b) => compare(by[filter.sort.by](a), by[filter.sort.by](b), filter.sort.descending));
}

function compare(a: number | string | null, b: number | string | null, descending: boolean): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const order = typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  return descending ? -order : order;
}

function facetsOf(rows: readonly QueueRow[]): Facets {
  const count = <T>(values: (row: QueueRow) => readonly (T & { key: string })[]) => {
    const found = new Map<string, { value: T & { key: string }; count: number }>();
    for (const value of rows.flatMap(values)) found.set(value.key, { value, count: (found.get(value.key)?.count ?? 0) + 1 });
    return [...found.values()].sort((a, b) => b.count - a.count);
  };
  const words = (of: (row: QueueRow) => string | null) => count((row) => { const key = of(row); return key === null ? [] : [{ key }]; }).map(({ value, count: many }) => ({ value: value.key, count: many }));
  return {
    departments: count((row) => (row.departmentName === null ? [] : [{ key: departmentId(row.departmentName), name: row.departmentName }])).map(({ value, count: many }) => ({ id: value.key, name: value.name, count: many })),
    statuses: words((row) => row.status),
    priorities: words((row) => row.priority),
    tags: count((row) => row.tags.map((tag) => ({ key: tag.id, tag }))).map(({ value, count: many }) => ({ ...value.tag, count: many })),
    assignees: count((row) => (row.assigneeName === null ? [] : [{ key: agentKey(null, row.assigneeName) ?? '', name: row.assigneeName }])).map(({ value, count: many }) => ({ key: value.key, id: null, name: value.name, count: many })),
  };
}

type QueueCalls = 'queue.page' | 'queue.facets' | 'queue.counts' | 'queue.markRead' | 'queue.undoRead' | 'agents.list' | 'item.get' | 'item.markRead' | 'item.follow' | 'item.snooze' | 'item.copy' | 'item.browse';

/** Queue and item calls of a fake bridge, on the rows of its world. */
export function fakeQueueCalls(world: FakeWorld, push: FakeBridge['push']): Pick<Handlers, QueueCalls> {
  const find = (entity: QueueEntity, id: string) => world.rows[entity].find((row) => row.id === id);
  const unreadOf = (rows: readonly QueueRow[]) => rows.filter((row) => row.unread).length;
  const batches = new Map<number, { entity: QueueEntity; ids: readonly string[] }>();
  const change = (entity: QueueEntity, ids: readonly string[], row: (before: QueueRow) => QueueRow) => {
    world.rows[entity] = world.rows[entity].map((each) => (ids.includes(each.id) ? row(each) : each));
    world.status = { ...world.status, unread: { ...world.status.unread, [entity]: unreadOf(world.rows[entity]) } };
    push('status.changed', world.status);
    push('items.changed', { entity, ids: [...ids].slice(0, 500), all: false });
  };
  return {
    'queue.page': ({ entity, offset, limit, filter }) => {
      const rows = filteredRows(world, entity, filter);
      return ok({ total: rows.length, unread: unreadOf(rows), rows: rows.slice(offset, offset + limit) });
    },
    'queue.facets': ({ entity }) => ok(facetsOf(world.rows[entity])),
    'queue.counts': ({ filters }) => ok({ counts: filters.map(({ entity, filter }) => {
      const rows = filteredRows(world, entity, filter);
      return { total: rows.length, unread: unreadOf(rows) };
    }) }),
    'queue.markRead': ({ entity, filter }) => {
      const ids = filteredRows(world, entity, filter).filter((row) => row.unread).map(({ id }) => id);
      if (ids.length === 0) return ok({ marked: 0, batch: null });
      const batch = batches.size + 1;
      batches.set(batch, { entity, ids });
      change(entity, ids, (row) => ({ ...row, unread: false, woke: null }));
      return ok({ marked: ids.length, batch });
    },
    'queue.undoRead': ({ batch }) => {
      const known = batches.get(batch);
      if (!known) return ok({ restored: 0 });
      batches.delete(batch);
      change(known.entity, known.ids, (row) => ({ ...row, unread: true }));
      return ok({ restored: known.ids.length });
    },
    'agents.list': () => ok({
      agents: facetsOf([...world.rows.ticket, ...world.rows.task]).assignees,
      departments: DEPARTMENTS.map((name) => ({ id: departmentId(name), name, employees: [] })),
    }),
    'item.get': ({ entity, id }) => {
      const row = find(entity, id);
      return row ? ok(sampleDetail(row)) : fail('notFound');
    },
    'item.markRead': ({ entity, ids, read }) => {
      change(entity, ids, (row) => ({ ...row, unread: !read, woke: read ? null : row.woke }));
      return ok(null);
    },
    'item.follow': ({ entity, id, follow }) => {
      change(entity, [id], (row) => ({ ...row, followed: follow }));
      return ok(null);
    },
    'item.snooze': ({ entity, ids, until }) => {
      change(entity, ids, (row) => ({ ...row, snoozedUntil: until }));
      return ok(null);
    },
    'item.copy': ({ what }) => ok({ copied: what }),
    'item.browse': () => ok({ opened: true }),
  };
}
