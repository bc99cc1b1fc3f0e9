import type { Rule, RuleCondition, RuleField } from '../../../contract/rules.ts';
import type { ItemFacts, PendingEvent, Viewer } from '../../store/store.ts';
import { fold } from '../fold.ts';
import { waitingMinutesOf } from './waiting-minutes.ts';
import { isMe } from './whose.ts';

/** Whether one condition of a rule holds. What an item does not say never makes a condition fail that was not asked for. */
type Check = (when: RuleCondition, event: PendingEvent, viewer: Viewer) => boolean;

/** Record fields by the field a rule names, where they are called otherwise. */
const RECORD_FIELDS: Partial<Record<RuleField, readonly string[]>> = { assignee: ['assigneeId', 'assigneeName'], title: ['subject', 'title'] };

function names(field: RuleField, changed: string): boolean {
  return field === 'customFields' ? changed.startsWith('customFields.') : (RECORD_FIELDS[field] ?? [field]).includes(changed);
}

function overlap(asked: readonly string[], there: readonly string[]): boolean {
  return asked.length === 0 || there.some((one) => asked.includes(one));
}

function says(asked: readonly string[], value: string | null): boolean {
  return asked.length === 0 || (value !== null && asked.some((word) => fold(word) === fold(value)));
}

const inDepartments: Check = ({ departments }, { facts }, viewer) => {
  if (departments === 'any') return true;
  const wanted = departments === 'mine' ? viewer.departmentIds : departments;
  return facts.departmentId !== null && wanted.includes(facts.departmentId);
};

const assignedTo: Check = ({ assignee }, { facts }, viewer) => {
  switch (assignee) {
    case 'any':
      return true;
    case 'nobody':
      return facts.assignee === null;
    // Without knowing who the person is, nobody can be told from the others.
    case 'me':
      return isMe(facts.assignee, viewer);
    case 'others':
      return viewer.me !== null && facts.assignee !== null && !isMe(facts.assignee, viewer);
  }
};

/** Folded texts by item: many rules ask for keywords, many events are of one item, and folding is slow. Who reads an item anew gets another object. */
const foldedTexts = new WeakMap<ItemFacts, readonly string[]>();

function textsOf({ row, facts }: PendingEvent): readonly string[] {
  const known = foldedTexts.get(facts);
  if (known) return known;
  // People quote numbers as `#1042`.
  const texts = [row.number === null ? null : `#${row.number}`, row.title, facts.description, row.consumerName].flatMap((text) => (text === null ? [] : [fold(text)]));
  foldedTexts.set(facts, texts);
  return texts;
}

const hasKeyword: Check = ({ keyword }, event) => {
  const wanted = fold(keyword).trim();
  return wanted === '' || textsOf(event).some((text) => text.includes(wanted));
};

const isOlder: Check = ({ olderThanMinutes }, { row, seenAt }) =>
  olderThanMinutes === null || (row.createdAt !== null && seenAt - row.createdAt >= olderThanMinutes * 60_000);

const CHECKS: readonly Check[] = [
  ({ entity }, event) => entity === null || entity === event.entity,
  ({ events }, { kind }) => events.length === 0 || events.some((one) => one === kind),
  ({ fields }, { kind, changes }) => fields.length === 0 || (kind === 'changed' && changes.some((change) => fields.some((field) => names(field, change.field)))),
  inDepartments,
  assignedTo,
  ({ tagIds }, { facts }) => overlap(tagIds, facts.tagIds),
  ({ consumerTagIds }, { facts }) => overlap(consumerTagIds, facts.consumerTagIds),
  ({ statuses }, { row }) => says(statuses, row.status),
  ({ priorities }, { row }) => says(priorities, row.priority),
  isOlder,
  ({ followed }, { row }) => !followed || row.followed,
  hasKeyword,
];

/** Whether rules are about an event at all: not about deletions, nor about what the person opened or looked up. */
export function isForRules({ kind, source }: Pick<PendingEvent, 'kind' | 'source'>): boolean {
  return kind !== 'deleted' && (source === 'poll' || source === 'hint' || source === 'clock');
}

/** Whether all conditions of a rule hold for an event. Age is that at the time the event was seen, so that a decision does not change while it waits. */
export function holds(when: RuleCondition, event: PendingEvent, viewer: Viewer): boolean {
  return CHECKS.every((check) => check(when, event, viewer));
}

function asksAge({ events, olderThanMinutes }: RuleCondition): boolean {
  return olderThanMinutes !== null && events.includes('waiting');
}

/**
 * Which of the asked ages an event is about; null where that says nothing. The longest that was reached goes first; several are
 * reached at once where nobody looked for a while, and then a shorter one counts whose rule holds where the longer one's does not.
 */
function ageOf(rules: readonly Rule[], event: PendingEvent, viewer: Viewer): number | null {
  const { kind, row, seenAt, waitedBefore = 0 } = event;
  const { createdAt } = row;
  if (kind !== 'waiting' || createdAt === null) return null;
  const reached = waitingMinutesOf(rules).filter((minutes) => seenAt - createdAt >= minutes * 60_000);
  const isAskedFor = (age: number): boolean => rules.some(({ on, when }) => on && asksAge(when) && when.olderThanMinutes === age && holds(when, event, viewer));
  return reached.findLast((age) => age > waitedBefore && isAskedFor(age)) ?? reached.at(-1) ?? null;
}

/** The first rule that is on and holds; null when none does. Of rules about waiting only those of one age are asked, so that each tells once of an item. */
export function firstRule(rules: readonly Rule[], event: PendingEvent, viewer: Viewer): Rule | null {
  const age = ageOf(rules, event, viewer);
  const isOfAge = (when: RuleCondition): boolean => age === null || !asksAge(when) || when.olderThanMinutes === age;
  return rules.find(({ on, when }) => on && isOfAge(when) && holds(when, event, viewer)) ?? null;
}
