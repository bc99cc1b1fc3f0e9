import type { Rule, RuleAction, RuleCondition, RuleEvent, RuleField } from '../../contract/rules.ts';

/** The parts of contract/rules.ts, written again because its schemas would bring zod into the page. A test holds the two together. */
export const EVENTS = ['new', 'changed', 'woke', 'waiting'] as const satisfies readonly RuleEvent[];
/** See {@link EVENTS}. */
export const FIELDS = ['status', 'assignee', 'departmentId', 'priority', 'dueAt', 'tagIds', 'title', 'description', 'consumerId', 'customFields'] as const satisfies readonly RuleField[];
/** See {@link EVENTS}. */
export const ACTIONS = ['toast', 'summary', 'badge', 'ignore'] as const satisfies readonly RuleAction[];
/** See {@link EVENTS}. */
export const ASSIGNEES = ['any', 'me', 'nobody', 'others'] as const satisfies readonly RuleCondition['assignee'][];
/** Rules at most. */
export const MOST_RULES = 100;
/** Characters of a rule's name at most. */
export const LONGEST_NAME = 80;
/** Values of one list at most. */
export const MOST_VALUES = 50;
/** Minutes between two summaries. */
export const DIGEST_MINUTES = 15;

/** What decides where no rule does, in the order in which core/notify asks; `action` is what becomes of the event. The ledger knows them as `default:<name>`. */
export const DEFAULTS = [
  { name: 'gone', action: 'nothing' },
  { name: 'seen', action: 'nothing' },
  { name: 'snoozed', action: 'nothing' },
  { name: 'waiting', action: 'nothing' },
  { name: 'woke', action: 'toast' },
  { name: 'noIdentity', action: 'toastSound' },
  { name: 'mine', action: 'toastSound' },
  { name: 'followed', action: 'toast' },
  { name: 'departments', action: 'toast' },
  { name: 'unassigned', action: 'toast' },
  { name: 'others', action: 'badge' },
] as const;

/** A condition that asks nothing. */
export const ANY: RuleCondition = {
  entity: null, events: [], fields: [], departments: 'any', assignee: 'any', tagIds: [], consumerTagIds: [], statuses: [], priorities: [], keyword: '', olderThanMinutes: null, followed: false,
};

/** A rule about everything, off until somebody has said what it is about. */
export function blankRule(name: string): Rule {
  return { id: crypto.randomUUID(), name, on: false, when: ANY, action: 'toast', sound: true, breaksQuiet: false };
}

/** A name within {@link LONGEST_NAME} that ends as given. */
export function shortName(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

/** The list with one rule at another place. */
export function moved(rules: readonly Rule[], id: string, to: number): Rule[] {
  const rule = rules.find((each) => each.id === id);
  if (!rule) return [...rules];
  const rest = rules.filter((each) => each.id !== id);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), rule, ...rest.slice(place)];
}

/** Whether a rule's sound and breaking through quiet hours mean anything: what is not told makes no noise. */
export function isTold(action: RuleAction): boolean {
  return action === 'toast' || action === 'summary';
}

/** Why a rule can never hold; null when it can. */
export function neverHolds(when: RuleCondition): 'fieldsWithoutChange' | 'waitingAssigned' | null {
  if (when.fields.length > 0 && when.events.length > 0 && !when.events.includes('changed')) return 'fieldsWithoutChange';
  return when.events.length === 1 && when.events[0] === 'waiting' && (when.assignee === 'me' || when.assignee === 'others') ? 'waitingAssigned' : null;
}
