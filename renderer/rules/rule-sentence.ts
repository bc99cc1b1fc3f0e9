import type { TFunction } from 'i18next';
import type { Rule, RuleCondition } from '../../contract/rules.ts';
import type { Formats } from '../format/formats.ts';
import { nameOf, type Desk } from './desk.ts';
import { isTold } from './rule-parts.ts';

/** A rule as one sentence: about what, under which conditions, and what becomes of it. */
export function ruleSentence(t: TFunction, formats: Formats, rule: Rule, desk: Desk): string {
  const subject = subjectWords(t, formats, rule.when, desk);
  const conditions = conditionWords(t, formats, rule.when, desk);
  const outcome = outcomeWords(t, rule);
  return conditions.length === 0 ? t('screens.rules.sentence.always', { subject, outcome }) : t('screens.rules.sentence.if', { subject, conditions: formats.list(conditions), outcome });
}

function subjectWords(t: TFunction, formats: Formats, { entity, departments }: RuleCondition, desk: Desk): string {
  const subject = t(`screens.rules.sentence.subject.${entity ?? 'any'}`);
  if (departments === 'any') return subject;
  if (departments === 'mine') return t('screens.rules.sentence.inMine', { subject });
  return t('screens.rules.sentence.in', { subject, list: formats.either(departments.map((id) => nameOf(desk.departments, id))) });
}

/** Each condition as the rest of a clause whose subject is the item. */
function conditionWords(t: TFunction, formats: Formats, when: RuleCondition, desk: Desk): string[] {
  const either = (values: readonly string[]) => formats.either(values);
  const found: (string | null)[] = [
    eventWords(t, formats, when),
    when.fields.length > 0 ? t('screens.rules.sentence.fields', { list: either(when.fields.map((field) => t(`screens.rules.field.${field}`))) }) : null,
    when.assignee === 'any' ? null : t(`screens.rules.sentence.assignee.${when.assignee}`),
    when.statuses.length > 0 ? t('screens.rules.sentence.status', { list: either(when.statuses) }) : null,
    when.priorities.length > 0 ? t('screens.rules.sentence.priority', { list: either(when.priorities) }) : null,
    when.tagIds.length > 0 ? t('screens.rules.sentence.tag', { list: either(when.tagIds.map((id) => nameOf(desk.tags, id))) }) : null,
    when.consumerTagIds.length > 0 ? t('screens.rules.sentence.consumerTag', { list: either(when.consumerTagIds.map((id) => nameOf(desk.consumerTags, id))) }) : null,
    when.keyword.trim() === '' ? null : t('screens.rules.sentence.keyword', { keyword: when.keyword.trim() }),
    when.olderThanMinutes === null ? null : t('screens.rules.sentence.older', { time: formats.minutes(when.olderThanMinutes) }),
    when.followed ? t('screens.rules.sentence.followed') : null,
  ];
  return found.filter((words) => words !== null);
}

/** What happened; nothing where the changed fields say it already, or where everything counts. */
function eventWords(t: TFunction, formats: Formats, { events, fields }: RuleCondition): string | null {
  const told = events.filter((event) => event !== 'changed' || fields.length === 0);
  return told.length === 0 ? null : formats.either(told.map((event) => t(`screens.rules.sentence.event.${event}`)));
}

function outcomeWords(t: TFunction, { action, sound, breaksQuiet }: Rule): string {
  const outcome = t(`screens.rules.sentence.outcome.${action === 'toast' && sound ? 'toastSound' : action}`);
  return breaksQuiet && isTold(action) ? t('screens.rules.sentence.alsoQuiet', { outcome }) : outcome;
}
