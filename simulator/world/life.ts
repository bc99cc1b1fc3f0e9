import type { Entity } from '../../contract/entity.ts';
import { valueText, type Item, type Values } from './item.ts';
import { COUNTRIES, emailFor } from './people.ts';
import type { Random } from './random.ts';
import { NEXT_TASK_STATUS } from './tasks.ts';
import { dueTime, NEXT_STATUS, PRIORITY_WEIGHTS } from './tickets.ts';
import type { World } from './world.ts';

/** How often what changes, in weights. */
const TICKET_LIFE = { status: 42, assignee: 22, tag: 13, priority: 10, due: 7, department: 6 };
const TASK_LIFE = { status: 60, assignee: 25, due: 15 };

/** One of the list that is not the present one; the present one when there is no other. */
function another<T>(random: Random, list: readonly T[], present: unknown, keyOf: (entry: T) => unknown): T {
  const others = list.filter((entry) => keyOf(entry) !== present);
  return random.pick(others.length > 0 ? others : list);
}

function statusChange(item: Item, random: Random, moves: Readonly<Record<string, Readonly<Record<string, number>>>>, first: string): Values {
  const next = moves[valueText(item.values['status']) ?? ''];
  return { status: next ? random.weighted(next) : first };
}

function newAssignee(world: World, item: Item, random: Random): Values {
  const agent = another(random, world.catalog.agents, item.values['assigneeId'], ({ id }) => id);
  return { assigneeId: agent.id, assigneeName: agent.name };
}

/** Adds a tag, or takes the last one away when there are many. */
function retag(world: World, item: Item, random: Random): Values {
  const present = Array.isArray(item.values['tagIds']) ? (item.values['tagIds'] as string[]) : [];
  if (present.length > 2) return { tagIds: present.slice(0, -1) };
  const others = world.catalog.ticketTags.filter(({ id }) => !present.includes(id));
  return { tagIds: others.length > 0 ? [...present, random.pick(others).id] : [] };
}

function ticketChange(world: World, item: Item, random: Random, now: number): Values {
  switch (random.weighted(TICKET_LIFE)) {
    case 'status':
      return statusChange(item, random, NEXT_STATUS, 'Open');
    case 'assignee':
      return newAssignee(world, item, random);
    case 'tag':
      return retag(world, item, random);
    case 'priority':
      return { priority: another(random, Object.keys(PRIORITY_WEIGHTS), item.values['priority'], (name) => name) };
    case 'due':
      return { dueAt: dueTime(now, random) ?? now + 3_600_000 };
    case 'department':
      return { departmentId: another(random, world.catalog.departments, item.values['departmentId'], ({ id }) => id).id };
  }
}

function taskChange(world: World, item: Item, random: Random, now: number): Values {
  switch (random.weighted(TASK_LIFE)) {
    case 'status':
      return statusChange(item, random, NEXT_TASK_STATUS, 'To do');
    case 'assignee':
      return newAssignee(world, item, random);
    case 'due':
      return { dueAt: dueTime(now, random) ?? now + 3_600_000 };
  }
}

function consumerChange(item: Item, random: Random): Values {
  const code = valueText(item.values['countryCode']) ?? '';
  const country = code in COUNTRIES ? COUNTRIES[code as keyof typeof COUNTRIES] : COUNTRIES.BR;
  return random.chance(0.5) ? { phone: random.digits(random.pick(country.phones)) } : { email: emailFor(valueText(item.values['name']) ?? '', random) };
}

/** A believable change to a row: what an agent or a consumer might do to it now. */
export function lifeChange(world: World, entity: Entity, item: Item, random: Random, now: number): Values {
  switch (entity) {
    case 'ticket':
      return ticketChange(world, item, random, now);
    case 'task':
      return taskChange(world, item, random, now);
    case 'consumer':
      return consumerChange(item, random);
    case 'department':
      return { employeeUserIds: [random.pick(world.catalog.agents).id, another(random, world.catalog.agents, null, ({ id }) => id).id] };
    case 'ticketTag':
    case 'consumerTag':
      return { color: another(random, ['#0091ff', '#12a594', '#8e4ec6', '#f76808', '#e5484d'], item.values['color'], (color) => color) };
    case 'customField':
      return { name: `${(valueText(item.values['name']) ?? '').replace(/ \(\d+\)$/, '')} (${1 + random.int(99)})` };
  }
}
