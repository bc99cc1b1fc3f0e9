import { z } from 'zod';
import { itemIdSchema, queueEntitySchema } from './entity.ts';

/**
 * What a rule can be about: something new, something changed, an item that woke from snooze, an item that has waited for
 * an assignee longer than the rule's `olderThanMinutes` (told once per item).
 */
export const RULE_EVENTS = ['new', 'changed', 'woke', 'waiting'] as const;
/** One of {@link RULE_EVENTS}. */
export type RuleEvent = (typeof RULE_EVENTS)[number];

/** Fields whose change a rule can ask for; `customFields` is any of them. */
export const RULE_FIELDS = ['status', 'assignee', 'departmentId', 'priority', 'dueAt', 'tagIds', 'title', 'description', 'consumerId', 'customFields'] as const;
/** One of {@link RULE_FIELDS}. */
export type RuleField = (typeof RULE_FIELDS)[number];

/**
 * What becomes of an event. `toast`: told at once. `summary`: told with others, one toast every
 * {@link DIGEST_MINUTES}. `badge`: counted as unread only. `ignore`: not even that; the item stays read.
 */
export const RULE_ACTIONS = ['toast', 'summary', 'badge', 'ignore'] as const;
/** One of {@link RULE_ACTIONS}. */
export type RuleAction = (typeof RULE_ACTIONS)[number];

/** Minutes between two toasts for events of the action `summary`. */
export const DIGEST_MINUTES = 15;
/** Rules at most. */
export const MOST_RULES = 100;

const words = z.array(z.string().min(1).max(120)).max(50);
const ids = z.array(itemIdSchema).max(50);

/** Conditions of a rule: all must hold, within a list any value; an empty list asks nothing. */
export const ruleConditionSchema = z.strictObject({
  entity: queueEntitySchema.nullable().default(null),
  events: z.array(z.enum(RULE_EVENTS)).max(RULE_EVENTS.length).default([]),
  /** Holds for `changed` events that changed one of these. */
  fields: z.array(z.enum(RULE_FIELDS)).max(RULE_FIELDS.length).default([]),
  /** `mine`: one of the settings' `myDepartmentIds`. */
  departments: z.union([z.literal('any'), z.literal('mine'), ids.min(1)]).default('any'),
  assignee: z.enum(['any', 'me', 'nobody', 'others']).default('any'),
  tagIds: ids.default([]),
  consumerTagIds: ids.default([]),
  statuses: words.default([]),
  priorities: words.default([]),
  /** In number, title, description or the consumer's name; case and accents do not matter. Empty asks nothing. */
  keyword: z.string().max(120).default(''),
  /** The item was created longer ago than this. */
  olderThanMinutes: z.number().int().min(1).max(60 * 24 * 365).nullable().default(null),
  /** The person follows the item. */
  followed: z.boolean().default(false),
});
/** See {@link ruleConditionSchema}. */
export type RuleCondition = z.infer<typeof ruleConditionSchema>;

/** One rule. The first rule that is on and whose conditions hold decides. */
export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().trim().min(1).max(80),
  on: z.boolean(),
  when: ruleConditionSchema,
  action: z.enum(RULE_ACTIONS),
  /** With the system's notification sound; only for `toast`. */
  sound: z.boolean(),
  /** Also during quiet hours and while paused. */
  breaksQuiet: z.boolean(),
});
/** See {@link ruleSchema}. */
export type Rule = z.infer<typeof ruleSchema>;

/** Rules as a file to share. */
export const rulesFileSchema = z.strictObject({ format: z.literal('cxpress-tray-rules'), version: z.literal(1), rules: z.array(ruleSchema).max(MOST_RULES) });

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
/**
 * Quiet hours: for each weekday (0 = Sunday) a span that begins on it, in local wall time, or null. A span whose end is
 * not after its start goes over midnight.
 */
export const quietHoursSchema = z.strictObject({
  on: z.boolean(),
  days: z.array(z.strictObject({ from: clockTime, to: clockTime }).nullable()).length(7),
});
/** See {@link quietHoursSchema}. */
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** Evenings and weekends; off until the person switches them on. */
export const USUAL_QUIET_HOURS: QuietHours = {
  on: false,
  days: [{ from: '00:00', to: '00:00' }, ...Array.from({ length: 5 }, () => ({ from: '18:00', to: '08:00' })), { from: '00:00', to: '00:00' }],
};

/** How much a toast says: everything, the number and department, or only that there is something. */
export const TOAST_CONTENTS = ['full', 'number', 'hidden'] as const;
/** One of {@link TOAST_CONTENTS}. */
export type ToastContentLevel = (typeof TOAST_CONTENTS)[number];

/** Outcome of trying a rule on the events of the last day. */
export const tryOutSchema = z.strictObject({
  /** Events of that time. */
  events: z.number().int(),
  /** Those this rule would have decided, given the rules above it. */
  matched: z.number().int(),
  /** Some of them, newest first. */
  examples: z.array(z.strictObject({ entity: queueEntitySchema, id: itemIdSchema, number: z.string().nullable(), title: z.string(), kind: z.enum(['new', 'changed', 'woke', 'waiting']), seenAt: z.number().int() })).max(10),
});
/** See {@link tryOutSchema}. */
export type TryOut = z.infer<typeof tryOutSchema>;
