import { z } from 'zod';
import { itemIdSchema } from '../entity.ts';

/** Whose items a queue shows. `mine` and `departments` are those of {@link Settings.me} and `myDepartmentIds`. */
export const SCOPES = ['mine', 'departments', 'unassigned', 'all'] as const;
/** One of {@link SCOPES}. */
export type Scope = (typeof SCOPES)[number];

/** When an item is due, by the local calendar: before now, today (later than now too), within seven days from today's start, or without a due time. */
export const DUE_RANGES = ['overdue', 'today', 'week', 'none'] as const;
/** One of {@link DUE_RANGES}. */
export type DueRange = (typeof DUE_RANGES)[number];

/** By what a queue is ordered. Rows without that value come last in either direction; equal ones newest change first. */
export const SORT_KEYS = ['changed', 'created', 'due', 'priority', 'number'] as const;
/** One of {@link SORT_KEYS}. */
export type SortKey = (typeof SORT_KEYS)[number];

const ids = z.array(itemIdSchema).max(50);
const words = z.array(z.string().min(1).max(120)).max(50);

/**
 * Which rows of a queue, and in which order. All conditions must hold; within a list any of its values. Snoozed items are
 * left out unless `only` asks for them.
 */
export const queueFilterSchema = z.strictObject({
  scope: z.enum(SCOPES).default('all'),
  only: z.enum(['unread', 'followed', 'snoozed']).nullable().default(null),
  departmentIds: ids.default([]),
  /** As the API spells them. */
  statuses: words.default([]),
  priorities: words.default([]),
  tagIds: ids.default([]),
  /** Agent keys, see {@link agentSchema}. */
  assignees: z.array(z.string().min(1).max(200)).max(50).default([]),
  due: z.enum(DUE_RANGES).nullable().default(null),
  consumerId: itemIdSchema.nullable().default(null),
  sort: z.strictObject({ by: z.enum(SORT_KEYS), descending: z.boolean() }).default({ by: 'changed', descending: true }),
});
/** See {@link queueFilterSchema}. */
export type QueueFilter = z.infer<typeof queueFilterSchema>;

/** Every row, newest change first. */
export const ALL_ROWS: QueueFilter = queueFilterSchema.parse({});

/**
 * Somebody items are assigned to. The API lists no users, so agents are known from items and departments only. `key` is
 * `id:<id>` where the API gives an id, else `name:<name as it came>`; it stays the same for one person.
 */
export const agentSchema = z.strictObject({ key: z.string().min(1).max(200), id: itemIdSchema.nullable(), name: z.string().max(200) });
/** See {@link agentSchema}. */
export type Agent = z.infer<typeof agentSchema>;

/** The key of an assignee; null for nobody. */
export function agentKey(id: string | null, name: string | null): string | null {
  if (id !== null) return `id:${id}`;
  return name === null || name === '' ? null : `name:${name}`;
}

const counted = { count: z.number().int() };
/** The values of a queue that can be filtered by, most frequent first, with how many live rows have each, whatever the filter. */
export const facetsSchema = z.strictObject({
  departments: z.array(z.strictObject({ id: itemIdSchema, name: z.string(), ...counted })),
  statuses: z.array(z.strictObject({ value: z.string(), ...counted })),
  priorities: z.array(z.strictObject({ value: z.string(), ...counted })),
  tags: z.array(z.strictObject({ id: itemIdSchema, name: z.string(), color: z.string().nullable(), ...counted })),
  assignees: z.array(agentSchema.extend(counted)),
  /** Tags of the items' consumers, which rules ask for; left out where nobody counts them. */
  consumerTags: z.array(z.strictObject({ id: itemIdSchema, name: z.string(), color: z.string().nullable(), ...counted })).optional(),
});
/** See {@link facetsSchema}. */
export type Facets = z.infer<typeof facetsSchema>;

/** A named filter of the person's own. */
export const savedViewSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(60),
  entity: z.enum(['ticket', 'task']),
  filter: queueFilterSchema,
});
/** See {@link savedViewSchema}. */
export type SavedView = z.infer<typeof savedViewSchema>;
/** Saved views at most. */
export const MOST_VIEWS = 40;
