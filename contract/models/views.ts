import { z } from 'zod';
import { entitySchema, itemIdSchema, queueEntitySchema } from '../entity.ts';

/** What screens show: records joined with names, ready to draw. Times are epoch ms. */

const time = z.number().int().nullable();
const text = z.string().nullable();

/** A tag as drawn. */
export const tagViewSchema = z.strictObject({ id: itemIdSchema, name: z.string(), color: text });
/** See {@link tagViewSchema}. */
export type TagView = z.infer<typeof tagViewSchema>;

/** One row of the ticket or task queue. `title` is the ticket's subject or the task's title. */
export const queueRowSchema = z.strictObject({
  entity: queueEntitySchema,
  id: itemIdSchema,
  number: text,
  title: z.string(),
  status: text,
  priority: text,
  departmentName: text,
  consumerName: text,
  assigneeName: text,
  tags: z.array(tagViewSchema),
  unread: z.boolean(),
  createdAt: time,
  updatedAt: time,
  dueAt: time,
  /** When this app saw its present assignee take it; null when it was so from the start, or nobody has it. */
  takenAt: time,
  followed: z.boolean(),
  snoozedUntil: time,
  /** Why it came back from a snooze, until it is read: its time was over, or something changed. */
  woke: z.enum(['time', 'change']).nullable(),
});
/** See {@link queueRowSchema}. */
export type QueueRow = z.infer<typeof queueRowSchema>;

/** A custom field's value as shown. `type` is the API's own word for the field's type; null when it gave none. */
export const customFieldViewSchema = z.strictObject({ id: z.string(), name: z.string(), value: z.string(), type: text });

/** A consumer as shown beside a ticket or task. */
export const consumerViewSchema = z.strictObject({
  id: itemIdSchema,
  /** Their other items, newest change first, at most ten; `more` counts the rest. */
  others: z.strictObject({ items: z.array(z.strictObject({ entity: queueEntitySchema, id: itemIdSchema, number: text, title: z.string(), status: text, updatedAt: time })), more: z.number().int() }),
  name: z.string(),
  email: text,
  phone: text,
  document: text,
  tags: z.array(tagViewSchema),
  customFields: z.array(customFieldViewSchema),
});
/** See {@link consumerViewSchema}. */
export type ConsumerView = z.infer<typeof consumerViewSchema>;

/** One field-level change. `field` is a record field name (`status`, `departmentId`, `customFields.<id>`); values are already names. */
export const fieldChangeSchema = z.strictObject({ field: z.string(), label: text, from: text, to: text });
/** See {@link fieldChangeSchema}. */
export type FieldChange = z.infer<typeof fieldChangeSchema>;

/** How the app learned of a change. `clock`: nothing changed at the server, a time of this desktop's own came (snooze, waiting). */
export const SOURCES = ['baseline', 'poll', 'hint', 'lookup', 'open', 'clock'] as const;
/** One of {@link SOURCES}. */
export type ChangeSource = (typeof SOURCES)[number];

/** What an event is: something new, changed or gone at the server, or an item that woke from its snooze or has waited long for an assignee. */
export const EVENT_KINDS = ['new', 'changed', 'deleted', 'woke', 'waiting'] as const;
/** One of {@link EVENT_KINDS}. */
export type EventKind = (typeof EVENT_KINDS)[number];

/** A moment in an item's life as this app saw it. */
export const historyEntrySchema = z.strictObject({
  seq: z.number().int(),
  kind: z.enum(EVENT_KINDS),
  /** The server's update time, epoch ms; null when it gave none. */
  at: time,
  /** When this app stored it, epoch ms. */
  seenAt: z.number().int(),
  source: z.enum(SOURCES),
  changes: z.array(fieldChangeSchema),
});
/** See {@link historyEntrySchema}. */
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/** Everything the detail pane shows. */
export const itemDetailSchema = z.strictObject({
  row: queueRowSchema,
  description: z.string(),
  channel: text,
  consumer: consumerViewSchema.nullable(),
  customFields: z.array(customFieldViewSchema),
  /** For a task: its ticket. For a ticket: null. */
  ticket: z.strictObject({ id: itemIdSchema, number: text, title: z.string() }).nullable(),
  /** For a ticket: its tasks. */
  tasks: z.array(z.strictObject({ id: itemIdSchema, title: z.string(), status: text, dueAt: time })),
  history: z.array(historyEntrySchema),
  /** Why it is in no queue any more; null while it is. `deleted`: the server's tombstone; `notFound`: 404 or 410; `forbidden`: the token may not read it any more; `unlisted`: the list leaves it out although it can be read. */
  gone: z.enum(['deleted', 'notFound', 'forbidden', 'unlisted']).nullable(),
  /** The profile knows its address in Cxpress. */
  hasLink: z.boolean(),
});
/** See {@link itemDetailSchema}. */
export type ItemDetail = z.infer<typeof itemDetailSchema>;

/** Fields by which a ticket or task is found. */
export const FOUND_BY = ['number', 'title', 'consumer', 'email', 'phone', 'tag', 'customField', 'description', 'id'] as const;

/**
 * Where words of a query stand: `text` is the field as shown or what surrounds the first place in a long one, `ranges` the
 * places in it (UTF-16 units, ascending, not overlapping). `label` names a custom field.
 */
export const lookupMatchSchema = z.strictObject({
  field: z.enum(FOUND_BY),
  label: text,
  text: z.string(),
  ranges: z.array(z.tuple([z.number().int().min(0), z.number().int().min(0)])),
});
/** See {@link lookupMatchSchema}. */
export type LookupMatch = z.infer<typeof lookupMatchSchema>;

/** One lookup result. `why` names the field that matched most. */
export const lookupResultSchema = z.strictObject({
  entity: queueEntitySchema,
  id: itemIdSchema,
  number: text,
  title: z.string(),
  status: text,
  consumerName: text,
  departmentName: text,
  updatedAt: time,
  why: z.enum(FOUND_BY),
  matches: z.array(lookupMatchSchema),
  /** A word was taken for another that differs by one letter. */
  forgiven: z.boolean(),
});
/** See {@link lookupResultSchema}. */
export type LookupResult = z.infer<typeof lookupResultSchema>;

/** A push event that rows changed; the receiver asks again for what it shows. */
export const itemsChangedSchema = z.strictObject({ entity: entitySchema, ids: z.array(itemIdSchema).max(500), all: z.boolean() });
/** See {@link itemsChangedSchema}. */
export type ItemsChanged = z.infer<typeof itemsChangedSchema>;
