import { itemIdSchema } from '../../../contract/entity.ts';
import type { QueueEntity } from '../../../contract/entity.ts';
import { agentSchema, queueFilterSchema } from '../../../contract/models/filter.ts';
import type { Agent, Facets } from '../../../contract/models/filter.ts';
import type { DepartmentRecord } from '../../../contract/models/records.ts';
import type { FacetKind } from '../cache/facet-numbers.ts';
import type { Database } from '../driver/port.ts';
import type { Store } from '../store.ts';
import { nameBook } from './name-book.ts';
import type { NameBook } from './name-book.ts';

interface Counted {
  readonly value: string;
  readonly count: number;
}

/** Longest name of an agent, as the contract has it. */
const NAME_KEPT = 200;
const SHOWN = 'deleted_at IS NULL AND gone IS NULL';
const named = (counted: string): string => `SELECT facet.value, counted.count FROM (${counted}) AS counted CROSS JOIN facet ON facet.no = counted.no ORDER BY counted.count DESC, facet.value`;
const grouped = (kind: Exclude<FacetKind, 'tag'>): string =>
  named(`SELECT ${kind}_no AS no, count(*) AS count FROM item INDEXED BY item_${kind} WHERE entity = ? AND ${SHOWN} AND ${kind}_no IS NOT NULL GROUP BY ${kind}_no`);
const DEPARTMENTS = grouped('department');
const STATUSES = grouped('status');
const PRIORITIES = grouped('priority');
const ASSIGNEES = grouped('assignee');
const TAGS = named('SELECT tag_no AS no, count(*) AS count FROM item_tag WHERE entity = ? GROUP BY tag_no');
const CONSUMER_TAGS = `SELECT tag_id AS value, count(*) AS count FROM tag_link CROSS JOIN item INDEXED BY item_consumer ON item.consumer_id = tag_link.owner_id
  WHERE tag_entity = 'consumerTag' AND owner_entity = 'consumer' AND item.entity = ? AND ${SHOWN} GROUP BY tag_id ORDER BY count(*) DESC, tag_id`;

/** The values of a queue that can be filtered by; what no filter could name (an overlong word, a tag that is gone) is left out. */
export function facets(db: Database, entity: QueueEntity): Facets {
  const names = nameBook(db);
  const counted = (sql: string): Counted[] => db.all<Counted>(sql, entity);
  const fits = (what: 'statuses' | 'departmentIds') => ({ value }: Counted) => queueFilterSchema.shape[what].safeParse([value]).success;
  const tags = (of: 'ticketTag' | 'consumerTag', sql: string): Facets['tags'] =>
    counted(sql).flatMap(({ value, count }) => names.tags(of, [value]).filter(({ id }) => itemIdSchema.safeParse(id).success).map((tag) => ({ ...tag, count })));
  return {
    departments: counted(DEPARTMENTS).filter(fits('departmentIds')).map(({ value, count }) => ({ id: value, name: names.name('department', value) ?? value, count })),
    statuses: counted(STATUSES).filter(fits('statuses')),
    priorities: counted(PRIORITIES).filter(fits('statuses')),
    tags: tags('ticketTag', TAGS),
    assignees: counted(ASSIGNEES).flatMap(({ value, count }) => agentOf(db, [entity], value).map((agent) => ({ ...agent, count }))),
    consumerTags: tags('consumerTag', CONSUMER_TAGS),
  };
}

/** Everybody who is assigned to a row of either queue, and live departments with the employees they name. */
export function agents(db: Database): Awaited<ReturnType<Store['agents']>> {
  const counts = new Map<string, number>();
  for (const entity of QUEUES) for (const { value, count } of db.all<Counted>(ASSIGNEES, entity)) counts.set(value, (counts.get(value) ?? 0) + count);
  const known = [...counts].flatMap(([key, count]) => agentOf(db, QUEUES, key).map((agent) => ({ ...agent, count })));
  return { agents: known.sort((a, b) => b.count - a.count || a.name.localeCompare(b.name)), departments: departments(db, nameBook(db)) };
}

const QUEUES: readonly QueueEntity[] = ['ticket', 'task'];
const NEWEST_NAME = `SELECT assignee_name AS name FROM item INDEXED BY item_assignee WHERE entity = ? AND assignee_no = (SELECT no FROM facet WHERE kind = 'assignee' AND value = ?) AND ${SHOWN} ORDER BY doc DESC LIMIT 1`;

/** One name per person: the one that their latest item gives; their id where none does. */
function agentOf(db: Database, entities: readonly QueueEntity[], key: string): Agent[] {
  const id = key.startsWith('id:') ? key.slice('id:'.length) : null;
  const named = entities.map((entity) => db.get<{ name: string | null }>(NEWEST_NAME, entity, key)?.name ?? null).find((name) => name !== null && name !== '');
  const agent = { key, id, name: (named ?? id ?? key.slice('name:'.length)).slice(0, NAME_KEPT) };
  return agentSchema.safeParse(agent).success ? [agent] : [];
}

function departments(db: Database, names: NameBook): Awaited<ReturnType<Store['agents']>>['departments'] {
  const live = db.all<{ id: string; data: string }>(`SELECT id, data FROM reference WHERE entity = 'department' AND ${SHOWN} ORDER BY name, id`);
  return live.map(({ id, data }) => {
    const employees = (JSON.parse(data) as DepartmentRecord).employeeUserIds.filter((employee) => itemIdSchema.safeParse(employee).success);
    return { id, name: names.name('department', id) ?? id, employees };
  });
}
